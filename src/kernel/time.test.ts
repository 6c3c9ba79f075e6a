import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayFromSerial } from './calendar-day.ts'
import { dayIn, instantAt, localOf, minuteText, parseMinute } from './time.ts'

describe('local time', () => {
  test('a Tokyo evening of 31 March is still the old fiscal year there', () => {
    expect(dayIn(new Date('2026-03-31T14:59:00Z'), 'Asia/Tokyo')).toBe('2026-03-31')
    expect(dayIn(new Date('2026-03-31T15:00:00Z'), 'Asia/Tokyo')).toBe('2026-04-01')
  })

  test('an instant made from a local minute shows that minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (serial, minute) => {
        const on = dayFromSerial(serial)
        expect(localOf(instantAt(on, minute, 'Asia/Tokyo'), 'Asia/Tokyo')).toEqual({ day: on, minute })
      }),
    )
  })

  test('where clocks are put on and back, too, but for the night in which they are', () => {
    const zone = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 20_000, max: 21_500 }),
        fc.integer({ min: 240, max: 1439 }),
        (own, serial, minute) => {
          const on = dayFromSerial(serial)
          expect(localOf(instantAt(on, minute, own), own)).toEqual({ day: on, minute })
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['09:30', 570],
    ['9:05', 545],
    ['24:00', 1440],
    ['24:01', null],
    ['12:60', null],
    ['noon', null],
  ])('%s is minute %s', (text, expected) => {
    expect(parseMinute(text)).toBe(expected)
  })

  test('minutes are written with two digits each', () => {
    expect(minuteText(545)).toBe('09:05')
    expect(day('2026-11-22')).toBe('2026-11-22')
  })
})
