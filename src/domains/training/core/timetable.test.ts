import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { meetingTimes } from './timetable.ts'

const weekly = { firstOn: day('2026-12-21'), everyDays: 7, fromMinute: 810 }

test('week by week at the same time, over the turn of the year, each as long as its line', () => {
  const lines = [
    { no: 1, minutes: 120 },
    { no: 2, minutes: 90 },
    { no: 3, minutes: 60 },
  ]
  expect(meetingTimes(lines, weekly).map(({ day: on, from, to }) => [on, from, to])).toEqual([
    ['2026-12-21', 810, 930],
    ['2026-12-28', 810, 900],
    ['2027-01-04', 810, 870],
  ])
})

test('split tracks of one number meet on the same day, and a gap in the numbers is no gap in the weeks', () => {
  const lines = [
    { no: 5, minutes: 60 },
    { no: 2, minutes: 60 },
    { no: 2, minutes: 60 },
  ]
  expect(meetingTimes(lines, weekly).map(({ day: on }) => on)).toEqual(['2026-12-28', '2026-12-21', '2026-12-21'])
})
