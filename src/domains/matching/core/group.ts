import type { Question, SupporterFacts } from './facts.ts'
import { cannotGoTogether } from './person-conditions.ts'
import type { SlotAnswer } from './who-could.ts'
import { agreedOf, openSeats } from './who-could.ts'

/** Whether the open seats can be filled at one of the times: enough people, who would go together. */
export const couldBeFilled = (question: Question, answers: readonly SlotAnswer[]): boolean =>
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

/** Whether these people, chosen together, would stand as a group. */
export const standsTogether = (question: Question, group: readonly SupporterFacts[]): boolean =>
  !group.some((a, i) => group.slice(i + 1).some((b) => cannotGoTogether(a, b))) &&
  firstTimersHavePartner(question, group)

const firstTimersHavePartner = ({ settings }: Question, group: readonly SupporterFacts[]): boolean =>
  !settings.firstNeedsExperienced ||
  !group.some((person) => person.experience === 'first') ||
  group.some((person) => person.experience === 'much')
