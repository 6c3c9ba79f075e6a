import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

export type Readiness = 'ready' | 'ends_soon' | 'over'

const soonDays = 60

/** Whether a place is ready for something, the last day itself included. */
export const readinessOn = (until: CalendarDay, today: CalendarDay): Readiness => {
  if (until < today) return 'over'
  return until <= addDays(today, soonDays) ? 'ends_soon' : 'ready'
}
