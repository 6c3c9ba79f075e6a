import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayFromSerial } from '#kernel/calendar-day.ts'
import type { Pause } from './pause.ts'
import { currentPause, pauseHolds, pauseProblem } from './pause.ts'

const at = (text: string) => ({ now: Date.parse(`${text}T10:00:00+09:00`), today: day(text) })
const from = Date.parse('2026-11-10T09:00:00+09:00')
const pause = (more: Partial<Pause> = {}): Pause => ({ id: 'p', from, untilDay: null, endedAt: null, ...more })

describe('a pause', () => {
  test('holds from the press of the button, not before', () => {
    expect(pauseHolds(pause(), { now: from - 1, today: day('2026-11-10') })).toBe(false)
    expect(pauseHolds(pause(), { now: from, today: day('2026-11-10') })).toBe(true)
  })

  test('holds on its last day and no longer', () => {
    const withEnd = pause({ untilDay: day('2026-11-30') })
    expect(pauseHolds(withEnd, at('2026-11-30'))).toBe(true)
    expect(pauseHolds(withEnd, at('2026-12-01'))).toBe(false)
  })

  test('without a last day holds until they come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_800, max: 40_000 }), (serial) => {
        const today = dayFromSerial(serial)
        expect(pauseHolds(pause(), { now: from + 1, today })).toBe(true)
        expect(pauseHolds(pause({ endedAt: from + 1 }), { now: from + 1, today })).toBe(false)
      }),
    )
  })

  test('that ended early leaves nothing behind', () => {
    const over = pause({ endedAt: from + 1, untilDay: day('2027-01-01') })
    expect(currentPause([over], at('2026-11-20'))).toBeNull()
    expect(currentPause([over, pause({ id: 'q' })], at('2026-11-20'))?.id).toBe('q')
  })

  test('may end today, and not yesterday', () => {
    const today = day('2026-11-22')
    expect(pauseProblem(today, today)).toBeNull()
    expect(pauseProblem(null, today)).toBeNull()
    expect(pauseProblem(addDays(today, -1), today)).toBe('day_gone')
  })
})
