import type { CompanionFacts, HoursFacts, Question, SupporterFacts } from '#domains/matching/index.ts'
import { day, daySerial } from '#kernel/calendar-day.ts'
import { chanceFrom } from '#kernel/chance.ts'

const today = day('2026-11-22')
const monday = daySerial(today) + 8

// As the loader gives them for one request: what it asks about and nothing else, and what many people say alike is one object.
const activity = 'act-0'
const theme = 'theme-0'
const levels = ['want', 'want', 'can', 'can', 'someday', 'no'] as const
const wishes = levels.map((level) => new Map([[activity, level]]))
const unsaid = new Map<string, never>()
const nobody = new Set<string>()
const japanese = new Set(['ja'])
const both = new Set(['ja', 'en'])
const here = new Set(['place-1'])

/** One request among so many supporters of a prefecture. */
export const aLargeQuestion = (people: number, seed = 1): Question => {
  const roll = chanceFrom(seed)
  const upTo = (n: number) => Math.floor(roll() * n)
  return {
    request: {
      id: `request-${seed}`,
      activityId: activity,
      themes: [theme],
      place: {
        id: 'place-1',
        point: { lat: 35.6 + roll() * 0.3, lng: 139.4 + roll() * 0.5 },
        hostPersonIds: ['h1', 'h2'],
      },
      slots: [0, 1, 2].map((i) => ({
        id: `s${i}`,
        day: monday + 2 * i + upTo(2),
        from: 780 + 60 * i,
        to: 900 + 60 * i,
      })),
      wanted: 2,
      online: false,
      couldBeOnline: true,
      forGender: null,
      language: 'ja',
      companionNeeded: true,
      agreed: [],
      declined: new Set(['p7']),
      asked: new Set(['p8']),
      welcomes: new Set(['p9']),
    },
    supporters: Array.from({ length: people }, (_, i) => aPerson(`p${i}`, roll, upTo)),
    companions: Array.from({ length: Math.ceil(people / 50) }, (_, i) => aStaffMember(`c${i}`, roll, upTo)),
    settings: { firstNeedsExperienced: true },
    today,
  }
}

type Roll = () => number
type UpTo = (n: number) => number

const aPerson = (personId: string, roll: Roll, upTo: UpTo): SupporterFacts => ({
  personId,
  registeredFrom: monday - 500,
  registeredUntil: null,
  pause: roll() < 0.08 ? { until: null } : null,
  wishes: roll() < 0.6 ? (wishes[upTo(6)] ?? unsaid) : unsaid,
  themes: roll() < 0.4 ? new Map([[theme, roll() < 0.8 ? 'speak' : 'not']]) : unsaid,
  avoidsPlaces: roll() < 0.1 ? new Set([`place-${upTo(30)}`]) : nobody,
  avoidsPeople: roll() < 0.1 ? new Set([`p${upTo(5000)}`]) : nobody,
  avoidsInWords: roll() < 0.05,
  likesToGoWith: roll() < 0.3 ? new Set([`p${upTo(5000)}`]) : nobody,
  languages: roll() < 0.1 ? both : japanese,
  gender: null,
  base: roll() < 0.95 ? { lat: 35.6 + roll() * 0.3, lng: 139.4 + roll() * 0.5 } : null,
  wishedPerMonth: 1 + upTo(4),
  hours: someHours(roll, upTo),
  maxPerWeek: 1 + upTo(2),
  maxPerMonth: 2 + upTo(6),
  restDays: upTo(4),
  maxTravelMinutes: 30 + 15 * upTo(6),
  inPerson: true,
  online: roll() < 0.5,
  experience: roll() < 0.12 ? 'first' : roll() < 0.5 ? 'some' : 'much',
  lastAsked: roll() < 0.2 ? null : monday - upTo(200),
  busy: someBusy(roll, upTo),
  visitDays: Array.from({ length: upTo(4) }, () => monday - 20 + upTo(50)),
  knownPlaces: roll() < 0.01 ? here : nobody,
  awaitingAnswer: roll() < 0.1,
})

const aStaffMember = (personId: string, roll: Roll, upTo: UpTo): CompanionFacts => ({
  personId,
  base: { lat: 35.6 + roll() * 0.3, lng: 139.4 + roll() * 0.5 },
  hours: { weekly: [1, 2, 3, 4, 5, 0, 0].map((n) => (n ? [540, 1080] : [])), exceptions: new Map(), said: true },
  maxTravelMinutes: 60,
  maxPerDay: 2,
  maxPerWeek: 6,
  busy: someBusy(roll, upTo),
  visitDays: [],
})

const someHours = (roll: Roll, upTo: UpTo): HoursFacts => ({
  weekly: Array.from({ length: 7 }, () => (roll() < 0.55 ? [540 + 60 * upTo(4), 900 + 60 * upTo(5)] : [])),
  exceptions: new Map(Array.from({ length: upTo(3) }, () => [monday + upTo(28), []])),
  said: true,
})

const someBusy = (roll: Roll, upTo: UpTo) =>
  Array.from({ length: upTo(4) }, () => {
    const from = (monday - 10 + upTo(30)) * 1440 + 600 + 30 * upTo(12)
    const point = { lat: 35.6 + roll() * 0.3, lng: 139.4 + roll() * 0.5 }
    return { from, to: from + 120, point, online: roll() < 0.1 }
  })
