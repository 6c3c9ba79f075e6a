import type { Question } from './facts.ts'
import type { CouldNot, Viewer } from './could-not.ts'
import { couldNotGroups } from './could-not.ts'
import { couldBeFilled } from './group.ts'
import { askEverybody, judging } from './judged.ts'
import { neutralOrder } from './order.ts'
import { askingOf } from './question.ts'
import type { Note, Reason } from './reasons.ts'
import { notesFor, reasonsFor } from './reasons.ts'
import type { SlotAnswer } from './who-could.ts'
import { couldAtSomeTime, whoCould } from './who-could.ts'
import { firstWhyNot } from './why-not.ts'
import type { Advice } from './would-help.ts'
import { changesOf, wouldHelp } from './would-help.ts'

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
  const { supporters, request } = question
  const judged = judging(question)
  const changes = changesOf(judged)
  askEverybody(supporters, [judged, ...Object.values(changes).filter((one) => one !== null)])
  const answers = whoCould(judged)
  const fillable = couldBeFilled(question, answers)
  const could = suggestionsByPlace(question, answers, viewer)
  const order = neutralOrder(supporters, request.id)
  return {
    could: order.map((place) => could[place] ?? null).filter((one) => one !== null),
    couldNot: couldNotGroups(supporters, order, firstWhyNot(judged, answers), viewer),
    wouldHelp: wouldHelp(judged, answers, changes, fillable),
    fillable,
    companions: answers.map(({ offered }) => ({
      slotId: offered.slot.id,
      personIds: (offered.companions ?? []).map((companion) => companion.personId),
    })),
  }
}

const suggestionsByPlace = (
  question: Question,
  answers: readonly SlotAnswer[],
  viewer: Viewer,
): (Suggestion | null)[] => {
  const asking = askingOf(question)
  return question.supporters.map((person, place) => {
    if (!couldAtSomeTime(answers, place)) return null
    const slots = answers.filter(({ stands }) => stands[place] === 0).map(({ offered }) => offered)
    const notes = notesFor(person, asking, slots)
    return {
      personId: person.personId,
      slotIds: slots.map(({ slot }) => slot.id),
      reasons: reasonsFor(person, asking),
      notes: viewer === 'coordinator' ? notes : notes.filter((note) => note !== 'other_circumstances_to_read'),
    }
  })
}
