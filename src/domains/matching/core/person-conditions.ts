import type { Condition } from './bits.ts'
import type { RequestFacts, SupporterFacts } from './facts.ts'
import { travelMinutes } from './travel.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'

/** What does not depend on the time offered. */
export interface Asking {
  request: RequestFacts
  today: number
  /** Those who have agreed already, as far as they are known. */
  agreed: readonly SupporterFacts[]
}

export type PersonCondition = Condition<Asking>

export const pause: PersonCondition = (person, { today }) =>
  person.pause !== null && (person.pause.until === null || today <= person.pause.until) ? verdict('pause') : null

export const doesNotWant: PersonCondition = (person, { request }) =>
  person.wishes.get(request.activityId) === 'no' ? verdict('does_not_want') : null

export const avoidsThePlace: PersonCondition = (person, { request }) => {
  const { place } = request
  if (place === null) return null
  const avoids = person.avoidsPlaces.has(place.id) || place.hostPersonIds.some((id) => person.avoidsPeople.has(id))
  return avoids ? verdict('avoid') : null
}

/** In both directions: who would rather not meet somebody is not met by them either. */
export const avoidsWhoGoesAlong: PersonCondition = (person, { agreed }) =>
  agreed.some((other) => cannotGoTogether(person, other)) ? verdict('avoid') : null

export const cannotGoTogether = (a: SupporterFacts, b: SupporterFacts): boolean =>
  a.avoidsPeople.has(b.personId) || b.avoidsPeople.has(a.personId)

export const theme: PersonCondition = (person, { request }) => {
  const unwilling = request.themes.find((one) => person.themes.get(one) === 'not')
  return unwilling === undefined ? null : verdict('theme', { theme: unwilling })
}

export const declinedThis: PersonCondition = (person, { request }) =>
  request.declined.has(person.personId) ? verdict('declined') : null

export const alreadyAsked: PersonCondition = (person, { request }) =>
  request.asked.has(person.personId) || request.agreed.includes(person.personId) ? verdict('already_asked') : null

/** Offered, never asked for: who has not said it is simply not known to belong to the circle. */
export const gender: PersonCondition = (person, { request }) =>
  request.forGender === null || person.gender === request.forGender
    ? null
    : verdict('gender', { said: person.gender !== null })

export const language: PersonCondition = (person, { request }) =>
  person.languages.has(request.language) ? null : verdict('language', { language: request.language })

export const mode: PersonCondition = (person, { request }) =>
  (request.online ? person.online : person.inPerson) ? null : otherMode(request.online)

const notOnline = verdict('mode', { online: true })
const notInPerson = verdict('mode', { online: false })
const otherMode = (online: boolean): Verdict => (online ? notOnline : notInPerson)

/** Towns that are not known on the map do not stand in the way: they are said as a note. */
export const travel: PersonCondition = (person, { request }) => {
  if (request.online || request.place === null) return null
  const minutes = travelMinutes(person.base, request.place.point)
  return minutes === null || minutes <= person.maxTravelMinutes ? null : verdict('travel')
}

export const personConditions: readonly PersonCondition[] = [
  pause,
  doesNotWant,
  avoidsThePlace,
  avoidsWhoGoesAlong,
  theme,
  declinedThis,
  alreadyAsked,
  gender,
  language,
  mode,
  travel,
]
