import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { readinessOn } from './place-ready.ts'

test.each([
  ['2026-11-21', 'over'],
  ['2026-11-22', 'ends_soon'],
  ['2027-01-21', 'ends_soon'],
  ['2027-01-22', 'ready'],
  ['2028-02-29', 'ready'],
] as const)('until %s, on 22 November 2026: %s', (until, state) => {
  expect(readinessOn(day(until), day('2026-11-22'))).toBe(state)
})
