import { daySerial } from '#kernel/calendar-day.ts'
import { companionsAt } from './companions.ts'
import type { Question, SupporterFacts } from './facts.ts'
import type { Asking } from './person-conditions.ts'
import { personConditions } from './person-conditions.ts'
import type { Offered } from './slot-conditions.ts'
import { firstNeedsPartner, offeredAt, slotConditions } from './slot-conditions.ts'
import type { Verdict } from './verdict.ts'

/** One time offered and who could come then. */
export interface SlotAnswer {
  offered: Offered
  people: readonly SupporterFacts[]
}

export const askingOf = (question: Question): Asking => ({
  request: question.request,
  today: daySerial(question.today),
  agreed: agreedOf(question),
})

/** Those whom no time offered could make possible are left out at once. */
export const eligible = (question: Question): SupporterFacts[] => {
  const asking = askingOf(question)
  return question.supporters.filter((person) =>
    personConditions.every((condition) => condition(person, asking) === null),
  )
}

/** Who could come at each time, by the conditions of verdict.ts and nothing else. */
export const whoCould = (question: Question, people: readonly SupporterFacts[] = eligible(question)): SlotAnswer[] =>
  question.request.slots.map((slot) => {
    const { request, settings, companions } = question
    const bare = offeredAt(request, slot, settings, companionsAt(companions, request, slot))
    const free = people.filter((person) => slotConditions.every((condition) => condition(person, bare) === null))
    const offered = { ...bare, partners: partnersAmong(question, free) }
    return { offered, people: free.filter((person) => firstNeedsPartner(person, offered) === null) }
  })

/** Everything that stands in this person's way: at the time that stands open most. */
export const whyNot = (person: SupporterFacts, asking: Asking, answers: readonly SlotAnswer[]): Verdict[] => {
  const always = personConditions.flatMap((condition) => condition(person, asking) ?? [])
  const atSlots = answers.map(({ offered }) =>
    [...slotConditions, firstNeedsPartner].flatMap((condition) => condition(person, offered) ?? []),
  )
  const nearest = atSlots.reduce<Verdict[] | null>(
    (best, one) => (best === null || one.length < best.length ? one : best),
    null,
  )
  return [...always, ...(nearest ?? [])]
}

export const openSeats = ({ request }: Question): number => request.wanted - request.agreed.length

export const agreedOf = ({ request, supporters }: Question): SupporterFacts[] =>
  request.agreed.length === 0 ? [] : supporters.filter((person) => request.agreed.includes(person.personId))

// With one open seat nobody else comes in: then the partner is among those who have agreed.
const partnersAmong = (question: Question, free: readonly SupporterFacts[]): SupporterFacts[] =>
  [...agreedOf(question), ...(openSeats(question) > 1 ? free : [])].filter((person) => person.experience === 'much')
