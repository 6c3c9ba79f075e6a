import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const proposalStatuses = [
  'sent',
  'asking',
  'yes',
  'declined',
  'seat_filled',
  'changed',
  'withdrawn',
  'closed',
] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

/** Coordinator: also when recording what a supporter said by telephone or on paper. */
export const proposalActors = ['supporter', 'coordinator', 'system'] as const
export type ProposalActor = (typeof proposalActors)[number]

export const proposalConditions = [
  'request_open',
  'slot_ahead',
  'seat_free',
  'time_passed',
  'reply_given',
  'not_planned',
] as const
export type ProposalCondition = (typeof proposalConditions)[number]

const answering = ['supporter', 'coordinator'] as const
const ours = ['coordinator', 'system'] as const
const anyone = ['supporter', 'coordinator', 'system'] as const
const joinable = ['request_open', 'slot_ahead', 'seat_free'] as const
const askable = ['request_open', 'slot_ahead'] as const

/** The life of a proposal. A no is always taken, from wherever it comes, until a visit was made of the yes. */
export const proposalTransitions: readonly Transition<ProposalStatus, ProposalActor, ProposalCondition>[] = [
  { from: 'sent', to: 'yes', who: answering, holds: joinable },
  { from: 'sent', to: 'declined', who: answering, holds: [] },
  { from: 'sent', to: 'asking', who: answering, holds: askable },
  { from: 'sent', to: 'seat_filled', who: anyone, holds: [] },
  { from: 'sent', to: 'withdrawn', who: ours, holds: [] },
  { from: 'sent', to: 'closed', who: ['system'], holds: ['time_passed'] },
  { from: 'asking', to: 'yes', who: answering, holds: joinable },
  { from: 'asking', to: 'declined', who: answering, holds: [] },
  { from: 'asking', to: 'asking', who: answering, holds: askable },
  { from: 'asking', to: 'seat_filled', who: anyone, holds: [] },
  { from: 'asking', to: 'withdrawn', who: ours, holds: [] },
  { from: 'asking', to: 'closed', who: ['system'], holds: ['time_passed', 'reply_given'] },
  { from: 'yes', to: 'declined', who: answering, holds: ['not_planned'] },
  { from: 'yes', to: 'seat_filled', who: ours, holds: [] },
  { from: 'yes', to: 'changed', who: ours, holds: [] },
  { from: 'yes', to: 'withdrawn', who: ours, holds: [] },
  { from: 'declined', to: 'yes', who: answering, holds: joinable },
  { from: 'declined', to: 'asking', who: answering, holds: askable },
  { from: 'declined', to: 'seat_filled', who: answering, holds: ['request_open'] },
  { from: 'seat_filled', to: 'sent', who: ['coordinator'], holds: joinable },
  { from: 'seat_filled', to: 'yes', who: answering, holds: joinable },
  { from: 'seat_filled', to: 'declined', who: answering, holds: [] },
  { from: 'seat_filled', to: 'withdrawn', who: ours, holds: [] },
  { from: 'changed', to: 'yes', who: answering, holds: joinable },
  { from: 'changed', to: 'declined', who: answering, holds: [] },
  { from: 'changed', to: 'asking', who: answering, holds: askable },
  { from: 'changed', to: 'seat_filled', who: anyone, holds: [] },
  { from: 'changed', to: 'withdrawn', who: ours, holds: [] },
  { from: 'changed', to: 'closed', who: ['system'], holds: ['time_passed'] },
  { from: 'closed', to: 'yes', who: answering, holds: joinable },
  { from: 'closed', to: 'declined', who: answering, holds: [] },
  { from: 'closed', to: 'seat_filled', who: answering, holds: ['request_open'] },
]

export interface ProposalFacts {
  /** The request still looks for people. */
  requestOpen: boolean
  slotAhead: boolean
  seatsLeft: number
  timePassed: boolean
  replyGiven: boolean
  /** No visit was made of it yet; afterwards one leaves the visit, not the proposal. */
  notPlanned: boolean
}

export type ProposalBlocker = TableBlocker<ProposalStatus, ProposalActor> | { kind: ProposalCondition }

/** What stands in the way of this step. */
export const proposalBlockers = (
  step: { from: ProposalStatus; to: ProposalStatus; who: ProposalActor },
  facts: ProposalFacts,
): ProposalBlocker[] =>
  stepBlockers(proposalTransitions, step, (condition): ProposalBlocker | null =>
    met[condition](facts) ? null : { kind: condition },
  )

const met: Record<ProposalCondition, (facts: ProposalFacts) => boolean> = {
  request_open: (f) => f.requestOpen,
  slot_ahead: (f) => f.slotAhead,
  seat_free: (f) => f.seatsLeft > 0,
  time_passed: (f) => f.timePassed,
  reply_given: (f) => f.replyGiven,
  not_planned: (f) => f.notPlanned,
}

export const answers = ['yes', 'declined', 'asking'] as const
export type Answer = (typeof answers)[number]

/** Where an answer leads: a yes that finds all seats taken is thanked, never refused. */
export const answerLeadsTo = (answer: Answer, seatsLeft: number): ProposalStatus =>
  answer === 'yes' && seatsLeft <= 0 ? 'seat_filled' : answer

/** A seat is held by a yes, and by a yes that is asked again because something changed. */
export const holdsSeat = (status: ProposalStatus): boolean => status === 'yes' || status === 'changed'

/** How many seats are left beside what the others hold. */
export const seatsLeft = (wanted: number, others: readonly ProposalStatus[]): number =>
  Math.max(0, wanted - others.filter(holdsSeat).length)

/** Still waiting for a word: what a pause or a withdrawn request takes back. */
export const isOpen = (status: ProposalStatus): boolean =>
  status === 'sent' || status === 'asking' || status === 'changed'

/** Somebody counts on it: they were asked and it is not over, or they have agreed. */
export const isStillInvited = (status: ProposalStatus): boolean => isOpen(status) || status === 'yes'

/** Pausing: what waits is taken back kindly; a yes is asked about, once. */
export const afterPause = (status: ProposalStatus): ProposalStatus | null => {
  if (status === 'sent' || status === 'asking' || status === 'seat_filled') return 'withdrawn'
  return status === 'yes' ? 'changed' : null
}
