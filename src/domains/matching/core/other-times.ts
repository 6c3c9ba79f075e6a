import type { CalendarDay } from '#kernel/calendar-day.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import type { Question, RequestFacts, Settings, Slot, SupporterFacts } from './facts.ts'
import type { Offered } from './slot-conditions.ts'
import { busy, monthLimit, notRegistered, offeredAt, rest, weekLimit } from './slot-conditions.ts'
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
const noticeDays = 3
const earliest = 9 * 60
const latest = 20 * 60

/** Null where nothing was offered yet: there is no time to move from. */
export const gridAround = (request: RequestFacts, today: CalendarDay): Grid | null => {
  const [first] = request.slots
  if (!first) return null
  const days = request.slots.map((slot) => slot.day)
  const firstDay = Math.max(daySerial(today) + noticeDays, Math.min(...days) - 7)
  const firstStart = Math.min(earliest, first.from)
  const minutes = first.to - first.from
  const starts = Math.floor((Math.max(latest, first.to) - minutes - firstStart) / step) + 1
  return { firstDay, days: Math.max(0, Math.max(...days) + 14 - firstDay), firstStart, starts, minutes }
}

export const gridSlot = (grid: Grid, index: number): Slot => {
  const from = grid.firstStart + (index % grid.starts) * step
  const day = grid.firstDay + Math.floor(index / grid.starts)
  return { id: `other-${day}-${from}`, day, from, to: from + grid.minutes }
}

/**
 * For each time of the grid, how many of these people are free: hours, limits, rest and bookings, without companions and partners.
 * The conditions are the same; only the hours are walked range by range instead of asked time by time.
 */
export const freeCounts = (question: Question, people: readonly SupporterFacts[], grid: Grid): Int32Array => {
  const counts = new Int32Array(grid.days * grid.starts)
  for (let d = 0; d < grid.days; d += 1) {
    const offered = dayOffered(question.request, question.settings, grid, d)
    for (const person of people) {
      if (dayConditions.every((condition) => condition(person, offered) === null)) {
        addFree(counts, person, offered, grid, d)
      }
    }
  }
  return counts
}

const dayConditions = [notRegistered, monthLimit, weekLimit, rest]

const dayOffered = (request: RequestFacts, settings: Settings, grid: Grid, d: number): Offered =>
  offeredAt(request, gridSlot(grid, d * grid.starts), settings, null)

const addFree = (counts: Int32Array, person: SupporterFacts, offered: Offered, grid: Grid, d: number): void => {
  const ranges = rangesOn(person.hours, offered.slot.day)
  const midnight = offered.slot.day * 1440
  const taken = person.busy.some((one) => midnight - 1440 < one.to && one.from < midnight + 2 * 1440)
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const first = Math.max(0, Math.ceil(((ranges[i] ?? 0) - grid.firstStart) / step))
    const last = Math.floor(((ranges[i + 1] ?? 0) - grid.minutes - grid.firstStart) / step)
    for (let s = first; s <= last && s < grid.starts; s += 1) {
      const index = d * grid.starts + s
      if (!taken || busy(person, { ...offered, slot: gridSlot(grid, index) }) === null) {
        counts[index] = (counts[index] ?? 0) + 1
      }
    }
  }
}
