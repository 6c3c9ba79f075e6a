import { daySerial } from '#kernel/calendar-day.ts'
import { localOf } from '#kernel/time.ts'

/** Minutes since 1970-01-01 on a local clock. */
export const localMinutes = (instant: Date, zone: string): number => {
  const { day, minute } = localOf(instant, zone)
  return daySerial(day) * 1440 + minute
}

/** The same for thousands of minutes since the epoch between two: by one offset, where the clock is not changed between them. */
export const minutesBetween = (from: Date, to: Date, zone: string): ((epochMinute: number) => number) => {
  const offsets = new Set(monthly(from, to).map((instant) => localMinutes(instant, zone) - epochMinutes(instant)))
  const [offset = 0] = offsets
  return offsets.size === 1 ? (minute) => minute + offset : (minute) => localMinutes(new Date(minute * 60_000), zone)
}

export const epochMinutes = (instant: Date): number => Math.floor(instant.getTime() / 60_000)

// No clock is changed twice within thirty days.
const monthly = (from: Date, to: Date): Date[] => {
  const step = 30 * 86_400_000
  const count = Math.ceil((to.getTime() - from.getTime()) / step)
  return [...Array.from({ length: count }, (_, i) => new Date(from.getTime() + i * step)), to]
}
