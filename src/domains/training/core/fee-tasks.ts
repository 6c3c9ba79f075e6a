import { addDays, type CalendarDay, monthOf } from '#kernel/calendar-day.ts'
import { inHouseDays } from './fee-supplement.ts'

/** What of an office lies open: whether hours of this month are missing, and when it last gave its own training. */
export interface OfficeRhythm {
  hoursMissing: boolean
  lastTraining: CalendarDay | null
}

export type FeeTask =
  | { kind: 'hours'; month: string }
  | { kind: 'training' }
  | { kind: 'training_soon'; until: CalendarDay }

const soonDays = 30

/** What comes back every month and every year, where a supplement is to be held on. */
export const feeTasks = ({ hoursMissing, lastTraining }: OfficeRhythm, today: CalendarDay): FeeTask[] => [
  ...(hoursMissing ? [{ kind: 'hours' as const, month: monthOf(today) }] : []),
  ...trainingTask(lastTraining, today),
]

const trainingTask = (last: CalendarDay | null, today: CalendarDay): FeeTask[] => {
  const until = last && addDays(last, inHouseDays)
  if (until === null || until < today) return [{ kind: 'training' }]
  return until <= addDays(today, soonDays) ? [{ kind: 'training_soon', until }] : []
}
