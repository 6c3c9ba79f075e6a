import type { CalendarDay } from '#kernel/calendar-day.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import type { RequestFacts, Slot } from './facts.ts'

/** The times looked through for 'another time would help': half hours of some weeks around those offered. */
export interface Grid {
  firstDay: number
  days: number
  firstStart: number
  starts: number
  minutes: number
}

export const step = 30
// The days of a grid fit into one number, and the starts of a day.
const mostDays = 28
const mostStarts = 31
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
  return { firstDay, days: Math.min(mostDays, length), firstStart, starts: Math.min(mostStarts, starts), minutes }
}

export const gridSlot = (grid: Grid, index: number): Slot => {
  const from = grid.firstStart + (index % grid.starts) * step
  const day = grid.firstDay + Math.floor(index / grid.starts)
  return { id: `other-${day}-${from}`, day, from, to: from + grid.minutes }
}
