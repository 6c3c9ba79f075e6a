import type { CalendarDay, Weekday } from '#kernel/calendar-day.ts'
import { daySerial, weekdayOf } from '#kernel/calendar-day.ts'
import type { LocalSlot } from '#kernel/time.ts'

/** Minutes after midnight; `to` is excluded and at most 1440. */
export interface MinuteRange {
  from: number
  to: number
}

export interface WeeklyHours extends MinuteRange {
  weekday: Weekday
}

/** A day with other hours than usual. No hours: not on that day. */
export interface HoursException {
  day: CalendarDay
  hours: MinuteRange[]
}

export interface Hours {
  weekly: WeeklyHours[]
  exceptions: HoursException[]
}

/** Sorted, with what overlaps or touches made one: 9–12 and 12–15 cover a visit from 11 to 13. */
export const mergedRanges = (ranges: readonly MinuteRange[]): MinuteRange[] => {
  const merged: MinuteRange[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else merged.push({ from: range.from, to: range.to })
  }
  return merged
}

/** The hours of one day. An exception replaces the weekly hours of its day. */
export const hoursOn = (hours: Hours, day: CalendarDay): MinuteRange[] => {
  const exceptions = hours.exceptions.filter((exception) => exception.day === day)
  if (exceptions.length > 0) return mergedRanges(exceptions.flatMap((exception) => exception.hours))
  const weekday = weekdayOf(day)
  return mergedRanges(hours.weekly.filter((range) => range.weekday === weekday))
}

export const coversSlot = (hours: Hours, slot: LocalSlot): boolean =>
  hoursOn(hours, slot.day).some((range) => range.from <= slot.from && slot.to <= range.to)

export type RangeProblem = 'not_a_time' | 'ends_before_it_starts'

/** A range that ends before it starts is usually a night: it is written as two days, never across midnight. */
export const rangeProblem = (range: MinuteRange): RangeProblem | null => {
  if (!isMinute(range.from) || !isMinute(range.to)) return 'not_a_time'
  return range.from < range.to ? null : 'ends_before_it_starts'
}

const isMinute = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 1440

/** Hours as planning reads them by the thousand: day serials, and minutes as from, to, from, to … */
export interface NumericHours {
  /** Monday first. */
  weekly: readonly (readonly number[])[]
  exceptions: ReadonlyMap<number, readonly number[]>
  /** False: nobody has said yet when they have time. */
  said: boolean
}

export const numericHours = (hours: Hours): NumericHours => {
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) =>
    flat(hours.weekly.filter((range) => range.weekday === weekday)),
  )
  const byDay = Map.groupBy(hours.exceptions, (exception) => daySerial(exception.day))
  const exceptions = new Map(
    Array.from(byDay, ([day, all]) => [day, flat(all.flatMap((exception) => exception.hours))] as const),
  )
  return { weekly, exceptions, said: hours.weekly.length > 0 || hours.exceptions.length > 0 }
}

const flat = (ranges: readonly MinuteRange[]): number[] =>
  mergedRanges(ranges).flatMap((range) => [range.from, range.to])
