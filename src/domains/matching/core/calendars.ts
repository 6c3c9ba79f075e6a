import { bitsBetween, lowestBit } from './bits.ts'
import type { Ranges, RequestFacts, SupporterFacts } from './facts.ts'
import type { Grid } from './grid.ts'
import { step } from './grid.ts'
import type { Asked, Judged } from './judged.ts'
import { openDaysOf } from './open-days.ts'
import { dayMinutes, gapBeside, isFarFrom } from './slot-conditions.ts'
import { weekdayIndex } from './time.ts'

/**
 * When everybody is free in whose way nothing stands always: registration, limits, rest, hours and bookings, without companions and
 * partners. These are the conditions of a time compiled to bits: a day of a person is one number, its lowest bit the first start.
 */
export interface Calendars extends Asked {
  grid: Grid
  /** Person by person, day by day. */
  starts: Int32Array
  /** Day by day, start by start: how many more are free than at the start before. */
  changes: Int32Array
}

export const calendarsOver = (grid: Grid, { question, always }: Judged): Calendars => {
  const starts = new Int32Array(question.supporters.length * grid.days)
  // One more start than there is, so that somebody may be free to the last.
  const changes = new Int32Array(grid.days * (grid.starts + 1))
  const openDays = openDaysOf(grid)
  const ask: Calendars['ask'] = (person, place) => {
    const open = always[place] === 0 ? openDays(person) : 0
    if (open === 0) return
    const row = { starts, first: place * grid.days }
    addHours(row, person, open, grid)
    takeBusy(row, person, question.request, grid)
    addChanges(changes, row, grid)
  }
  return { grid, starts, changes, ask }
}

/** How many are free at each time of the grid. */
export const freeCounts = ({ grid, changes }: Calendars): Int32Array => {
  const counts = new Int32Array(grid.days * grid.starts)
  for (let d = 0; d < grid.days; d += 1) {
    let free = 0
    for (let s = 0; s < grid.starts; s += 1) {
      free += changes[d * (grid.starts + 1) + s] ?? 0
      counts[d * grid.starts + s] = free
    }
  }
  return counts
}

/** Whether the person at a place is free at this time of the grid. */
export const freeAt = ({ grid, starts }: Calendars, index: number): ((place: number) => boolean) => {
  const day = Math.floor(index / grid.starts)
  const bit = 1 << (index % grid.starts)
  return (place) => ((starts[place * grid.days + day] ?? 0) & bit) !== 0
}

/** The days of one person among those of all. */
interface Row {
  starts: Int32Array
  first: number
}

const addHours = ({ starts, first }: Row, { hours }: SupporterFacts, open: number, grid: Grid): void => {
  const firstWeekday = weekdayIndex(grid.firstDay)
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const bits = startsWithin(hours.weekly[weekday] ?? [], grid)
    if (bits === 0) continue
    for (let d = (weekday - firstWeekday + 7) % 7; d < grid.days; d += 7)
      if ((open & (1 << d)) !== 0) starts[first + d] = bits
  }
  if (hours.exceptions.size === 0) return
  for (const [day, ranges] of hours.exceptions) {
    const d = day - grid.firstDay
    if (0 <= d && d < grid.days && (open & (1 << d)) !== 0) starts[first + d] = startsWithin(ranges, grid)
  }
}

const startsWithin = (ranges: Ranges, { firstStart, minutes, starts }: Grid): number => {
  let bits = 0
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const first = Math.ceil(((ranges[i] ?? 0) - firstStart) / step)
    const last = Math.floor(((ranges[i + 1] ?? 0) - minutes - firstStart) / step)
    bits |= bitsBetween(first, last, starts)
  }
  return bits
}

// A visit that starts between `from` and `to`, both excluded, runs into what is taken, the way and the breath included.
const takeBusy = ({ starts, first }: Row, person: SupporterFacts, request: RequestFacts, grid: Grid): void => {
  const midnight = grid.firstDay * dayMinutes
  for (let i = 0; i < person.busy.length; i += 1) {
    const taken = person.busy[i]
    if (!taken || isFarFrom(taken, midnight, midnight + grid.days * dayMinutes)) continue
    const gap = gapBeside(taken, person.base, request)
    const from = taken.from - gap - grid.minutes - midnight
    const to = taken.to + gap - midnight
    const last = Math.min(grid.days - 1, Math.floor(to / dayMinutes))
    for (let d = Math.max(0, Math.floor(from / dayMinutes)); d <= last; d += 1) {
      const start = d * dayMinutes + grid.firstStart
      const run = bitsBetween(Math.floor((from - start) / step) + 1, Math.ceil((to - start) / step) - 1, grid.starts)
      starts[first + d] = (starts[first + d] ?? 0) & ~run
    }
  }
}

// Where somebody begins and ceases to be free, not every start between: mostly there is one stretch a day.
const addChanges = (changes: Int32Array, { starts, first }: Row, grid: Grid): void => {
  for (let d = 0; d < grid.days; d += 1) {
    const day = starts[first + d] ?? 0
    if (day === 0) continue
    addTo(changes, d * (grid.starts + 1), day & ~(day << 1), 1)
    addTo(changes, d * (grid.starts + 1), ~day & (day << 1), -1)
  }
}

const addTo = (changes: Int32Array, row: number, bits: number, change: number): void => {
  for (let left = bits; left !== 0; left &= left - 1) {
    const at = row + lowestBit(left)
    changes[at] = (changes[at] ?? 0) + change
  }
}
