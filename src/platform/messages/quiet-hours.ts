import { addDays } from '#kernel/calendar-day.ts'
import { instantAt, localOf } from '#kernel/time.ts'

/** Minutes after midnight, `to` excluded; may cross midnight. The same minute twice means never quiet. */
export interface QuietHours {
  from: number
  to: number
}

export const isQuiet = (minute: number, { from, to }: QuietHours): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to

/** The first instant from `now` on at which nobody is disturbed. */
export const whenAllowed = (now: Date, quiet: QuietHours, zone: string): Date => {
  const { day, minute } = localOf(now, zone)
  if (!isQuiet(minute, quiet)) return now
  const endDay = minute < quiet.to ? day : addDays(day, 1)
  return pastQuiet(Math.max(now.getTime(), instantAt(endDay, quiet.to, zone).getTime()), quiet, zone)
}

const step = 15 * 60_000

// Where clocks change that night, the end of the quiet hours may be shown twice or not at all.
const pastQuiet = (instant: number, quiet: QuietHours, zone: string): Date => {
  let at = instant
  while (isQuiet(localOf(new Date(at), zone).minute, quiet)) at += step
  return new Date(at)
}
