import type { HoursFacts, Ranges } from './facts.ts'

/** 0 = Monday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7

export const weekStartOf = (day: number): number => day - weekdayIndex(day)

const nothing: Ranges = []

export const rangesOn = (hours: HoursFacts, day: number): Ranges =>
  hours.exceptions.get(day) ?? hours.weekly[weekdayIndex(day)] ?? nothing

export const covers = (ranges: Ranges, from: number, to: number): boolean => {
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    if ((ranges[i] ?? 0) <= from && to <= (ranges[i + 1] ?? 0)) return true
  }
  return false
}

/** How many of the days lie in [from, to]. */
export const countWithin = (days: readonly number[], from: number, to: number): number => {
  let count = 0
  for (let i = 0; i < days.length; i += 1) {
    const day = days[i]
    if (day !== undefined && from <= day && day <= to) count += 1
  }
  return count
}

const eras = (day: number): { era: number; dayOfEra: number } => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  return { era, dayOfEra: shifted - era * 146_097 }
}

// Howard Hinnant's civil_from_days: no Date in a loop over thousands.
const dayOfMarchYear = (dayOfEra: number): number => {
  const year = yearOfEra(dayOfEra)
  return dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
}

const yearOfEra = (dayOfEra: number): number =>
  Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )

/** The first and the last day of the day's calendar month. */
export const monthAround = (day: number): { from: number; to: number } => {
  const { dayOfEra } = eras(day)
  const dayOfYear = dayOfMarchYear(dayOfEra)
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const from = day - (dayOfYear - Math.floor((153 * month + 2) / 5))
  const next = from + 31
  return { from, to: next - dayInMonth(next) }
}

const dayInMonth = (day: number): number => {
  const dayOfYear = dayOfMarchYear(eras(day).dayOfEra)
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  return dayOfYear - Math.floor((153 * month + 2) / 5) + 1
}
