import { expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import type { Pattern, Recurrence, Shift } from './recurrence.ts'
import { ruleBlockers } from './recurrence-rule.ts'

const from = day('2026-04-01')
const rule = (more: Partial<Recurrence> = {}): Recurrence => ({
  pattern: { kind: 'weeks', every: 1, weekdays: [3] },
  fromDay: from,
  untilDay: addDays(from, 90),
  fromMinute: 600,
  minutes: 60,
  skipped: [],
  withoutHolidays: false,
  ...more,
})
const blockers = (more: Partial<Recurrence>) => ruleBlockers(rule(more)).map(({ kind }) => kind)
const shifts = (...all: Shift[]): Pattern => ({ kind: 'shifts', every: 1, shifts: all })

test('a rule reaches two years and a day, and no further; one day is enough', () => {
  expect(blockers({ untilDay: addDays(from, 731) })).toEqual([])
  expect(blockers({ untilDay: addDays(from, 732) })).toEqual(['too_long'])
  expect(blockers({ untilDay: from })).toEqual([])
  expect(blockers({ untilDay: addDays(from, -1) })).toEqual(['days_reversed'])
})

test('shifts may follow each other, and may not run into each other', () => {
  const early: Shift = { weekday: 6, from: 600, to: 720 }
  expect(blockers({ pattern: shifts(early, { weekday: 6, from: 720, to: 840 }) })).toEqual([])
  expect(blockers({ pattern: shifts(early, { weekday: 6, from: 719, to: 840 }) })).toEqual(['shifts_overlap'])
  expect(blockers({ pattern: shifts(early, { weekday: 7, from: 600, to: 720 }) })).toEqual([])
})

test('hours lie within a day, and last', () => {
  expect(blockers({ fromMinute: 1380, minutes: 60 })).toEqual([])
  expect(blockers({ fromMinute: 1380, minutes: 61 })).toEqual(['no_minutes'])
  expect(blockers({ minutes: 0 })).toEqual(['no_minutes'])
  expect(blockers({ pattern: shifts({ weekday: 6, from: 0, to: 1440 }) })).toEqual([])
  expect(blockers({ pattern: shifts({ weekday: 6, from: 600, to: 600 }) })).toEqual(['no_minutes'])
})

test('every so many weeks is a whole number, on some weekday', () => {
  for (const every of [0, -1, 1.5]) {
    expect(blockers({ pattern: { kind: 'weeks', every, weekdays: [3] } })).toEqual(['every_unclear'])
  }
  expect(blockers({ pattern: { kind: 'last', weekdays: [] } })).toEqual(['no_weekdays'])
  expect(blockers({ pattern: shifts() })).toEqual(['no_weekdays'])
})
