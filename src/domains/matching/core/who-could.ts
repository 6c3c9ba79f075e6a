import { daySerial } from '#kernel/calendar-day.ts'
import { companionsAt } from './companions.ts'
import type { Question, SupporterFacts } from './facts.ts'
import type { Asking } from './person-conditions.ts'
import { personConditions, personConditionsQuickestFirst } from './person-conditions.ts'
import type { Offered } from './slot-conditions.ts'
import { firstNeedsPartner, isOpen, offeredAt, slotConditions, slotConditionsQuickestFirst } from './slot-conditions.ts'
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
export const eligible = (question: Question, among = question.supporters): SupporterFacts[] => {
  const asking = askingOf(question)
  return among.filter((person) => isEligible(person, asking))
}

const isEligible = (person: SupporterFacts, asking: Asking): boolean => {
  for (const condition of personConditionsQuickestFirst) if (condition(person, asking) !== null) return false
  return true
}

/** Who could come at each time, by the conditions of verdict.ts and nothing else. */
export const whoCould = (question: Question, people: readonly SupporterFacts[] = eligible(question)): SlotAnswer[] => {
  const { request, settings, companions } = question
  const bare = request.slots.map((slot) => offeredAt(request, slot, settings, companionsAt(companions, request, slot)))
  return freeAt(bare, people).map(({ offered, people: free }) => {
    const answer = { ...offered, partners: partnersAmong(question, free) }
    return { offered: answer, people: free.filter((person) => firstNeedsPartner(person, answer) === null) }
  })
}

// Person by person, not time by time: what is known of one lies together in memory.
const freeAt = (all: readonly Offered[], people: readonly SupporterFacts[]): SlotAnswer[] => {
  const answers = all.map((offered) => ({ offered, people: [] as SupporterFacts[] }))
  for (const person of people) {
    for (const answer of answers) {
      if (isOpen(slotConditionsQuickestFirst, person, answer.offered)) answer.people.push(person)
    }
  }
  return answers
}

/** Everything that stands in this person's way: always, and at the time that stands open most. */
export const whyNot = (person: SupporterFacts, asking: Asking, answers: readonly SlotAnswer[]): Verdict[] => [
  ...personConditions.flatMap((condition) => condition(person, asking) ?? []),
  ...nearestSlot(person, answers),
]

/** What stands in the way first: the person's own word comes before any time. */
export const firstWhyNot = (person: SupporterFacts, asking: Asking, answers: readonly SlotAnswer[]): Verdict | null => {
  return firstAlways(person, asking) ?? nearestSlot(person, answers)[0] ?? null
}

const firstAlways = (person: SupporterFacts, asking: Asking): Verdict | null => {
  for (const condition of personConditions) {
    const found = condition(person, asking)
    if (found !== null) return found
  }
  return null
}

const nearestSlot = (person: SupporterFacts, answers: readonly SlotAnswer[]): Verdict[] => {
  let nearest: Verdict[] | null = null
  for (const { offered } of answers) {
    const found: Verdict[] = []
    for (const condition of allSlotConditions) {
      const one = condition(person, offered)
      if (one !== null) found.push(one)
    }
    if (nearest === null || found.length < nearest.length) nearest = found
  }
  return nearest ?? []
}

const allSlotConditions = [...slotConditions, firstNeedsPartner]

export const openSeats = ({ request }: Question): number => request.wanted - request.agreed.length

export const agreedOf = ({ request, supporters }: Question): SupporterFacts[] =>
  request.agreed.length === 0 ? [] : supporters.filter((person) => request.agreed.includes(person.personId))

// With one open seat nobody else comes in: then the partner is among those who have agreed.
const partnersAmong = (question: Question, free: readonly SupporterFacts[]): SupporterFacts[] =>
  [...agreedOf(question), ...(openSeats(question) > 1 ? free : [])].filter((person) => person.experience === 'much')
