import type { CalendarDay } from '#kernel/calendar-day.ts'
import { daysBetween, monthOf, weekStart } from '#kernel/calendar-day.ts'

/** The person's own limits. They are never stretched by anybody else. */
export interface Limits {
  perWeek: number
  perMonth: number
  /** Full days without a visit between two visits; 0 still means at most one a day. */
  restDays: number
}

export type Limit = 'week' | 'month' | 'rest'

/** Which own limits one more visit on this day would pass. A week runs from Monday to Sunday. */
export const limitsPassed = (limits: Limits, visitDays: readonly CalendarDay[], day: CalendarDay): Limit[] => {
  const week = weekStart(day)
  const month = monthOf(day)
  const passed: Limit[] = []
  if (visitDays.filter((other) => weekStart(other) === week).length + 1 > limits.perWeek) passed.push('week')
  if (visitDays.filter((other) => monthOf(other) === month).length + 1 > limits.perMonth) passed.push('month')
  if (visitDays.some((other) => Math.abs(daysBetween(other, day)) <= limits.restDays)) passed.push('rest')
  return passed
}
