import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import { honorariumOn } from './honorarium.ts'

describe('the honorarium of a day', () => {
  const rates = [
    { from: day('2025-04-01'), yen: 3000 },
    { from: day('2026-04-01'), yen: 3500 },
  ]

  test.each([
    ['2025-03-31', null],
    ['2025-04-01', 3000],
    ['2026-03-31', 3000],
    ['2026-04-01', 3500],
    ['2030-01-01', 3500],
  ])('on %s is %s', (on, expected) => {
    expect(honorariumOn(rates, day(on))).toBe(expected)
  })

  test('does not depend on the order in which rates were written', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rates, { minLength: 2 }),
        fc.integer({ min: -800, max: 800 }),
        (shuffled, shift) => {
          const on = addDays(day('2026-04-01'), shift)
          expect(honorariumOn(shuffled, on)).toBe(honorariumOn(rates, on))
        },
      ),
    )
  })
})
