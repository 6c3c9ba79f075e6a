import { daySerial } from '#kernel/calendar-day.ts'
import { companionsAt } from './companions.ts'
import type { Question, Slot, SupporterFacts } from './facts.ts'
import type { Asking } from './person-conditions.ts'
import type { Offered } from './slot-conditions.ts'
import { offeredAt } from './slot-conditions.ts'

// What the conditions are told of a question.

export const askingOf = (question: Question): Asking => ({
  request: question.request,
  today: daySerial(question.today),
  agreed: agreedOf(question),
})

export const offeredFor = ({ request, settings, companions }: Question, slot: Slot): Offered =>
  offeredAt(request, slot, settings, companionsAt(companions, request, slot))

export const agreedOf = ({ request, supporters }: Question): SupporterFacts[] =>
  request.agreed.length === 0 ? [] : supporters.filter((person) => request.agreed.includes(person.personId))

export const openSeats = ({ request }: Question): number => request.wanted - request.agreed.length
