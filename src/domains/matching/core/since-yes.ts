import { type ShownReason, shownReason } from './could-not.ts'
import type { Question } from './facts.ts'
import { doesNotWant, pause, theme } from './person-conditions.ts'
import { askingOf } from './question.ts'
import { notRegistered, offeredAt, ownLimits } from './slot-conditions.ts'

const ownWord = [pause, doesNotWant, theme]

/**
 * What has come into somebody's way since they said yes to the times of this question: what nothing may relax, as it is now. Hours, the way
 * and the like their yes has answered; whom they would meet is for `whyNotTogether`.
 */
export const whyNoLonger = (question: Question, personId: string): ShownReason[] => {
  const { request, settings } = question
  const person = question.supporters.find((one) => one.personId === personId)
  if (!person) return ['not_registered']
  const asking = askingOf(question)
  const found = [
    ...ownWord.map((condition) => condition(person, asking)),
    ...request.slots.flatMap((slot) => {
      const offered = offeredAt(request, slot, settings, null)
      return [notRegistered, ...ownLimits].map((condition) => condition(person, offered))
    }),
  ]
  return [...new Set(found.flatMap((one) => (one === null ? [] : shownReason(one.code, 'coordinator'))))]
}
