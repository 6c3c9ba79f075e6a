import type { CalendarDay } from './calendar-day.ts'
import { dayFromSerial, daySerial } from './calendar-day.ts'

/** A stretch of one local day: minutes after midnight, `to` excluded, at most 1440. */
export interface LocalSlot {
  day: CalendarDay
  from: number
  to: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// A new formatter for each call costs more than the page it is for.
const formatterFor = (zone: string): Intl.DateTimeFormat => {
  let found = formatters.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(zone, found)
  }
  return found
}

/** The local day and minute of an instant. */
export const localOf = (instant: Date, zone: string): { day: CalendarDay; minute: number } =>
  zone === 'Asia/Tokyo' && instant.getTime() > lastSummerTime ? inJapan(instant) : inZone(instant, zone)

// Japan has kept UTC+9 without summer time since 1952: arithmetic is ten times faster than Intl.
const lastSummerTime = Date.UTC(1952, 0, 1)

const inJapan = (instant: Date): { day: CalendarDay; minute: number } => {
  const minutes = Math.floor(instant.getTime() / 60_000) + 9 * 60
  const serial = Math.floor(minutes / 1440)
  return { day: dayFromSerial(serial), minute: minutes - serial * 1440 }
}

const inZone = (instant: Date, zone: string): { day: CalendarDay; minute: number } => {
  const part = Object.fromEntries(
    formatterFor(zone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  )
  return {
    day: `${part['year']}-${part['month']}-${part['day']}` as CalendarDay,
    minute: Number(part['hour']) * 60 + Number(part['minute']),
  }
}

export const dayIn = (instant: Date, zone: string): CalendarDay => localOf(instant, zone).day

/** The instant at which a local clock shows this minute of this day; where clocks are put on and never show it, one close by. */
export const instantAt = (value: CalendarDay, minute: number, zone: string): Date => {
  const shown = daySerial(value) * 86_400_000 + minute * 60_000
  // Asked twice: between the first answer and the moment meant clocks may have been put on or back.
  const about = shown - aheadAt(shown, zone)
  return new Date(shown - aheadAt(about, zone))
}

/** By how much a local clock is ahead of UTC, in milliseconds. */
const aheadAt = (instant: number, zone: string): number => {
  const { day, minute } = localOf(new Date(instant), zone)
  return daySerial(day) * 86_400_000 + minute * 60_000 - instant
}

/** '13:05' → 785, or null where it is no time of day. '24:00' is the end of the day. */
export const parseMinute = (text: string): number | null => {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (!parts) return null
  const minute = Number(parts[1]) * 60 + Number(parts[2])
  return Number(parts[2]) < 60 && minute <= 1440 ? minute : null
}

export const minuteText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
