import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import type { LocalSlot } from '#kernel/time.ts'

/** A timetable made in one go: from a first day on, every so many days, always at the same time. */
export interface Rhythm {
  firstOn: CalendarDay
  everyDays: number
  fromMinute: number
}

/** When each line of the curriculum meets. Lines of one number (split tracks) meet on the same day. */
export const meetingTimes = <L extends { no: number; minutes: number }>(
  lines: readonly L[],
  rhythm: Rhythm,
): (LocalSlot & { line: L })[] => {
  const numbers = [...new Set(lines.map(({ no }) => no))].toSorted((a, b) => a - b)
  return lines.map((line) => ({
    line,
    day: addDays(rhythm.firstOn, numbers.indexOf(line.no) * rhythm.everyDays),
    from: rhythm.fromMinute,
    to: rhythm.fromMinute + line.minutes,
  }))
}
