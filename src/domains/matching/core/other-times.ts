import type { CalendarDay } from '#kernel/calendar-day.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import type { Question, Ranges, RequestFacts, Slot, SupporterFacts } from './facts.ts'
import { openDaysOf } from './open-days.ts'
import { dayMinutes, gapBeside } from './slot-conditions.ts'
import { rangesOn } from './time.ts'

/** The times looked through for 'another time would help': half hours of some weeks around those offered. */
export interface Grid {
  firstDay: number
  days: number
  firstStart: number
  starts: number
  minutes: number
}

const step = 30
// The days of a grid fit into one integer.
const mostDays = 28
const noticeDays = 3
const earliest = 9 * 60
const latest = 20 * 60

/** Null where nothing was offered yet: there is no time to move from. */
export const gridAround = (request: RequestFacts, today: CalendarDay): Grid | null => {
  const [first] = request.slots
  if (!first) return null
  const days = request.slots.map((slot) => slot.day)
  const firstDay = Math.max(daySerial(today) + noticeDays, Math.min(...days) - 5)
  const firstStart = Math.min(earliest, first.from)
  const minutes = first.to - first.from
  const starts = Math.floor((Math.max(latest, first.to) - minutes - firstStart) / step) + 1
  const length = Math.max(0, Math.max(...days) + 10 - firstDay)
  return { firstDay, days: Math.min(mostDays, length), firstStart, starts, minutes }
}

export const gridSlot = (grid: Grid, index: number): Slot => {
  const from = grid.firstStart + (index % grid.starts) * step
  const day = grid.firstDay + Math.floor(index / grid.starts)
  return { id: `other-${day}-${from}`, day, from, to: from + grid.minutes }
}

/**
 * For each time of the grid, how many of these people are free: hours, limits, rest and bookings, without companions and partners.
 * The conditions are the same; only days, hours and bookings are walked range by range instead of asked time by time.
 */
export const freeCounts = (question: Question, people: readonly SupporterFacts[], grid: Grid): Int32Array => {
  // One more start than there is, so that a range may end behind the last.
  const changes = new Int32Array(grid.days * (grid.starts + 1))
  const days = openDaysOf(grid)
  for (const person of people) {
    const open = days(person)
    if (open === 0) continue
    const taken = takenBy(person, question.request, grid)
    for (let d = 0; d < grid.days; d += 1) {
      if ((open & (1 << d)) === 0) continue
      const ranges = rangesOn(person.hours, grid.firstDay + d)
      if (ranges.length > 0) addFree(changes, freeOf(ranges, taken, grid.firstDay + d), grid, d)
    }
  }
  return summed(changes, grid)
}

/** Time that a visit may not touch, the way and the breath included; in minutes since 1970. */
interface Taken {
  from: number
  to: number
}

const none: readonly Taken[] = []

const takenBy = (person: SupporterFacts, request: RequestFacts, grid: Grid): readonly Taken[] => {
  const begin = (grid.firstDay - 1) * dayMinutes
  const end = (grid.firstDay + grid.days + 1) * dayMinutes
  const near = person.busy.filter((one) => one.from < end && begin < one.to)
  return near.length === 0
    ? none
    : near.map((one) => {
        const gap = gapBeside(one, person.base, request)
        return { from: one.from - gap, to: one.to + gap }
      })
}

const freeOf = (ranges: Ranges, taken: readonly Taken[], day: number): Ranges => {
  let free = ranges
  for (const one of taken) {
    const from = one.from - day * dayMinutes
    const to = one.to - day * dayMinutes
    if (from < dayMinutes && 0 < to) free = without(free, from, to)
  }
  return free
}

const without = (ranges: Ranges, from: number, to: number): number[] => {
  const left: number[] = []
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const start = ranges[i] ?? 0
    const end = ranges[i + 1] ?? 0
    if (start < Math.min(end, from)) left.push(start, Math.min(end, from))
    if (Math.max(start, to) < end) left.push(Math.max(start, to), end)
  }
  return left
}

const addFree = (changes: Int32Array, free: Ranges, grid: Grid, d: number): void => {
  const row = d * (grid.starts + 1)
  for (let i = 0; i + 1 < free.length; i += 2) {
    const first = Math.max(0, Math.ceil(((free[i] ?? 0) - grid.firstStart) / step))
    const last = Math.min(grid.starts - 1, Math.floor(((free[i + 1] ?? 0) - grid.minutes - grid.firstStart) / step))
    if (first > last) continue
    changes[row + first] = (changes[row + first] ?? 0) + 1
    changes[row + last + 1] = (changes[row + last + 1] ?? 0) - 1
  }
}

const summed = (changes: Int32Array, grid: Grid): Int32Array => {
  const counts = new Int32Array(grid.days * grid.starts)
  for (let d = 0; d < grid.days; d += 1) {
    let here = 0
    for (let s = 0; s < grid.starts; s += 1) {
      here += changes[d * (grid.starts + 1) + s] ?? 0
      counts[d * grid.starts + s] = here
    }
  }
  return counts
}
