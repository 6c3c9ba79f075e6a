import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const visitStatuses = ['planned', 'confirmed', 'held', 'not_held', 'cancelled', 'superseded'] as const
export type VisitStatus = (typeof visitStatuses)[number]

export const visitActors = ['host', 'supporter', 'coordinator', 'companion', 'system'] as const
export type VisitActor = (typeof visitActors)[number]

export const visitConditions = [
  'place_agreed',
  'supporters_agreed',
  'companion_there',
  'side_named',
  'begun',
  'not_begun',
  'somebody_came',
  'reason_given',
] as const
export type VisitCondition = (typeof visitConditions)[number]

/** Whose side it was, in neutral words. `ours` is the programme's own. */
export const sides = ['place', 'supporter', 'ours', 'nobody_came', 'weather', 'other'] as const
export type Side = (typeof sides)[number]

const staff = ['coordinator', 'companion'] as const
const agreements = ['place_agreed', 'supporters_agreed', 'companion_there'] as const

/** The life of a visit. What took another day is superseded by the new one, never overwritten. */
export const visitTransitions: readonly Transition<VisitStatus, VisitActor, VisitCondition>[] = [
  { from: 'planned', to: 'confirmed', who: ['coordinator', 'system'], holds: agreements },
  { from: 'planned', to: 'cancelled', who: ['host', 'coordinator'], holds: ['side_named'] },
  { from: 'planned', to: 'not_held', who: staff, holds: ['side_named', 'begun'] },
  { from: 'planned', to: 'superseded', who: ['coordinator'], holds: [] },
  { from: 'confirmed', to: 'planned', who: ['coordinator', 'system'], holds: ['not_begun'] },
  { from: 'confirmed', to: 'held', who: staff, holds: ['begun', 'somebody_came'] },
  { from: 'confirmed', to: 'not_held', who: staff, holds: ['side_named', 'begun'] },
  { from: 'confirmed', to: 'cancelled', who: ['host', 'coordinator'], holds: ['side_named'] },
  { from: 'confirmed', to: 'superseded', who: ['coordinator'], holds: ['not_begun'] },
  { from: 'held', to: 'not_held', who: ['coordinator'], holds: ['side_named', 'reason_given'] },
  { from: 'not_held', to: 'held', who: ['coordinator'], holds: ['somebody_came', 'reason_given'] },
]

export interface VisitFacts {
  placeAgreed: boolean
  supporters: number
  supportersAgreed: number
  companionNeeded: boolean
  companions: number
  side: string | null
  begun: boolean
  attended: number
  reason: string
}

export type VisitBlocker = TableBlocker<VisitStatus, VisitActor> | { kind: VisitCondition }

/** What stands in the way of this step. */
export const visitBlockers = (
  step: { from: VisitStatus; to: VisitStatus; who: VisitActor },
  facts: VisitFacts,
): VisitBlocker[] =>
  stepBlockers(visitTransitions, step, (condition): VisitBlocker | null =>
    met[condition](facts) ? null : { kind: condition },
  )

const met: Record<VisitCondition, (facts: VisitFacts) => boolean> = {
  place_agreed: (f) => f.placeAgreed,
  supporters_agreed: (f) => f.supporters > 0 && f.supportersAgreed === f.supporters,
  companion_there: (f) => !f.companionNeeded || f.companions > 0,
  side_named: (f) => f.side !== null && (sides as readonly string[]).includes(f.side),
  begun: (f) => f.begun,
  not_begun: (f) => !f.begun,
  somebody_came: (f) => f.attended > 0,
  reason_given: (f) => f.reason.trim() !== '',
}

/** A visit that still stands: it takes people's time. */
export const stands = (status: VisitStatus): boolean => status === 'planned' || status === 'confirmed'

/** The visit is over, one way or another; a superseded one lives on in its successor. */
export const isOver = (status: VisitStatus): boolean =>
  status === 'held' || status === 'not_held' || status === 'cancelled'
