import { bitsOf, everyBit, firstBitOf } from './bits.ts'
import type { Question, RequestFacts, SupporterFacts } from './facts.ts'
import type { Asking } from './person-conditions.ts'
import { personConditions } from './person-conditions.ts'
import { askingOf, offeredFor } from './question.ts'
import type { Offered } from './slot-conditions.ts'
import { slotConditions } from './slot-conditions.ts'

/** Asked about one person after the other. The answer is kept at their place among the supporters. */
export interface Asked {
  ask(person: SupporterFacts, place: number): void
}

/** Person by person, not question by question: what is known of one lies together in memory. */
export const askEverybody = (people: readonly SupporterFacts[], all: readonly Asked[]): void => {
  people.forEach((person, place) => {
    for (const asked of all) asked.ask(person, place)
  })
}

/** What stands in everybody's way, each condition asked at most once. */
export interface Judged extends Asked {
  question: Question
  /** What stands first in their way whatever the time: one bit of personConditions, or none. */
  always: Int32Array
  times: readonly JudgedTime[]
  /** Among those in whose way nothing stands always: the places of those for whom it would be a first time. */
  firstTimers: readonly number[]
  /** Among the same: the places of those who would rather not meet somebody. */
  wary: readonly number[]
}

/** One time, and all that stands in everybody's way then: bits of slotConditions. */
export interface JudgedTime {
  offered: Offered
  stands: Int32Array
}

/** Something stands in the way at this time, and what it is was not asked: something stands always, or it is enough to know. */
export const unsaid = 1 << 30

/** Some of the conditions, as bits. */
export interface Conditions {
  always: number
  times: number
}

export const judge = (question: Question): Judged => {
  const judged = judging(question)
  askEverybody(question.supporters, [judged])
  return judged
}

/** Nobody is asked yet: `askEverybody`. */
export const judging = (question: Question): Judged =>
  judgingAfter(null, question, { always: everyBit, times: everyBit })

/** The same with the request changed. It is asked after `before`, and only what looks at the change: the other answers stay. */
export const judgingAgain = (before: Judged, request: RequestFacts, touched: Conditions): Judged =>
  judgingAfter(before, { ...before.question, request }, touched)

const judgingAfter = (before: Judged | null, question: Question, touched: Conditions): Judged => {
  const { supporters, request } = question
  const asking = askingOf(question)
  const always = new Int32Array(supporters.length)
  const times = request.slots.map((slot, t) => ({
    offered: offeredFor(question, slot),
    stands: new Int32Array(supporters.length),
    known: before?.times[t]?.stands ?? null,
  }))
  const firstTimers: number[] = []
  const wary: number[] = []
  const ask: Judged['ask'] = (person, place) => {
    const first = firstAfter(before?.always[place] ?? 0, touched.always, person, asking)
    always[place] = first
    for (const { offered, stands, known } of times) {
      stands[place] = first === 0 ? bitsAfter(known?.[place] ?? 0, touched.times, person, offered) : unsaid
    }
    if (first !== 0) return
    if (person.experience === 'first') firstTimers.push(place)
    if (person.avoidsPeople.size > 0) wary.push(place)
  }
  return { question, always, times, firstTimers, wary, ask }
}

// What stood in the way and was not touched still does. Behind a condition that stood none was asked: now they are.
const firstAfter = (known: number, touched: number, person: SupporterFacts, asking: Asking): number =>
  (known & ~touched) === 0 ? firstBitOf(personConditions, touched | -known, person, asking) : known

const bitsAfter = (known: number, touched: number, person: SupporterFacts, offered: Offered): number => {
  if (known === unsaid) return bitsOf(slotConditions, everyBit, person, offered)
  const stays = known & ~touched
  return stays === 0 ? bitsOf(slotConditions, touched, person, offered) : stays
}
