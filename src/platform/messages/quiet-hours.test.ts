import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localOf } from '#kernel/time.ts'
import { isQuiet, whenAllowed } from './quiet-hours.ts'

const night = { from: 19 * 60, to: 9 * 60 }
const at = (text: string): Date => new Date(text)

test('a mail of the afternoon leaves at once', () => {
  expect(whenAllowed(at('2026-11-22T15:00:00+09:00'), night, 'Asia/Tokyo')).toEqual(at('2026-11-22T15:00:00+09:00'))
})

test('a mail of the evening waits for the morning', () => {
  expect(whenAllowed(at('2026-11-22T19:00:00+09:00'), night, 'Asia/Tokyo')).toEqual(at('2026-11-23T09:00:00+09:00'))
})

test('a mail after midnight waits for the same morning', () => {
  expect(whenAllowed(at('2026-11-23T00:30:00+09:00'), night, 'Asia/Tokyo')).toEqual(at('2026-11-23T09:00:00+09:00'))
})

test('quiet hours within one day end on that day', () => {
  const noon = { from: 12 * 60, to: 13 * 60 }
  expect(whenAllowed(at('2026-11-22T12:10:00+09:00'), noon, 'Asia/Tokyo')).toEqual(at('2026-11-22T13:00:00+09:00'))
})

test('on the evening before clocks are put back the morning is not lost', () => {
  const allDay = { from: 0, to: 23 * 60 + 30 }
  expect(whenAllowed(at('2026-04-03T13:00:00Z'), allDay, 'Australia/Lord_Howe')).toEqual(at('2026-04-04T12:30:00Z'))
})

test('the same minute twice means never quiet', () => {
  expect(isQuiet(600, { from: 600, to: 600 })).toBe(false)
})

const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
const cases = [
  fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
  fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1439 }) }),
  fc.constantFrom(...zones),
] as const

// Where the only hour that is left is skipped when clocks are put on, it is the day after.
test('whatever the quiet hours and the zone, the moment found is never quiet, never earlier, and at most two days and a bit away', () => {
  fc.assert(
    fc.property(...cases, (now, quiet, zone) => {
      const found = whenAllowed(now, quiet, zone)
      expect(isQuiet(localOf(found, zone).minute, quiet)).toBe(false)
      expect(found.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(found.getTime() - now.getTime()).toBeLessThanOrEqual(50 * 3_600_000)
    }),
    { numRuns: 500 },
  )
})

test('asked again at the moment found, nothing moves any more', () => {
  fc.assert(
    fc.property(...cases, (now, quiet, zone) => {
      const found = whenAllowed(now, quiet, zone)
      expect(whenAllowed(found, quiet, zone)).toEqual(found)
    }),
  )
})

test('a minute is quiet or belongs to the hours that are left: the two halves never overlap', () => {
  fc.assert(
    fc.property(cases[1], fc.integer({ min: 0, max: 1439 }), (quiet, minute) => {
      fc.pre(quiet.from !== quiet.to)
      expect(isQuiet(minute, quiet)).toBe(!isQuiet(minute, { from: quiet.to, to: quiet.from }))
    }),
  )
})
