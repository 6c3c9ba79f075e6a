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

export const reasonsFor = (person: SupporterFacts, asking: Asking): Reason[] => [
  ...ofWish(person, asking),
  ...ofThemes(person, asking),
  ...ofPeople(person, asking),
  ...ofLastAsked(person, asking),
]

const ofWish = (person: SupporterFacts, { request }: Asking): Reason[] => {
  const wish = person.wishes.get(request.activityId)
  if (wish === 'want') return [{ code: 'wants' }]
  return wish === 'can' ? [{ code: 'can' }] : []
}

const ofThemes = (person: SupporterFacts, { request }: Asking): Reason[] =>
  request.themes
    .filter((theme) => person.themes.get(theme) === 'speak')
    .map((theme) => ({ code: 'speaks' as const, theme }))

const ofPeople = (person: SupporterFacts, { request }: Asking): Reason[] => {
  const reasons: Reason[] = request.agreed
    .filter((id) => person.likesToGoWith.has(id))
    .map((personId) => ({ code: 'likes_to_go_with', personId }))
  if (request.place !== null && person.knownPlaces.has(request.place.id)) reasons.push({ code: 'knows_place' })
  if (request.welcomes.has(person.personId)) reasons.push({ code: 'welcome' })
  return reasons
}

const ofLastAsked = (person: SupporterFacts, { today }: Asking): Reason[] => {
  if (person.lastAsked === null) return [{ code: 'not_asked_yet' }]
  return today - person.lastAsked >= aWhile ? [{ code: 'not_asked_for_a_while' }] : []
}

export const notesFor = (person: SupporterFacts, asking: Asking, offered: readonly Offered[]): Note[] => {
  const { request } = asking
  const wish = person.wishes.get(request.activityId)
  const all: [Note, boolean][] = [
    ['someday', wish === 'someday'],
    ['wish_unsaid', wish === undefined],
    ['first_time', person.experience === 'first'],
    ['travel_unknown', !request.online && (person.base === null || (request.place?.point ?? null) === null)],
    ['other_circumstances_to_read', person.avoidsInWords],
    ['awaiting_answer', person.awaitingAnswer],
    ['enough_this_month', offered.some(({ month }) => hasEnough(person, month))],
  ]
  return all.filter(([, holds]) => holds).map(([note]) => note)
}

const hasEnough = (person: SupporterFacts, month: { from: number; to: number }): boolean =>
  countWithin(person.visitDays, month.from, month.to) >= person.wishedPerMonth
