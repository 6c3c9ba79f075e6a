import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

// Long enough to be a rest, short enough that nobody drops out of sight; ended by one press on any day.
const restDays = 14

/** The last day of the rest that is offered after a heavy visit. */
export const restUntil = (today: CalendarDay): CalendarDay => addDays(today, restDays)

export const answers = ['rest', 'no_thanks'] as const
export type RestAnswer = (typeof answers)[number]

export const isRestAnswer = (text: string): text is RestAnswer => (answers as readonly string[]).includes(text)
