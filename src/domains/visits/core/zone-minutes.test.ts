import fc from 'fast-check'
import { expect, test } from 'vitest'
import { epochMinutes, localMinutes, minutesBetween } from './zone-minutes.ts'

test('noon in Tokyo on the second day of 1970', () => {
  expect(localMinutes(new Date('1970-01-02T03:00:00Z'), 'Asia/Tokyo')).toBe(1440 + 720)
})

test('the quick way says the same as the calendar, also where clocks change', () => {
  const at = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(at, fc.constantFrom('Asia/Tokyo', 'Europe/Berlin'), fc.nat(300), (from, zone, days) => {
      const to = new Date(from.getTime() + days * 86_400_000)
      const between = new Date((from.getTime() + to.getTime()) / 2)
      expect(minutesBetween(from, to, zone)(epochMinutes(between))).toBe(localMinutes(between, zone))
    }),
    { numRuns: 100 },
  )
})
