import type { Question, SupporterFacts } from './facts.ts'
import type { CouldNot, Viewer } from './could-not.ts'
import { couldNotGroups } from './could-not.ts'
import { couldBeFilled } from './group.ts'
import { inNeutralOrder } from './order.ts'
import type { Asking } from './person-conditions.ts'
import type { Note, Reason } from './reasons.ts'
import { notesFor, reasonsFor } from './reasons.ts'
import type { SlotAnswer } from './who-could.ts'
import { askingOf, eligible, whoCould } from './who-could.ts'
import type { Advice } from './would-help.ts'
import { wouldHelp } from './would-help.ts'

/** Somebody who could come. It carries no number: there is nothing to rank by. */
export interface Suggestion {
  personId: string
  /** The times at which they could. */
  slotIds: readonly string[]
  reasons: readonly Reason[]
  notes: readonly Note[]
}

export interface Suggestions {
  /** Asked longest ago first. */
  could: readonly Suggestion[]
  couldNot: readonly CouldNot[]
  wouldHelp: readonly Advice[]
  /** Whether enough of them could go together at one time. */
  fillable: boolean
  /** Who could go along, at each time offered; empty lists where nobody needs to. */
  companions: readonly { slotId: string; personIds: readonly string[] }[]
}

/** For one request: who could come and why, who could not, and what would help. */
export const suggestions = (question: Question, viewer: Viewer = 'coordinator'): Suggestions => {
  const asking = askingOf(question)
  const people = eligible(question)
  const answers = whoCould(question, people)
  const slotsOf = slotsByPerson(answers)
  const others = question.supporters.filter((person) => !slotsOf.has(person) && !asking.agreed.includes(person))
  return {
    could: inNeutralOrder([...slotsOf.keys()], question.request.id).map((person) =>
      suggestionOf(person, asking, slotsOf.get(person) ?? [], viewer),
    ),
    couldNot: couldNotGroups(inNeutralOrder(others, question.request.id), asking, answers, viewer),
    wouldHelp: wouldHelp(question, people, answers),
    fillable: couldBeFilled(question, answers),
    companions: answers.map(({ offered }) => ({
      slotId: offered.slot.id,
      personIds: (offered.companions ?? []).map((companion) => companion.personId),
    })),
  }
}

const slotsByPerson = (answers: readonly SlotAnswer[]): Map<SupporterFacts, SlotAnswer[]> => {
  const slots = new Map<SupporterFacts, SlotAnswer[]>()
  for (const answer of answers) {
    for (const person of answer.people) {
      const known = slots.get(person)
      if (known) known.push(answer)
      else slots.set(person, [answer])
    }
  }
  return slots
}

const suggestionOf = (
  person: SupporterFacts,
  asking: Asking,
  slots: readonly SlotAnswer[],
  viewer: Viewer,
): Suggestion => ({
  personId: person.personId,
  slotIds: slots.map(({ offered }) => offered.slot.id),
  reasons: reasonsFor(person, asking),
  notes: notesFor(
    person,
    asking,
    slots.map((slot) => slot.offered),
  ).filter((note) => viewer === 'coordinator' || note !== 'other_circumstances_to_read'),
})
