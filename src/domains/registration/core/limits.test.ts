import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayFromSerial, daysBetween } from '#kernel/calendar-day.ts'
import { limitsPassed } from './limits.ts'

const free = { perWeek: 7, perMonth: 31, restDays: 0 }
const days = (...texts: string[]) => texts.map(day)

describe('own limits', () => {
  test('a week runs from Monday to Sunday', () => {
    const once = { ...free, perWeek: 1 }
    expect(limitsPassed(once, days('2026-11-23'), day('2026-11-29'))).toEqual(['week'])
    expect(limitsPassed(once, days('2026-11-22'), day('2026-11-23'))).toEqual([])
  })

  test('a month is the calendar month, also where a week reaches over its edge', () => {
    const once = { ...free, perMonth: 1 }
    expect(limitsPassed(once, days('2026-11-30'), day('2026-12-01'))).toEqual([])
    expect(limitsPassed(once, days('2026-12-31'), day('2026-12-01'))).toEqual(['month'])
  })

  test('rest is counted in full days between two visits, in both directions', () => {
    const rest = { ...free, restDays: 2 }
    expect(limitsPassed(rest, days('2026-11-10'), day('2026-11-12'))).toEqual(['rest'])
    expect(limitsPassed(rest, days('2026-11-10'), day('2026-11-13'))).toEqual([])
    expect(limitsPassed(rest, days('2026-11-10'), day('2026-11-08'))).toEqual(['rest'])
  })

  test('without rest there is still at most one visit a day', () => {
    expect(limitsPassed(free, days('2026-11-10'), day('2026-11-10'))).toEqual(['rest'])
  })

  test('a plan made one day at a time within the limits stays within them', () => {
    const limitsOf = fc.record({
      perWeek: fc.integer({ min: 0, max: 4 }),
      perMonth: fc.integer({ min: 0, max: 8 }),
      restDays: fc.integer({ min: 0, max: 4 }),
    })
    const asked = fc.array(fc.integer({ min: 20_760, max: 20_820 }).map(dayFromSerial), { maxLength: 60 })
    fc.assert(
      fc.property(limitsOf, asked, (limits, wanted) => {
        const agreed = wanted.reduce<typeof wanted>(
          (kept, one) => (limitsPassed(limits, kept, one).length === 0 ? [...kept, one] : kept),
          [],
        )
        const inWeek = Map.groupBy(agreed, (d) => Math.floor((daysBetween(day('2026-11-02'), d) + 700) / 7))
        const inMonth = Map.groupBy(agreed, (d) => d.slice(0, 7))
        for (const list of inWeek.values()) expect(list.length).toBeLessThanOrEqual(limits.perWeek)
        for (const list of inMonth.values()) expect(list.length).toBeLessThanOrEqual(limits.perMonth)
        const sorted = agreed.toSorted()
        const gaps = sorted.slice(1).map((next, i) => daysBetween(sorted[i] ?? next, next))
        expect(gaps.every((gap) => gap > limits.restDays)).toBe(true)
      }),
    )
  })
})
