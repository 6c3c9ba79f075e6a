import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { holderBlockers, type HolderFacts } from './merge-question.ts'

const until = day('2026-12-06')
const asked = (more: Partial<HolderFacts> = {}): HolderFacts => ({
  question: { until, answer: null },
  saidNo: false,
  byActor: false,
  ...more,
})
const answered = (answer: 'same' | 'not_me', more: Partial<HolderFacts> = {}) =>
  asked({ question: { until, answer }, ...more })
const kinds = (holders: HolderFacts[], today = '2026-12-06', othersCould = true): string[] =>
  holderBlockers(holders, { today: day(today), othersCould }).map(({ kind }) => kind)

test.each<[string, HolderFacts[], string, string[]]>([
  ['nobody signs in', [], '2026-12-01', []],
  ['they were never asked', [asked({ question: null })], '2026-12-01', ['holder_not_asked']],
  ['the last day is still theirs', [asked()], '2026-12-06', ['holder_has_time']],
  ['silence after the last day', [asked()], '2026-12-07', []],
  ['a yes ends the waiting', [answered('same')], '2026-11-23', []],
  ['a no stands', [answered('not_me')], '2027-06-01', ['holder_said_no']],
  ['silence never undoes a no', [asked({ saidNo: true })], '2027-06-01', ['holder_said_no']],
  ['only their own yes does', [answered('same', { saidNo: true })], '2026-11-23', []],
  ['of two who sign in both are heard', [answered('same'), asked()], '2026-12-01', ['holder_has_time']],
])('%s', (_, holders, today, expected) => expect(kinds(holders, today)).toEqual(expected))

test('whoever asked, or wrote down the answer, leaves the last look to another coordinator, where there is one', () => {
  const own = answered('same', { byActor: true })
  expect(kinds([own])).toEqual(['second_look'])
  expect(kinds([own], '2026-12-06', false)).toEqual([])
  expect(kinds([answered('same')])).toEqual([])
})
