import type { CalendarDay } from '#kernel/calendar-day.ts'
import { stepBlockers, type TableBlocker, type Transition } from '#kernel/transition.ts'

export const registrationStatuses = [
  'applied',
  'talking',
  'registered',
  'paused',
  'renewal_asked',
  'leaving',
  'ended',
] as const
export type RegistrationStatus = (typeof registrationStatuses)[number]

export const registrationActors = ['person', 'coordinator', 'follows', 'system'] as const
/** `follows`: staff who follow the person and write down what they were told. */
export type RegistrationActor = (typeof registrationActors)[number]

export const registrationConditions = [
  'talk_arranged',
  'sheet_written',
  'day_come',
  'in_campaign',
  'other_way_tried',
  'last_day_over',
  'reason_given',
] as const
export type RegistrationCondition = (typeof registrationConditions)[number]

const self = ['person', 'coordinator', 'follows'] as const
const coordinator = ['coordinator'] as const

/**
 * The life of a registration. A pause is no end, and nobody ends by silence alone. The only other way in is a list of those who are registered
 * already: what it brings is marked as taken over.
 */
export const registrationTransitions: readonly Transition<
  RegistrationStatus,
  RegistrationActor,
  RegistrationCondition
>[] = [
  { from: 'applied', to: 'talking', who: coordinator, holds: ['talk_arranged'] },
  { from: 'applied', to: 'ended', who: ['person', 'coordinator'], holds: [] },
  { from: 'talking', to: 'registered', who: coordinator, holds: ['sheet_written', 'day_come'] },
  { from: 'talking', to: 'ended', who: ['person', 'coordinator'], holds: [] },
  { from: 'registered', to: 'paused', who: self, holds: [] },
  { from: 'paused', to: 'registered', who: self, holds: [] },
  { from: 'registered', to: 'renewal_asked', who: ['system', 'coordinator'], holds: ['in_campaign'] },
  { from: 'paused', to: 'renewal_asked', who: ['system', 'coordinator'], holds: ['in_campaign'] },
  { from: 'renewal_asked', to: 'registered', who: self, holds: [] },
  { from: 'renewal_asked', to: 'paused', who: self, holds: [] },
  { from: 'renewal_asked', to: 'leaving', who: self, holds: [] },
  { from: 'renewal_asked', to: 'ended', who: coordinator, holds: ['other_way_tried', 'reason_given'] },
  { from: 'registered', to: 'leaving', who: self, holds: [] },
  { from: 'paused', to: 'leaving', who: self, holds: [] },
  { from: 'leaving', to: 'registered', who: self, holds: [] },
  { from: 'leaving', to: 'ended', who: ['system'], holds: ['last_day_over'] },
  { from: 'leaving', to: 'ended', who: coordinator, holds: ['reason_given'] },
  { from: 'registered', to: 'ended', who: coordinator, holds: ['reason_given'] },
  { from: 'paused', to: 'ended', who: coordinator, holds: ['reason_given'] },
  { from: 'ended', to: 'applied', who: ['person', 'coordinator'], holds: [] },
]

export type RegistrationBlocker = TableBlocker<RegistrationStatus, RegistrationActor> | { kind: RegistrationCondition }

/** What stands in the way of this step. */
export const registrationBlockers = (
  step: { from: RegistrationStatus; to: RegistrationStatus; who: RegistrationActor },
  holds: Partial<Record<RegistrationCondition, boolean>>,
): RegistrationBlocker[] =>
  stepBlockers(registrationTransitions, step, (condition): RegistrationBlocker | null =>
    holds[condition] ? null : { kind: condition },
  )

/** What is known of somebody; the status follows from it and is written nowhere. */
export interface RegistrationFacts {
  application: 'applied' | 'talking' | null
  registeredOn: CalendarDay | null
  /** The last day, itself included. */
  endedOn: CalendarDay | null
  leaving: boolean
  renewalOpen: boolean
  paused: boolean
}

/** Null: nobody has spoken of a registration yet. */
export const registrationStatus = (facts: RegistrationFacts): RegistrationStatus | null => {
  if (facts.registeredOn === null) return facts.application
  if (facts.leaving) return 'leaving'
  if (facts.endedOn !== null) return facts.application ?? 'ended'
  if (facts.renewalOpen) return 'renewal_asked'
  return facts.paused ? 'paused' : 'registered'
}

/** The life cycle, as the docs show it. */
export const registrationLifeCycle = {
  name: 'registration',
  title: 'Registration (登録)',
  starts: 'applied',
  lines: registrationTransitions,
} as const
