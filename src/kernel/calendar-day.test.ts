import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  day,
  dayFromSerial,
  daySerial,
  daysBetween,
  monthStart,
  parseDay,
  weekdayOf,
  weekStart,
} from './calendar-day.ts'

const anyDay = fc.integer({ min: -200_000, max: 900_000 }).map(dayFromSerial)

describe('a calendar day', () => {
  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '', '2025-02-29', '２０２６-01-01'])(
    'refuses %j',
    (text) => {
      expect(parseDay(text)).toBeNull()
    },
  )

  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '1999-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  test('comes back from its serial', () => {
    fc.assert(fc.property(anyDay, (value) => dayFromSerial(daySerial(value)) === value))
  })

  test('moves by days and back', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (value, n) => daysBetween(value, addDays(value, n)) === n,
      ),
    )
  })

  test('knows its weekday as the platform calendar does', () => {
    fc.assert(fc.property(anyDay, (value) => weekdayOf(value) % 7 === new Date(`${value}T00:00:00Z`).getUTCDay()))
  })

  test('lies in the week that its Monday begins', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const monday = weekStart(value)
        expect(weekdayOf(monday)).toBe(1)
        expect(daysBetween(monday, value)).toBeLessThan(7)
        expect(daysBetween(monday, value)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test.each([
    ['2026-11-22', 0, '2026-11-01'],
    ['2026-11-22', 2, '2027-01-01'],
    ['2026-01-31', -1, '2025-12-01'],
  ])('%s plus %i months begins at %s', (value, months, expected) => {
    expect(monthStart(day(value), months)).toBe(expected)
  })
})
