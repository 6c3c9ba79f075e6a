import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const applicationStatuses = [
  'draft',
  'submitted',
  'offered',
  'waiting',
  'accepted',
  'not_this_time',
  'declined',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** Applicant: the person, or one of two who come together. Office: sends others and answers nothing for them. Coordinator: also when writing down what they were told. */
export const applicationActors = ['applicant', 'office', 'coordinator', 'system'] as const
export type ApplicationActor = (typeof applicationActors)[number]

export const applicationConditions = [
  'takes_applications',
  'words_given',
  'consented',
  'prerequisites_met',
  'pair_named',
  'other_ready',
  'choosing',
  'may_join',
  'seat_free',
  'time_passed',
  'not_begun',
  'reason_given',
] as const
export type ApplicationCondition = (typeof applicationConditions)[number]

const theirs = ['applicant', 'coordinator'] as const
const anyOfThem = ['applicant', 'office', 'coordinator'] as const
const ours = ['coordinator', 'system'] as const
const staff = ['coordinator'] as const
const complete = [
  'takes_applications',
  'words_given',
  'consented',
  'prerequisites_met',
  'pair_named',
  'other_ready',
] as const

/** The life of an application. A place that is not taken can be waited for again: nobody loses by being late. */
export const applicationTransitions: readonly Transition<ApplicationStatus, ApplicationActor, ApplicationCondition>[] =
  [
    { from: 'draft', to: 'submitted', who: theirs, holds: complete },
    { from: 'draft', to: 'withdrawn', who: anyOfThem, holds: [] },
    { from: 'submitted', to: 'offered', who: ours, holds: ['choosing', 'seat_free'] },
    { from: 'submitted', to: 'waiting', who: ours, holds: ['choosing'] },
    { from: 'submitted', to: 'not_this_time', who: staff, holds: ['choosing', 'reason_given'] },
    { from: 'submitted', to: 'withdrawn', who: anyOfThem, holds: [] },
    { from: 'waiting', to: 'offered', who: ours, holds: ['choosing', 'may_join', 'seat_free'] },
    { from: 'waiting', to: 'not_this_time', who: ours, holds: ['reason_given'] },
    { from: 'waiting', to: 'withdrawn', who: anyOfThem, holds: [] },
    { from: 'offered', to: 'accepted', who: theirs, holds: ['choosing'] },
    { from: 'offered', to: 'declined', who: theirs, holds: [] },
    { from: 'offered', to: 'declined', who: ['system'], holds: ['time_passed'] },
    { from: 'offered', to: 'withdrawn', who: anyOfThem, holds: [] },
    { from: 'accepted', to: 'withdrawn', who: anyOfThem, holds: ['not_begun'] },
    { from: 'declined', to: 'waiting', who: theirs, holds: ['choosing', 'may_join'] },
    { from: 'not_this_time', to: 'waiting', who: staff, holds: ['choosing', 'may_join', 'reason_given'] },
  ]

export interface ApplicationFacts {
  /** The run is open, and today lies in its window. Staff may write down later what came in time. */
  takesApplications: boolean
  words: string
  /** By the person themselves, or confirmed with them: never by the office that sends them. */
  consented: boolean
  prerequisitesMet: boolean
  /** Alone, or with both names where the course wants two of one office. */
  pairNamed: boolean
  /** Alone, or the other of the two is done with their part. */
  otherReady: boolean
  /** The run is open, being selected, or running: places are given. */
  choosing: boolean
  /** The run has not begun, or lets somebody join on the way. */
  mayJoin: boolean
  /** As many as the application needs: two for a pair. */
  seatFree: boolean
  answerTimePassed: boolean
  runBegun: boolean
  reason: string
}

export type ApplicationBlocker = TableBlocker<ApplicationStatus, ApplicationActor> | { kind: ApplicationCondition }

/** What stands in the way of this step. */
export const applicationBlockers = (
  step: { from: ApplicationStatus; to: ApplicationStatus; who: ApplicationActor },
  facts: ApplicationFacts,
): ApplicationBlocker[] =>
  stepBlockers(applicationTransitions, step, (condition): ApplicationBlocker | null =>
    met[condition](facts) ? null : { kind: condition },
  )

const met: Record<ApplicationCondition, (facts: ApplicationFacts) => boolean> = {
  takes_applications: (f) => f.takesApplications,
  words_given: (f) => f.words.trim() !== '',
  consented: (f) => f.consented,
  prerequisites_met: (f) => f.prerequisitesMet,
  pair_named: (f) => f.pairNamed,
  other_ready: (f) => f.otherReady,
  choosing: (f) => f.choosing,
  may_join: (f) => f.mayJoin,
  seat_free: (f) => f.seatFree,
  time_passed: (f) => f.answerTimePassed,
  not_begun: (f) => !f.runBegun,
  reason_given: (f) => f.reason.trim() !== '',
}

/** A seat is held by somebody who was asked, and by somebody who said yes. */
export const holdsSeat = (status: ApplicationStatus): boolean => status === 'offered' || status === 'accepted'
