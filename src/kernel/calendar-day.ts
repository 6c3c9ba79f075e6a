/** A day of the calendar, 'YYYY-MM-DD', without time or zone. Valid by construction. */
export type CalendarDay = string & { readonly calendarDay: unique symbol }

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day that the text names, or null where there is no such day. */
export const parseDay = (text: string): CalendarDay | null => {
  const parts = shape.exec(text)
  if (!parts) return null
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number]
  const serial = serialOf(year, month, date)
  return year >= 1 && month >= 1 && month <= 12 && textOf(serial) === text ? (text as CalendarDay) : null
}

/** For days that are certain (columns of type date, literals). Throws on anything else. */
export const day = (text: string): CalendarDay => {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`not a calendar day: ${text}`)
  return parsed
}

/** Days since 1970-01-01: for rules that compare thousands of days. */
export const daySerial = (value: CalendarDay): number =>
  serialOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10)))

export const dayFromSerial = (serial: number): CalendarDay => textOf(serial) as CalendarDay

export const addDays = (value: CalendarDay, days: number): CalendarDay => dayFromSerial(daySerial(value) + days)

export const daysBetween = (from: CalendarDay, to: CalendarDay): number => daySerial(to) - daySerial(from)

export const weekdayOf = (value: CalendarDay): Weekday => (((((daySerial(value) + 3) % 7) + 7) % 7) + 1) as Weekday

/** The Monday of the day's week. */
export const weekStart = (value: CalendarDay): CalendarDay => addDays(value, 1 - weekdayOf(value))

export const monthOf = (value: CalendarDay): string => value.slice(0, 7)

/** The first day of the month that lies `months` after the day's own. */
export const monthStart = (value: CalendarDay, months = 0): CalendarDay => {
  const index = Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01` as CalendarDay
}

const serialOf = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / 86_400_000

const textOf = (serial: number): string => new Date(serial * 86_400_000).toISOString().slice(0, 10)
