import { bitsBetween } from './bits.ts'
import type { SupporterFacts } from './facts.ts'
import { countWithin, monthAround, weekStartOf } from './time.ts'

interface Days {
  firstDay: number
  days: number
}

interface Stretch {
  from: number
  to: number
  bits: number
}

/** For each person the days on which registration, limits and rest leave room: one bit a day, at most 31 days. */
export const openDaysOf = (grid: Days): ((person: SupporterFacts) => number) => {
  const months = stretches(grid, monthAround)
  const weeks = stretches(grid, (day) => ({ from: weekStartOf(day), to: weekStartOf(day) + 6 }))
  const bits = (from: number, to: number): number => bitsBetween(from - grid.firstDay, to - grid.firstDay, grid.days)
  return (person) => {
    let open = bits(person.registeredFrom, person.registeredUntil ?? Number.POSITIVE_INFINITY)
    open &= ~fullBits(months, person.visitDays, person.maxPerMonth)
    open &= ~fullBits(weeks, person.visitDays, person.maxPerWeek)
    for (const day of person.visitDays) open &= ~bits(day - person.restDays, day + person.restDays)
    return open
  }
}

const fullBits = (all: readonly Stretch[], visitDays: readonly number[], most: number): number => {
  if (visitDays.length < most) return 0
  let full = 0
  for (const one of all) if (countWithin(visitDays, one.from, one.to) >= most) full |= one.bits
  return full
}

const stretches = (grid: Days, around: (day: number) => { from: number; to: number }): Stretch[] => {
  const found: Stretch[] = []
  for (let day = grid.firstDay; day < grid.firstDay + grid.days; day = (found.at(-1)?.to ?? day) + 1) {
    const { from, to } = around(day)
    found.push({ from, to, bits: bitsBetween(from - grid.firstDay, to - grid.firstDay, grid.days) })
  }
  return found
}
