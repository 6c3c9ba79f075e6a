import type { SupporterFacts } from './facts.ts'
import type { Asking } from './person-conditions.ts'
import type { Offered } from './slot-conditions.ts'
import { countWithin } from './time.ts'

/** Why this person: what they wish, whom they know. Never a number. */
export type Reason =
  | { code: 'wants' | 'can' | 'knows_place' | 'welcome' | 'not_asked_for_a_while' | 'not_asked_yet' }
  | { code: 'speaks'; theme: string }
  | { code: 'likes_to_go_with'; personId: string }

/** What to think of before asking. It stands in nobody's way. */
export type Note =
  | 'someday'
  | 'wish_unsaid'
  | 'travel_unknown'
  | 'other_circumstances_to_read'
  | 'awaiting_answer'
  | 'first_time'
  | 'enough_this_month'

const aWhile = 60

export const reasonsFor = (person: SupporterFacts, asking: Asking): Reason[] => {
  const reasons: Reason[] = []
  const wish = person.wishes.get(asking.request.activityId)
  if (wish === 'want') reasons.push({ code: 'wants' })
  if (wish === 'can') reasons.push({ code: 'can' })
  addThemes(reasons, person, asking)
  addPeople(reasons, person, asking)
  if (person.lastAsked === null) reasons.push({ code: 'not_asked_yet' })
  else if (asking.today - person.lastAsked >= aWhile) reasons.push({ code: 'not_asked_for_a_while' })
  return reasons
}

const addThemes = (reasons: Reason[], person: SupporterFacts, { request }: Asking): void => {
  for (const theme of request.themes) {
    if (person.themes.get(theme) === 'speak') reasons.push({ code: 'speaks', theme })
  }
}

const addPeople = (reasons: Reason[], person: SupporterFacts, { request }: Asking): void => {
  for (const personId of request.agreed) {
    if (person.likesToGoWith.has(personId)) reasons.push({ code: 'likes_to_go_with', personId })
  }
  if (request.place !== null && person.knownPlaces.has(request.place.id)) reasons.push({ code: 'knows_place' })
  if (request.welcomes.has(person.personId)) reasons.push({ code: 'welcome' })
}

export const notesFor = (person: SupporterFacts, asking: Asking, offered: readonly Offered[]): Note[] => {
  const { request } = asking
  const wish = person.wishes.get(request.activityId)
  const notes: Note[] = []
  if (wish === 'someday') notes.push('someday')
  if (wish === undefined) notes.push('wish_unsaid')
  if (person.experience === 'first') notes.push('first_time')
  if (!request.online && (person.base === null || !request.place?.point)) notes.push('travel_unknown')
  if (person.avoidsInWords) notes.push('other_circumstances_to_read')
  if (person.awaitingAnswer) notes.push('awaiting_answer')
  if (offered.some(({ month }) => hasEnough(person, month))) notes.push('enough_this_month')
  return notes
}

const hasEnough = (person: SupporterFacts, month: { from: number; to: number }): boolean =>
  countWithin(person.visitDays, month.from, month.to) >= person.wishedPerMonth
