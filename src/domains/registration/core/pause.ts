import type { CalendarDay } from '#kernel/calendar-day.ts'

/** A time of not being asked. It has no reason, on purpose. Instants are epoch milliseconds. */
export interface Pause {
  id: string
  from: number
  /** The last day of the pause, itself included; null: until they come back by themselves. */
  untilDay: CalendarDay | null
  endedAt: number | null
}

/** The instant asked about, and the day it is on the programme's clock. */
export interface Moment {
  now: number
  today: CalendarDay
}

export const pauseHolds = (pause: Pause, at: Moment): boolean =>
  pause.from <= at.now &&
  (pause.endedAt === null || at.now < pause.endedAt) &&
  (pause.untilDay === null || at.today <= pause.untilDay)

/** The pause that holds now, or null. */
export const currentPause = (pauses: readonly Pause[], at: Moment): Pause | null =>
  pauses.find((pause) => pauseHolds(pause, at)) ?? null

/** What stands in the way of pausing: nothing but a last day that has already gone. */
export const pauseProblem = (untilDay: CalendarDay | null, today: CalendarDay): 'day_gone' | null =>
  untilDay !== null && untilDay < today ? 'day_gone' : null
