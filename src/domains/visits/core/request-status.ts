import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const requestStatuses = [
  'draft',
  'submitted',
  'adjusting',
  'agreed',
  'matching',
  'confirmed',
  'done',
  'withdrawn',
  'not_possible',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Host: of the request's own place. Supporter: whose own idea it is. */
export const requestActors = ['host', 'supporter', 'coordinator', 'companion', 'system'] as const
export type RequestActor = (typeof requestActors)[number]

export const requestConditions = [
  'slots_given',
  'slot_ahead',
  'within_listeners',
  'told_how',
  'reason_given',
  'place_known',
  'place_confirmed',
  'offered_to_place',
  'person_agreed',
  'visit_planned',
  'visits_over',
] as const
export type RequestCondition = (typeof requestConditions)[number]

type Line = Transition<RequestStatus, RequestActor, RequestCondition>

const askers = ['host', 'supporter', 'coordinator'] as const
const askable = ['slots_given', 'slot_ahead', 'within_listeners', 'told_how'] as const
const agreeable = ['place_known', 'place_confirmed', 'slot_ahead', 'within_listeners'] as const

/** The life of a request. */
export const requestTransitions: readonly Line[] = [
  { from: 'draft', to: 'submitted', who: askers, holds: askable },
  { from: 'draft', to: 'withdrawn', who: askers, holds: [] },
  { from: 'submitted', to: 'adjusting', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'submitted', to: 'agreed', who: ['coordinator'], holds: agreeable },
  { from: 'submitted', to: 'withdrawn', who: askers, holds: [] },
  { from: 'submitted', to: 'not_possible', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'adjusting', to: 'submitted', who: askers, holds: askable },
  { from: 'adjusting', to: 'agreed', who: ['coordinator'], holds: agreeable },
  { from: 'adjusting', to: 'agreed', who: ['host'], holds: ['offered_to_place', ...agreeable] },
  { from: 'adjusting', to: 'withdrawn', who: askers, holds: [] },
  { from: 'adjusting', to: 'not_possible', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'agreed', to: 'matching', who: ['coordinator'], holds: ['slot_ahead', 'person_agreed'] },
  { from: 'agreed', to: 'adjusting', who: ['host', 'coordinator'], holds: ['reason_given'] },
  { from: 'agreed', to: 'withdrawn', who: askers, holds: [] },
  { from: 'agreed', to: 'not_possible', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'matching', to: 'confirmed', who: ['coordinator'], holds: ['visit_planned'] },
  { from: 'matching', to: 'done', who: ['coordinator', 'companion', 'system'], holds: ['visits_over'] },
  { from: 'matching', to: 'adjusting', who: ['host', 'coordinator'], holds: ['reason_given'] },
  { from: 'matching', to: 'withdrawn', who: askers, holds: [] },
  { from: 'matching', to: 'not_possible', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'confirmed', to: 'done', who: ['coordinator', 'companion', 'system'], holds: ['visits_over'] },
  { from: 'confirmed', to: 'matching', who: ['coordinator', 'system'], holds: [] },
  { from: 'confirmed', to: 'adjusting', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'confirmed', to: 'withdrawn', who: ['host', 'coordinator'], holds: [] },
  { from: 'confirmed', to: 'not_possible', who: ['coordinator'], holds: ['reason_given'] },
]

/** What the conditions look at. */
export interface RequestFacts {
  slots: number
  slotsAhead: number
  audienceCount: number | null
  listenersMax: number | null
  /** Typed by staff for a place: the way it came and how it was confirmed. */
  onBehalf: { via: string | null; how: string } | null
  reason: string
  placeStatus: 'proposed' | 'confirmed' | 'closed' | null
  isIdea: boolean
  accompaniesPerson: boolean
  personConsentOn: string | null
  visitsOpen: number
  visitsOver: number
}

export type RequestBlocker =
  | TableBlocker<RequestStatus, RequestActor>
  | { kind: Exclude<RequestCondition, 'within_listeners'> }
  | { kind: 'within_listeners'; count: number; max: number }

/** What stands in the way of this step: nothing, and it may be done. */
export const requestBlockers = (
  step: { from: RequestStatus; to: RequestStatus; who: RequestActor },
  facts: RequestFacts,
): RequestBlocker[] =>
  stepBlockers(requestTransitions, step, (condition): RequestBlocker | null => unmet(condition, facts))

const unmet = (condition: RequestCondition, facts: RequestFacts): RequestBlocker | null => {
  if (condition === 'within_listeners') return tooMany(facts)
  return holds[condition](facts) ? null : { kind: condition }
}

const tooMany = ({ audienceCount, listenersMax }: RequestFacts): RequestBlocker | null =>
  audienceCount !== null && listenersMax !== null && audienceCount > listenersMax
    ? { kind: 'within_listeners', count: audienceCount, max: listenersMax }
    : null

const holds: Record<Exclude<RequestCondition, 'within_listeners'>, (facts: RequestFacts) => boolean> = {
  slots_given: (f) => f.slots > 0,
  slot_ahead: (f) => f.slots === 0 || f.slotsAhead > 0,
  told_how: (f) => f.onBehalf === null || (f.onBehalf.via !== null && f.onBehalf.how.trim() !== ''),
  reason_given: (f) => f.reason.trim() !== '',
  place_known: (f) => f.placeStatus !== null,
  place_confirmed: (f) => f.placeStatus === null || f.placeStatus === 'confirmed',
  offered_to_place: (f) => f.isIdea,
  person_agreed: (f) => !f.accompaniesPerson || f.personConsentOn !== null,
  visit_planned: (f) => f.visitsOpen > 0,
  visits_over: (f) => f.visitsOpen === 0 && f.visitsOver > 0,
}

/** As whom somebody meets this request; null: it is not theirs. */
export const requestActorOf = (
  actor: { role: string; personId: string; placeId: string | null },
  request: { placeId: string | null; ideaOf: string | null },
): RequestActor | null => {
  if (actor.role === 'coordinator' || actor.role === 'companion') return actor.role
  if (actor.role === 'host') return actor.placeId !== null && actor.placeId === request.placeId ? 'host' : null
  if (actor.role === 'supporter') return actor.personId === request.ideaOf ? 'supporter' : null
  return null
}
