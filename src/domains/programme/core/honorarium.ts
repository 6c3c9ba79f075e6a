import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Yen, yen } from '#kernel/money.ts'

export interface HonorariumRate {
  from: CalendarDay
  yen: number
}

/** The rate that holds on the day, or null where none does: a day without a rate is refused, never paid as another year's. */
export const honorariumOn = (rates: readonly HonorariumRate[], day: CalendarDay): Yen | null => {
  const holding = rates.filter((rate) => rate.from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  return holding ? yen(holding.yen) : null
}
