import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'
import type { CompletionBlocker } from './completion.ts'

export const enrolmentStatuses = ['taking', 'completed', 'not_completed', 'left'] as const
export type EnrolmentStatus = (typeof enrolmentStatuses)[number]

export const enrolmentActors = ['trainee', 'coordinator'] as const
export type EnrolmentActor = (typeof enrolmentActors)[number]

export const enrolmentConditions = ['all_done', 'seat_free', 'reason_given'] as const
export type EnrolmentCondition = (typeof enrolmentConditions)[number]

/** The life of an enrolment. A slip is put right with a reason; a certificate that was given is registration's to take back. */
export const enrolmentTransitions: readonly Transition<EnrolmentStatus, EnrolmentActor, EnrolmentCondition>[] = [
  { from: 'taking', to: 'completed', who: ['coordinator'], holds: ['all_done'] },
  { from: 'taking', to: 'not_completed', who: ['coordinator'], holds: [] },
  { from: 'taking', to: 'left', who: ['trainee', 'coordinator'], holds: [] },
  { from: 'not_completed', to: 'completed', who: ['coordinator'], holds: ['all_done'] },
  { from: 'not_completed', to: 'taking', who: ['coordinator'], holds: ['reason_given'] },
  { from: 'left', to: 'taking', who: ['coordinator'], holds: ['seat_free', 'reason_given'] },
]

export interface EnrolmentFacts {
  inTheWay: readonly CompletionBlocker[]
  reason: string
  /** Whoever left gave the seat back: somebody else may have been asked since. */
  seatFree: boolean
}

export type EnrolmentBlocker =
  | TableBlocker<EnrolmentStatus, EnrolmentActor>
  | { kind: 'not_all_done'; inTheWay: readonly CompletionBlocker[] }
  | { kind: 'seat_taken' }
  | { kind: 'reason_missing' }

/** What stands in the way of this step. */
export const enrolmentBlockers = (
  step: { from: EnrolmentStatus; to: EnrolmentStatus; who: EnrolmentActor },
  facts: EnrolmentFacts,
): EnrolmentBlocker[] => stepBlockers(enrolmentTransitions, step, (condition) => unmet[condition](facts))

const unmet: Record<EnrolmentCondition, (facts: EnrolmentFacts) => EnrolmentBlocker | null> = {
  all_done: ({ inTheWay }) => (inTheWay.length > 0 ? { kind: 'not_all_done', inTheWay } : null),
  seat_free: ({ seatFree }) => (seatFree ? null : { kind: 'seat_taken' }),
  reason_given: ({ reason }) => (reason.trim() === '' ? { kind: 'reason_missing' } : null),
}
