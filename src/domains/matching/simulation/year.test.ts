import { describe, expect, test } from 'vitest'
import { type PersonsYear, sharesOf, type Way, type Year, yearOf } from './year.ts'

const soak = process.env['HITOBA_SOAK'] === '1'
const seeds = soak ? Array.from({ length: 20 }, (_, i) => i + 1) : [1, 2, 3]
const others: readonly Way[] = ['first come, first served', 'one request after the other']

const offeredToThoseWhoDecline = ({ people }: Year): number =>
  people.filter((one: PersonsYear) => one.declinesOften).reduce((sum, { offered }) => sum + offered, 0)

/** Whether the fewest chances are more, and where they are as many, the next fewest. */
const isFairer = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((share, i) => share !== other[i])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

describe('years of wards', () => {
  const planned = seeds.map((seed) => yearOf('the planner', seed))

  test.each(others)('give chances more fairly than %s, and no fewer', (way) => {
    const years = seeds.map((seed) => yearOf(way, seed))
    years.forEach((year, i) => {
      const mine = planned[i] as Year
      expect(isFairer(sharesOf(mine), sharesOf(year))).toBe(true)
      expect(mine.seatsFilled).toBeGreaterThanOrEqual(year.seatsFilled)
    })
    // Taken together: whoever has few chances has no fewer, up to the middle one.
    const fewest = (all: readonly Year[], at: number): number =>
      all.reduce((sum, year) => sum + (sharesOf(year)[at] ?? 0), 0) / all.length
    for (let at = 0; at <= 7; at += 1) expect(fewest(planned, at)).toBeGreaterThanOrEqual(fewest(years, at))
  })

  test('offer no less to the same people when they decline often', () => {
    seeds.forEach((seed, i) => {
      const willing = yearOf('the planner', seed, 0.05)
      expect(offeredToThoseWhoDecline(planned[i] as Year)).toBeGreaterThanOrEqual(offeredToThoseWhoDecline(willing))
    })
  })
})
