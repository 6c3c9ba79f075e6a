import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, daySerial } from '#kernel/calendar-day.ts'
import { fiscalYearEnd } from '#kernel/fiscal-year.ts'
import { publishedYears, sampleHistory, type Wished, wholeYears } from './history.ts'
import { chance } from './random.ts'
import { sheetOf, suits } from './sheets.ts'

const wished = {
  today: day('2026-11-22'),
  years: publishedYears(day('2026-11-22'), [70, 240, 360]),
  supporters: Array.from({ length: 15 }, (_, i) => ({
    registeredOn: day(i < 7 ? '2024-10-01' : i < 10 ? '2025-04-01' : '2026-04-01'),
    endedOn: null,
    sheet: sheetOf(chance(i), [{ kind: 'cooking' }, { kind: 'walk' }], i === 0),
  })),
  companions: 3,
  places: [[0], [0, 1], [1]],
  activities: [
    { kind: 'cooking', minutes: 120, companionRequired: true },
    { kind: 'walk', minutes: 60, companionRequired: false },
  ],
} satisfies Wished

describe('the sample history', () => {
  test('comes out the same for the same seed', () => {
    expect(sampleHistory(chance(7), wished)).toEqual(sampleHistory(chance(7), wished))
  })

  test('never has anybody in two places on one day, nor before they were registered', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const seen = new Set<string>()
        for (const visit of sampleHistory(chance(seed), wished).visits) {
          const who = [
            ...visit.supporters.map((i) => `s${i}`),
            ...(visit.companion === null ? [] : [`c${visit.companion}`]),
          ]
          for (const one of who) {
            expect(seen.has(`${one}|${visit.day}`)).toBe(false)
            seen.add(`${one}|${visit.day}`)
          }
          for (const i of visit.supporters)
            expect((wished.supporters[i]?.registeredOn ?? '9999') <= visit.day).toBe(true)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('reaches some weeks in both directions from today', () => {
    const days = sampleHistory(chance(1), wished)
      .visits.map((visit) => visit.day)
      .toSorted()
    expect((days[0] ?? '') < '2024-11-01').toBe(true)
    expect((days.at(-1) ?? '') > '2026-12-15').toBe(true)
  })

  test('asks nobody for what their sheet does not say', () => {
    const taken = new Map<number, ReturnType<typeof day>[]>()
    for (const visit of sampleHistory(chance(3), wished).visits) {
      const minutes = wished.activities[visit.activity]?.minutes ?? 0
      for (const i of visit.supporters) {
        const sheet = wished.supporters[i]?.sheet
        expect(sheet && suits(sheet, [], { on: visit.day, from: visit.from, minutes, activity: visit.activity })).toBe(
          true,
        )
        taken.set(i, [...(taken.get(i) ?? []), visit.day])
      }
    }
    for (const [i, days] of taken)
      for (const one of days) {
        const inMonth = days.filter((other) => other.slice(0, 7) === one.slice(0, 7))
        expect(inMonth.length).toBeLessThanOrEqual(wished.supporters[i]?.sheet.limits.perMonth ?? 0)
      }
  })

  test('shows whoever signs in first a visit to record, one held, one ahead and one that waits', () => {
    const mine = sampleHistory(chance(5), wished).visits.filter((visit) => visit.supporters.includes(0))
    const near = mine.filter((visit) => visit.day > '2026-11-08' && visit.day < '2026-12-13')
    expect(near.some((visit) => visit.day < wished.today && visit.status === 'confirmed')).toBe(true)
    expect(near.some((visit) => visit.status === 'held')).toBe(true)
    expect(near.some((visit) => visit.day > wished.today && visit.status === 'confirmed')).toBe(true)
    expect(near.some((visit) => visit.status === 'planned')).toBe(true)
  })

  test.each([1, 2, 3, 5])('%i whole years hold as many visits for each year, whatever the day', (years) => {
    for (const today of [day('2026-11-22'), day('2027-03-31'), day('2027-04-01')]) {
      const parts = wholeYears(today, years, 360)
      const last = daySerial(today) + 35
      const days = parts.map(({ from }, i) => {
        const next = parts[i + 1]?.from
        return (next ? daySerial(next) : last + 1) - daySerial(from)
      })
      const visits = parts.map(({ year, from, visits: planned }, i) => {
        const whole = daySerial(fiscalYearEnd(year)) - daySerial(from) + 1
        return (planned * (days[i] ?? 0)) / whole
      })
      const sum = visits.reduce((a, b) => a + b, 0)
      expect(Math.abs(sum - 360 * years)).toBeLessThan(2 * parts.length)
    }
  })
})
