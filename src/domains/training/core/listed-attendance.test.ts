import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { attendanceWritten, type ListedAttendance, listedBlockers } from './listed-attendance.ts'

const today = day('2026-11-22')
const line: ListedAttendance = { no: 2, day: day('2025-06-10'), state: 'present', completedOn: null }
const run = { isOver: true, dayOf: new Map([[2, day('2025-06-10')]]) }

describe('attendance as offices write it', () => {
  test.each([
    ['○', 'present'],
    ['〇', 'present'],
    [' 出 席 ', 'present'],
    ['１', 'present'],
    ['遅刻', 'late'],
    ['△', 'late'],
    ['Ｚｏｏｍ', 'online'],
    ['×', 'absent'],
    ['欠', 'absent'],
    ['連絡なし', 'not_heard'],
    ['振替', 'made_up'],
    ['', null],
    ['2', null],
    ['たぶん', null],
  ])('%j is %j', (written, state) => expect(attendanceWritten(written)).toBe(state))

  test('anything else is nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(attendanceWritten(`？${text}`)).toBeNull()
      }),
    )
  })
})

describe('what stands in the way of a line', () => {
  test.each<[string, Partial<ListedAttendance>, typeof run | null, string[]]>([
    ['nothing', {}, run, []],
    ['nothing where the run is not here yet', {}, null, []],
    ['a day ahead', { day: day('2026-11-23') }, null, ['ahead']],
    ['a day of another age', { day: day('2000-03-31') }, null, ['long_ago']],
    ['a run that is not over', {}, { ...run, isOver: false }, ['run_goes_on']],
    ['another day of the same session', { day: day('2025-06-11') }, run, ['other_day']],
    ['completed before the session', { completedOn: day('2025-06-09') }, run, ['completed_before']],
    ['nothing where it was completed on the same day', { completedOn: day('2025-06-10') }, run, []],
    ['nothing for a session that is not known', { no: 3, day: day('2025-07-01') }, run, []],
  ])('%s', (_, more, known, blockers) => expect(listedBlockers({ ...line, ...more }, known, today)).toEqual(blockers))
})
