import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { endBlockers, registerBlockers } from './registering.ts'

const today = day('2026-11-22')
const since = day('2025-04-01')

describe('registering', () => {
  test('somebody new, today or on a day that has gone by', () => {
    expect(registerBlockers({ on: today, today, known: null })).toEqual([])
    expect(registerBlockers({ on: since, today, known: null })).toEqual([])
    expect(registerBlockers({ on: day('2026-11-23'), today, known: null })).toEqual([{ kind: 'day_ahead' }])
  })

  test('nobody twice, and everybody may come back', () => {
    const known = (endedOn: string | null) => ({ registeredOn: since, endedOn: endedOn === null ? null : day(endedOn) })
    expect(registerBlockers({ on: today, today, known: known(null) })).toEqual([{ kind: 'registered_already' }])
    expect(registerBlockers({ on: today, today, known: known('2026-11-22') })).toEqual([])
    expect(registerBlockers({ on: today, today, known: known('2026-03-31') })).toEqual([])
  })

  test('an end has a reason in neutral words, and happens once', () => {
    const supporter = { registeredOn: since, endedOn: null }
    expect(endBlockers({ reason: 'own_wish', supporter, today, waitsUnheard: false })).toEqual([])
    expect(endBlockers({ reason: null, supporter, today, waitsUnheard: false })).toEqual([{ kind: 'reason_missing' }])
    expect(
      endBlockers({ reason: 'moved', supporter: { ...supporter, endedOn: today }, today, waitsUnheard: false }),
    ).toEqual([{ kind: 'ended_already' }])
  })

  test('silence ends nothing before another way was tried, unless they have said so themselves', () => {
    const asked = { supporter: { registeredOn: since, endedOn: null }, today, waitsUnheard: true }
    expect(endBlockers({ ...asked, reason: 'long_away' })).toEqual([{ kind: 'other_way_first' }])
    expect(endBlockers({ ...asked, reason: 'other' })).toEqual([{ kind: 'other_way_first' }])
    expect(endBlockers({ ...asked, reason: 'own_wish' })).toEqual([])
    expect(endBlockers({ ...asked, reason: 'moved' })).toEqual([])
    expect(endBlockers({ ...asked, reason: 'long_away', waitsUnheard: false })).toEqual([])
  })
})
