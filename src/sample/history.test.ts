import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { sampleHistory, threeYears } from './history.ts'
import { chance } from './random.ts'

const wished = {
  today: day('2026-11-22'),
  years: threeYears(day('2026-11-22'), [70, 240, 360]),
  supporters: Array.from({ length: 15 }, (_, i) => ({
    registeredOn: day(i < 7 ? '2024-10-01' : i < 10 ? '2025-04-01' : '2026-04-01'),
    endedOn: null,
  })),
  companions: 3,
  places: [[0], [0, 1], [1]],
  activities: [
    { minutes: 120, companionRequired: true },
    { minutes: 60, companionRequired: false },
  ],
  ahead: 35,
}

describe('the sample history', () => {
  test('comes out the same for the same seed', () => {
    expect(sampleHistory(chance(7), wished)).toEqual(sampleHistory(chance(7), wished))
  })

  test('never has anybody in two places on one day, nor before they were registered', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const seen = new Set<string>()
        for (const visit of sampleHistory(chance(seed), wished)) {
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
      .map((visit) => visit.day)
      .toSorted()
    expect((days[0] ?? '') < '2024-11-01').toBe(true)
    expect((days.at(-1) ?? '') > '2026-12-15').toBe(true)
  })
})
