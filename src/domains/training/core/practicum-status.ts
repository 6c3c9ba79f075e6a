import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const practicumStatuses = ['proposed', 'agreed', 'done', 'cancelled'] as const
export type PracticumStatus = (typeof practicumStatuses)[number]

export const practicumActors = ['trainee', 'host', 'coordinator', 'system'] as const
export type PracticumActor = (typeof practicumActors)[number]

export const practicumConditions = [
  'goals_written',
  'day_planned',
  'trainee_agreed',
  'place_agreed',
  'days_over',
  'some_day_held',
  'reason_given',
] as const
export type PracticumCondition = (typeof practicumConditions)[number]

const agreement = ['goals_written', 'day_planned', 'trainee_agreed', 'place_agreed'] as const
const anySide = ['trainee', 'host', 'coordinator'] as const

/** The life of a practicum or an observation visit. What changes after the agreement is agreed on anew. */
export const practicumTransitions: readonly Transition<PracticumStatus, PracticumActor, PracticumCondition>[] = [
  { from: 'proposed', to: 'agreed', who: ['system'], holds: agreement },
  { from: 'proposed', to: 'cancelled', who: anySide, holds: [] },
  { from: 'agreed', to: 'proposed', who: ['system'], holds: [] },
  { from: 'agreed', to: 'done', who: ['coordinator'], holds: ['days_over', 'some_day_held'] },
  { from: 'agreed', to: 'cancelled', who: anySide, holds: [] },
  { from: 'done', to: 'agreed', who: ['coordinator'], holds: ['reason_given'] },
]

export interface PracticumFacts {
  goals: string
  /** Days that stand: planned or held. */
  days: number
  daysPlanned: number
  daysHeld: number
  traineeAgreed: boolean
  placeAgreed: boolean
  reason: string
}

export type PracticumBlocker = TableBlocker<PracticumStatus, PracticumActor> | { kind: PracticumCondition }

/** What stands in the way of this step. */
export const practicumBlockers = (
  step: { from: PracticumStatus; to: PracticumStatus; who: PracticumActor },
  facts: PracticumFacts,
): PracticumBlocker[] =>
  stepBlockers(practicumTransitions, step, (condition): PracticumBlocker | null =>
    met[condition](facts) ? null : { kind: condition },
  )

const met: Record<PracticumCondition, (facts: PracticumFacts) => boolean> = {
  goals_written: (f) => f.goals.trim() !== '',
  day_planned: (f) => f.days > 0,
  trainee_agreed: (f) => f.traineeAgreed,
  place_agreed: (f) => f.placeAgreed,
  days_over: (f) => f.daysPlanned === 0,
  some_day_held: (f) => f.daysHeld > 0,
  reason_given: (f) => f.reason.trim() !== '',
}

/** Whether goals and days may still be changed. */
export const isOpen = (status: PracticumStatus): boolean => status === 'proposed' || status === 'agreed'

/**
 * Whether the place sees the practicum: from the person's own yes until so many days after its last day. Before that it hears of nobody,
 * and of what was called off nothing stays.
 */
export const placeSeesPracticum = (facts: {
  status: PracticumStatus
  traineeAgreed: boolean
  lastDay: CalendarDay | null
  days: number
  today: CalendarDay
}): boolean =>
  facts.status !== 'cancelled' &&
  facts.traineeAgreed &&
  (facts.lastDay === null || facts.today <= addDays(facts.lastDay, facts.days))
