import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Weekday } from '#kernel/calendar-day.ts'
import { day, dayFromSerial, daySerial, weekdayOf } from '#kernel/calendar-day.ts'
import type { Hours, MinuteRange } from './hours.ts'
import { coversSlot, hoursOn, mergedRanges, numericHours, rangeProblem } from './hours.ts'

const aRange: fc.Arbitrary<MinuteRange> = fc
  .tuple(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 48 }))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: Math.min(a, b) * 30, to: Math.max(a, b) * 30 }))

const aDay = fc.integer({ min: 20_000, max: 20_027 }).map(dayFromSerial)

const someHours: fc.Arbitrary<Hours> = fc.record({
  weekly: fc.array(
    fc
      .tuple(aRange, fc.integer({ min: 1, max: 7 }))
      .map(([range, weekday]) => ({ ...range, weekday: weekday as Weekday })),
    { maxLength: 12 },
  ),
  exceptions: fc.array(fc.record({ day: aDay, hours: fc.array(aRange, { maxLength: 2 }) }), { maxLength: 4 }),
})

// The slow and certain way: every minute of the day looked at alone.
const freeMinutes = (hours: Hours, on: ReturnType<typeof day>): boolean[] => {
  const exceptions = hours.exceptions.filter((e) => e.day === on)
  const ranges =
    exceptions.length > 0
      ? exceptions.flatMap((e) => e.hours)
      : hours.weekly.filter((range) => range.weekday === weekdayOf(on))
  return Array.from({ length: 1440 }, (_, minute) => ranges.some((r) => r.from <= minute && minute < r.to))
}

describe('hours of a day', () => {
  test('a slot is covered exactly when each of its minutes is', () => {
    fc.assert(
      fc.property(someHours, aDay, aRange, (hours, on, range) => {
        const every = freeMinutes(hours, on).slice(range.from, range.to).every(Boolean)
        expect(coversSlot(hours, { day: on, ...range })).toBe(every)
      }),
    )
  })

  test('merged ranges are apart, sorted, and cover the same minutes', () => {
    fc.assert(
      fc.property(fc.array(aRange, { maxLength: 8 }), (ranges) => {
        const merged = mergedRanges(ranges)
        expect(merged.every((range) => range.from < range.to)).toBe(true)
        expect(merged.slice(1).every((next, i) => (merged[i]?.to ?? 0) < next.from)).toBe(true)
        const inside = (all: readonly MinuteRange[], m: number) => all.some((r) => r.from <= m && m < r.to)
        for (let m = 0; m < 1440; m += 15) expect(inside(merged, m)).toBe(inside(ranges, m))
      }),
    )
  })

  test('the numeric form says the same as the readable one', () => {
    fc.assert(
      fc.property(someHours, aDay, (hours, on) => {
        const numeric = numericHours(hours)
        const serial = daySerial(on)
        const flat = numeric.exceptions.get(serial) ?? numeric.weekly[weekdayOf(on) - 1] ?? []
        expect(flat).toEqual(hoursOn(hours, on).flatMap((range) => [range.from, range.to]))
      }),
    )
  })

  test('an exception without hours means: not on that day', () => {
    const monday = day('2026-11-23')
    const hours: Hours = { weekly: [{ weekday: 1, from: 540, to: 720 }], exceptions: [{ day: monday, hours: [] }] }
    expect(hoursOn(hours, monday)).toEqual([])
    expect(hoursOn(hours, day('2026-11-30'))).toEqual([{ from: 540, to: 720 }])
  })

  test('hours that touch are one: 9 to 12 and 12 to 15 cover 11 to 13', () => {
    const hours: Hours = {
      weekly: [
        { weekday: 1, from: 720, to: 900 },
        { weekday: 1, from: 540, to: 720 },
      ],
      exceptions: [],
    }
    expect(coversSlot(hours, { day: day('2026-11-23'), from: 660, to: 780 })).toBe(true)
  })

  test('hours across midnight, of no length or beyond the day are no hours', () => {
    expect(rangeProblem({ from: 1320, to: 120 })).toBe('ends_before_it_starts')
    expect(rangeProblem({ from: 600, to: 600 })).toBe('ends_before_it_starts')
    expect(rangeProblem({ from: 600, to: 1500 })).toBe('not_a_time')
    expect(rangeProblem({ from: Number.NaN, to: 600 })).toBe('not_a_time')
    expect(rangeProblem({ from: 0, to: 1440 })).toBeNull()
  })
})
