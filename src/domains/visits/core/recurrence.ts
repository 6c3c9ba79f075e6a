import {
  addDays,
  type CalendarDay,
  daySerial,
  monthOf,
  type Weekday,
  weekdayOf,
  weekStart,
} from '#kernel/calendar-day.ts'
import type { LocalSlot } from '#kernel/time.ts'

export interface Shift {
  weekday: Weekday
  from: number
  to: number
}

/** On which days: each of the weekdays, counted for itself. Shifts bring their own hours; the others take those of the series. */
export type Pattern =
  | { kind: 'weeks'; every: number; weekdays: readonly Weekday[] }
  | { kind: 'nth'; nth: 1 | 2 | 3 | 4 | 5; weekdays: readonly Weekday[] }
  | { kind: 'last'; weekdays: readonly Weekday[] }
  | { kind: 'shifts'; every: number; shifts: readonly Shift[] }

export interface Recurrence {
  pattern: Pattern
  fromDay: CalendarDay
  untilDay: CalendarDay
  fromMinute: number
  minutes: number
  /** Days that are left out. What is called off or moved later is so at its own visit. */
  skipped: readonly CalendarDay[]
  withoutHolidays: boolean
}

/** What the rule says, its exceptions left out: earliest first. */
export const occurrences = (rule: Recurrence, holidays: ReadonlySet<CalendarDay> = new Set()): LocalSlot[] =>
  regularSlots(rule)
    .filter((slot) => !left(rule, holidays, slot.day))
    .sort(byTime)

const left = (rule: Recurrence, holidays: ReadonlySet<CalendarDay>, on: CalendarDay): boolean =>
  rule.skipped.includes(on) || (rule.withoutHolidays && holidays.has(on))

/** What the rule says before anything was left out. */
export const regularSlots = (rule: Recurrence): LocalSlot[] =>
  daysOf(rule.fromDay, rule.untilDay).flatMap((on) => hoursOn(rule, on).map((hours) => ({ day: on, ...hours })))

const hoursOn = (rule: Recurrence, on: CalendarDay): { from: number; to: number }[] => {
  const { pattern } = rule
  if (pattern.kind === 'shifts')
    return inWeek(rule.fromDay, on, pattern.every)
      ? pattern.shifts.filter((shift) => shift.weekday === weekdayOf(on)).map(({ from, to }) => ({ from, to }))
      : []
  return takesPlace(pattern, rule.fromDay, on) ? [{ from: rule.fromMinute, to: rule.fromMinute + rule.minutes }] : []
}

const takesPlace = (pattern: Exclude<Pattern, { kind: 'shifts' }>, start: CalendarDay, on: CalendarDay): boolean => {
  if (!pattern.weekdays.includes(weekdayOf(on))) return false
  if (pattern.kind === 'weeks') return inWeek(start, on, pattern.every)
  if (pattern.kind === 'last') return monthOf(addDays(on, 7)) !== monthOf(on)
  return Math.ceil(Number(on.slice(8, 10)) / 7) === pattern.nth
}

// Weeks begin on Monday and are counted from the week of the first day.
const inWeek = (start: CalendarDay, on: CalendarDay, every: number): boolean =>
  ((daySerial(weekStart(on)) - daySerial(weekStart(start))) / 7) % every === 0

const daysOf = (from: CalendarDay, to: CalendarDay): CalendarDay[] =>
  Array.from({ length: Math.max(0, daySerial(to) - daySerial(from) + 1) }, (_, i) => addDays(from, i))

const byTime = (a: LocalSlot, b: LocalSlot): number => a.day.localeCompare(b.day) || a.from - b.from
