import type { ShownReason } from './could-not.ts'
import type { Question, SupporterFacts } from './facts.ts'
import { avoidsThePlace, cannotGoTogether } from './person-conditions.ts'
import { agreedOf, askingOf, openSeats } from './question.ts'
import type { SlotAnswer } from './who-could.ts'

/** Whether the open seats can be filled at one of the times: enough people, who would go together. */
export const couldBeFilled = (
  question: Question,
  answers: readonly Pick<SlotAnswer, 'offered' | 'people'>[],
): boolean =>
  answers.some(({ people, offered }) => {
    const ready = offered.companions === null || offered.companions.length > 0
    return ready && couldFormGroup(question, people)
  })

const couldFormGroup = (question: Question, people: readonly SupporterFacts[]): boolean => {
  // The experienced first: with them nearly every group stands at the first try.
  const tried = (['much', 'some', 'first'] as const).flatMap((one) => people.filter((p) => p.experience === one))
  return extend(question, agreedOf(question), tried, openSeats(question))
}

const extend = (
  question: Question,
  group: readonly SupporterFacts[],
  rest: readonly SupporterFacts[],
  seats: number,
): boolean => {
  if (seats <= 0) return firstTimersHavePartner(question, group)
  if (rest.length < seats) return false
  return rest.some(
    (person, i) =>
      !group.some((other) => cannotGoTogether(person, other)) &&
      extend(question, [...group, person], rest.slice(i + 1), seats - 1),
  )
}

/** Everybody who would be there, those who stand already included. */
export interface Chosen {
  supporterIds: readonly string[]
  companionIds: readonly string[]
}

/** As a page may say it (`whyNotText`): who avoids whom has no name. */
export type WhyNotTogether = Extract<ShownReason, 'not_registered' | 'other_circumstances' | 'first_needs_partner'>

/**
 * What stands in the way of these people going there together, on the facts of now: who would meet whom (one another, those who
 * go along, the hosts, the place), and whether a first-timer has somebody experienced beside them. What each has said since is for
 * `whyNoLonger`; that it is free is for the booking to say, that somebody goes along for who plans the visit.
 */
export const whyNotTogether = (question: Question, { supporterIds, companionIds }: Chosen): WhyNotTogether[] => {
  const group = question.supporters.filter((person) => supporterIds.includes(person.personId))
  const asking = askingOf(question)
  const avoids =
    anyCannotGoTogether(group) ||
    group.some((person) => companionIds.some((id) => person.avoidsPeople.has(id))) ||
    group.some((person) => avoidsThePlace(person, asking) !== null)
  const all: [boolean, WhyNotTogether][] = [
    [group.length < new Set(supporterIds).size, 'not_registered'],
    [avoids, 'other_circumstances'],
    [!firstTimersHavePartner(question, group), 'first_needs_partner'],
  ]
  return all.filter(([stands]) => stands).map(([, reason]) => reason)
}

/** Whether these people, chosen together, would stand as a group. */
export const standsTogether = (question: Pick<Question, 'settings'>, group: readonly SupporterFacts[]): boolean =>
  !anyCannotGoTogether(group) && firstTimersHavePartner(question, group)

const anyCannotGoTogether = (group: readonly SupporterFacts[]): boolean =>
  group.some((a, i) => group.slice(i + 1).some((b) => cannotGoTogether(a, b)))

const firstTimersHavePartner = ({ settings }: Pick<Question, 'settings'>, group: readonly SupporterFacts[]): boolean =>
  !settings.firstNeedsExperienced ||
  !group.some((person) => person.experience === 'first') ||
  group.some((person) => person.experience === 'much')
