import { day, daySerial } from '#kernel/calendar-day.ts'
import {
  type CompanionFacts,
  fairValuing,
  type HoursFacts,
  type MonthFacts,
  type Question,
  type RequestFacts,
  type SupporterFacts,
} from '#domains/matching/index.ts'

/** Wednesday. */
export const theDay = daySerial(day('2026-12-02'))
export const place = { lat: 35.646, lng: 139.653 }

const always: HoursFacts = { weekly: Array.from({ length: 7 }, () => [0, 1440]), exceptions: new Map(), said: true }

/** Somebody in whose way nothing stands. */
export const aSupporter = (more: Partial<SupporterFacts> = {}): SupporterFacts => ({
  personId: 'hanako',
  registeredFrom: theDay - 400,
  registeredUntil: null,
  pause: null,
  wishes: new Map([['walk', 'want' as const]]),
  themes: new Map(),
  avoidsPlaces: new Set(),
  avoidsPeople: new Set(),
  avoidsInWords: false,
  likesToGoWith: new Set(),
  languages: new Set(['ja']),
  gender: null,
  base: place,
  wishedPerMonth: 2,
  hours: always,
  maxPerWeek: 2,
  maxPerMonth: 4,
  restDays: 0,
  maxTravelMinutes: 60,
  inPerson: true,
  online: false,
  experience: 'some',
  lastAsked: theDay - 30,
  busy: [],
  visitDays: [],
  knownPlaces: new Set(),
  awaitingAnswer: false,
  ...more,
})

export const aCompanion = (more: Partial<CompanionFacts> = {}): CompanionFacts => ({
  personId: 'sato',
  base: place,
  hours: null,
  maxTravelMinutes: null,
  maxPerDay: null,
  maxPerWeek: null,
  busy: [],
  visitDays: [],
  ...more,
})

/** A walk on Wednesday, from two to four in the afternoon. */
export const aRequest = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  id: 'request',
  activityId: 'walk',
  themes: [],
  place: { id: 'garden', point: place, hostPersonIds: ['host'] },
  slots: [{ id: 'afternoon', day: theDay, from: 840, to: 960 }],
  wanted: 1,
  online: false,
  couldBeOnline: false,
  forGender: null,
  language: 'ja',
  companionNeeded: false,
  agreed: [],
  declined: new Set(),
  asked: new Set(),
  welcomes: new Set(),
  ...more,
})

export const aQuestion = (more: Partial<Question> = {}): Question => ({
  request: aRequest(),
  supporters: [aSupporter()],
  companions: [],
  settings: { firstNeedsExperienced: true },
  today: day('2026-11-22'),
  ...more,
})

/** December 2026 with one request that anybody can come to. */
export const aMonth = (more: Partial<MonthFacts> = {}): MonthFacts => {
  const supporters = more.supporters ?? [aSupporter()]
  return {
    from: theDay - 1,
    days: 31,
    today: theDay - 10,
    supporters,
    companions: [aCompanion()],
    requests: [aRequest()],
    settings: { firstNeedsExperienced: true },
    valuing: fairValuing(supporters, new Map(), '2026-12'),
    ...more,
  }
}
