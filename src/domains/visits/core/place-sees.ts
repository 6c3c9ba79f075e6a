import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

/** The last day on which the place sees what the supporter agreed to show. */
export const seesSupporterUntil = (visitEndsOn: CalendarDay, days: number): CalendarDay => addDays(visitEndsOn, days)

/** From the supporter's agreement until the last day, while they are part of it. */
export const placeSeesSupporter = (facts: {
  agreedAt: Date | null
  leftAt: Date | null
  visitEndsOn: CalendarDay
  days: number
  now: Date
  today: CalendarDay
}): boolean =>
  facts.agreedAt !== null &&
  facts.agreedAt <= facts.now &&
  facts.leftAt === null &&
  facts.today <= seesSupporterUntil(facts.visitEndsOn, facts.days)
