import type { CompanionFacts, RequestFacts, Settings, SupporterFacts } from '../core/facts.ts'

/** What the planner knows of a month. Days are serials, as in the facts. */
export interface MonthFacts {
  /** The first day, and how many there are: at most 31. */
  from: number
  days: number
  today: number
  supporters: readonly SupporterFacts[]
  companions: readonly CompanionFacts[]
  /** With a time of this month, and seats still open. What was agreed is in everybody's visit days and bookings. */
  requests: readonly RequestFacts[]
  settings: Settings
  valuing: Valuing
}

/** What a plan is worth, in whole points. */
export interface Valuing {
  /** That the request is filled. */
  worth(request: RequestFacts): number
  /** That a supporter goes to this request; minutes is the way there, 0 online or where it is not known. */
  valueFor(request: RequestFacts): (person: SupporterFacts, minutes: number) => number
  /** Their k-th new chance of the month, from 1: never more than the one before. */
  gain(person: SupporterFacts, k: number): number
  /** That a companion goes along to this request. */
  costFor(request: RequestFacts): (companion: CompanionFacts, minutes: number) => number
  /** Points of visits that stand already. */
  standing: number
}
