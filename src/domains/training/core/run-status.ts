import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const runStatuses = ['draft', 'open', 'selecting', 'running', 'finished', 'cancelled'] as const
export type RunStatus = (typeof runStatuses)[number]

export const runActors = ['coordinator', 'system'] as const
export type RunActor = (typeof runActors)[number]

export const runConditions = [
  'sessions_planned',
  'window_ahead',
  'window_over',
  'nobody_applied',
  'all_answered',
  'somebody_enrolled',
  'sessions_over',
  'reason_given',
] as const
export type RunCondition = (typeof runConditions)[number]

const staff = ['coordinator'] as const

/** The life of a run. What was cancelled stays to be read. */
export const runTransitions: readonly Transition<RunStatus, RunActor, RunCondition>[] = [
  { from: 'draft', to: 'open', who: staff, holds: ['sessions_planned', 'window_ahead'] },
  { from: 'draft', to: 'cancelled', who: staff, holds: [] },
  { from: 'open', to: 'draft', who: staff, holds: ['nobody_applied'] },
  { from: 'open', to: 'selecting', who: staff, holds: [] },
  { from: 'open', to: 'selecting', who: ['system'], holds: ['window_over'] },
  { from: 'open', to: 'cancelled', who: staff, holds: ['reason_given'] },
  { from: 'selecting', to: 'open', who: staff, holds: ['window_ahead'] },
  { from: 'selecting', to: 'running', who: staff, holds: ['all_answered', 'somebody_enrolled'] },
  { from: 'selecting', to: 'cancelled', who: staff, holds: ['reason_given'] },
  { from: 'running', to: 'finished', who: staff, holds: ['sessions_over'] },
  { from: 'running', to: 'cancelled', who: staff, holds: ['reason_given'] },
  { from: 'finished', to: 'running', who: staff, holds: ['reason_given'] },
]

export interface RunFacts {
  sessions: number
  /** Planned and not over yet. */
  sessionsAhead: number
  applyUntilAhead: boolean
  applications: number
  /** Sent, and nobody has answered them. */
  unanswered: number
  enrolled: number
  reason: string
}

export type RunBlocker = TableBlocker<RunStatus, RunActor> | { kind: RunCondition }

/** What stands in the way of this step. */
export const runBlockers = (step: { from: RunStatus; to: RunStatus; who: RunActor }, facts: RunFacts): RunBlocker[] =>
  stepBlockers(runTransitions, step, (condition): RunBlocker | null =>
    met[condition](facts) ? null : { kind: condition },
  )

const met: Record<RunCondition, (facts: RunFacts) => boolean> = {
  sessions_planned: (f) => f.sessions > 0,
  window_ahead: (f) => f.applyUntilAhead,
  window_over: (f) => !f.applyUntilAhead,
  nobody_applied: (f) => f.applications === 0,
  all_answered: (f) => f.unanswered === 0,
  somebody_enrolled: (f) => f.enrolled > 0,
  sessions_over: (f) => f.sessions > 0 && f.sessionsAhead === 0,
  reason_given: (f) => f.reason.trim() !== '',
}

/** In whose timetable people's time is taken, and whose sessions are reminded of. */
export const takesTime = (status: RunStatus): boolean => status !== 'cancelled' && status !== 'finished'
