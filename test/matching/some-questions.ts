import fc from 'fast-check'
import type { CalendarDay, Weekday } from '#kernel/calendar-day.ts'
import { dayFromSerial } from '#kernel/calendar-day.ts'
import type { Busy, CompanionFacts, Point, Question, RequestFacts, SupporterFacts } from '#domains/matching/index.ts'
import type { Hours, Limits } from '#domains/registration/index.ts'
import { numericHours } from '#domains/registration/index.ts'

/** A supporter as the sheet says it, beside the facts that planning reads. */
export interface Told {
  hours: Hours
  limits: Limits
  visitDays: CalendarDay[]
  facts: SupporterFacts
}

export interface ToldQuestion {
  told: Told[]
  question: Question
}

const firstDay = 20_790
const aDaySerial = fc.integer({ min: firstDay, max: firstDay + 4 })
// As far as other times are looked for, and a little farther.
const aDayAround = fc.integer({ min: firstDay - 6, max: firstDay + 16 })
const oneOf = <T>(...all: T[]) => fc.constantFrom(...all)
const placeIds = ['place-a', 'place-b', 'place-c']
const personIds = Array.from({ length: 9 }, (_, i) => `person-${i}`)
const staffIds = ['staff-0', 'staff-1', 'staff-2']
const themeNames = ['alone', 'work', 'hospital']

const near = fc.record({ lat: oneOf(35.6, 35.62, 35.7), lng: oneOf(139.6, 139.65, 139.9) })
// Islands from which the way takes more than a day.
const far = fc.constant({ lat: 24.34, lng: 124.16 })
const aPoint: fc.Arbitrary<Point | null> = fc.option(
  fc.oneof({ weight: 14, arbitrary: near }, { weight: 1, arbitrary: far }),
  { freq: 6 },
)

// Edges lie on half hours, a minute beside them, and the breath of ten minutes beside them.
const aMinute = fc
  .tuple(fc.integer({ min: 0, max: 47 }), oneOf(0, 0, 0, 1, 9, 10, 11, 15, 19, 20, 21, 29))
  .map(([half, more]) => half * 30 + more)

const range = (start: number, length: number) => ({ from: start, to: Math.min(1440, start + length) })
const aUsualRange = fc
  .tuple(fc.integer({ min: 16, max: 44 }), fc.integer({ min: 2, max: 16 }))
  .map(([start, length]) => range(start * 30, length * 30))
const anyRange = fc
  .tuple(aMinute, aMinute)
  .map(([a, b]) => ({ from: Math.min(a, b), to: a === b ? 1440 : Math.max(a, b) }))
const aRange = fc.oneof(aUsualRange, anyRange)

const someHours: fc.Arbitrary<Hours> = fc.record({
  weekly: fc.array(
    fc
      .tuple(aRange, fc.integer({ min: 1, max: 7 }))
      .map(([range, weekday]) => ({ ...range, weekday: weekday as Weekday })),
    { maxLength: 10 },
  ),
  exceptions: fc.array(
    fc.record({ day: fc.oneof(aDaySerial, aDayAround).map(dayFromSerial), hours: fc.array(aRange, { maxLength: 2 }) }),
    {
      maxLength: 3,
    },
  ),
})

// At any time of the day, now and then over midnight or for days.
const someBusy: fc.Arbitrary<Busy[]> = fc.array(
  fc
    .record({
      day: fc.oneof(aDaySerial, aDaySerial, aDayAround),
      start: aMinute,
      length: fc.oneof(
        { weight: 9, arbitrary: oneOf(20, 30, 31, 60, 89, 90) },
        { weight: 1, arbitrary: fc.integer({ min: 300, max: 4000 }) },
      ),
      point: aPoint,
      online: fc.boolean(),
    })
    .map(({ day, start, length, point, online }) => {
      const from = day * 1440 + start
      return { from, to: from + length, point, online }
    }),
  { maxLength: 4 },
)

const setOf = <T extends string>(all: readonly T[], maxLength: number): fc.Arbitrary<Set<T>> =>
  fc.uniqueArray(oneOf(...all), { maxLength }).map((some) => new Set(some))

const mapOf = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> =>
  fc
    .uniqueArray(fc.tuple(oneOf(...keys), value), { selector: ([key]) => key, maxLength: keys.length })
    .map((all) => new Map(all))

const rarely = fc.integer({ min: 0, max: 11 }).map((n) => n === 0)

// Most things are in order, and each is out of order now and then: otherwise nobody could ever come and nothing is tested.
const mostly = <T, U>(usual: T, now: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 24, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: now })

const wide: Hours = {
  weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: 480, to: 1320 })),
  exceptions: [],
}

const aSupporter = (personId: string): fc.Arbitrary<Told> =>
  fc
    .record({
      hours: fc.oneof(fc.constant(wide), someHours),
      limits: fc.record({
        perWeek: mostly(3, fc.integer({ min: 0, max: 2 })),
        perMonth: mostly(6, fc.integer({ min: 0, max: 2 })),
        restDays: mostly(0, fc.integer({ min: 1, max: 3 })),
      }),
      days: fc.uniqueArray(fc.integer({ min: firstDay - 7, max: firstDay + 14 }), { maxLength: 2 }),
      rest: someOtherFacts,
    })
    .map(({ hours, limits, days, rest }) => ({
      hours,
      limits,
      visitDays: days.map(dayFromSerial),
      facts: {
        ...rest,
        personId,
        hours: numericHours(hours),
        maxPerWeek: limits.perWeek,
        maxPerMonth: limits.perMonth,
        restDays: limits.restDays,
        visitDays: days,
      },
    }))

const someOtherFacts = fc.record({
  registeredFrom: mostly(firstDay - 100, oneOf(firstDay + 3, firstDay + 4)),
  registeredUntil: mostly(null, oneOf(firstDay + 3, firstDay + 4)),
  pause: mostly(null, oneOf({ until: null }, { until: firstDay - 8 }, { until: firstDay - 7 })),
  wishes: mapOf(
    ['act-a', 'act-b'],
    oneOf('want' as const, 'can' as const, 'can' as const, 'someday' as const, 'no' as const),
  ),
  themes: mapOf(themeNames, oneOf('speak' as const, 'speak' as const, 'speak' as const, 'not' as const)),
  avoidsPlaces: fc.tuple(rarely, setOf(placeIds, 2)).map(([yes, set]) => (yes ? set : new Set<string>())),
  avoidsPeople: fc
    .tuple(rarely, setOf([...personIds, ...staffIds, 'host-a'], 3))
    .map(([yes, set]) => (yes ? set : new Set<string>())),
  avoidsInWords: rarely,
  likesToGoWith: setOf(personIds, 2),
  languages: mostly(new Set(['ja', 'en']), oneOf(new Set(['ja']), new Set(['en']))),
  gender: oneOf('woman' as const, 'man' as const, 'other' as const, null),
  base: aPoint,
  wishedPerMonth: fc.integer({ min: 0, max: 4 }),
  maxTravelMinutes: mostly(120, oneOf(9, 10, 15, 20, 60)),
  inPerson: rarely.map((no) => !no),
  online: rarely.map((no) => !no),
  experience: oneOf('first' as const, 'some' as const, 'much' as const),
  lastAsked: fc.option(fc.integer({ min: firstDay - 200, max: firstDay - 8 })),
  busy: someBusy,
  knownPlaces: setOf(placeIds, 2),
  awaitingAnswer: rarely,
})

const aCompanion = (personId: string): fc.Arbitrary<CompanionFacts> =>
  fc.record({
    personId: fc.constant(personId),
    base: aPoint,
    hours: fc.option(someHours.map(numericHours), { freq: 2 }),
    maxTravelMinutes: oneOf(null, 30, 120),
    maxPerDay: oneOf(null, 1, 2),
    maxPerWeek: oneOf(null, 1, 3),
    busy: someBusy,
    visitDays: fc.array(aDaySerial, { maxLength: 3 }),
  })

const aUsualSlot = fc
  .record({ day: aDaySerial, start: fc.integer({ min: 18, max: 40 }), length: fc.integer({ min: 1, max: 6 }) })
  .map(({ day, start, length }) => ({ day, ...range(start * 30, length * 30) }))
// Also by night, to the end of the day, and weeks after the other one.
const anySlot = fc
  .record({
    day: fc.oneof(aDayAround, fc.constant(firstDay + 40)),
    start: aMinute,
    length: oneOf(30, 45, 60, 61, 120, 200),
  })
  .map(({ day, start, length }) => ({ day, ...range(start, length) }))
const aSlot = (id: string) =>
  fc.oneof({ weight: 7, arbitrary: aUsualSlot }, { weight: 1, arbitrary: anySlot }).map((slot) => ({ id, ...slot }))

const aRequest: fc.Arbitrary<RequestFacts> = fc.record({
  id: fc.uuid(),
  activityId: oneOf('act-a', 'act-b'),
  themes: setOf(themeNames, 1).map((set) => [...set]),
  place: fc.option(
    fc.record({ id: oneOf(...placeIds), point: aPoint, hostPersonIds: oneOf<string[]>([], ['host-a']) }),
    { freq: 8 },
  ),
  slots: fc
    .tuple(aSlot('slot-1'), aSlot('slot-2'), fc.integer({ min: 1, max: 2 }))
    .map(([a, b, n]) => [a, b].slice(0, n)),
  wanted: fc.integer({ min: 1, max: 3 }),
  online: rarely,
  couldBeOnline: fc.boolean(),
  forGender: mostly(null, oneOf('woman' as const, 'man' as const)),
  language: oneOf('ja', 'ja', 'ja', 'en'),
  companionNeeded: fc.boolean(),
  agreed: oneOf<string[]>([], [], ['person-0']),
  declined: setOf(personIds, 1),
  asked: setOf(personIds, 1),
  welcomes: setOf(personIds, 2),
})

/** A request, a few supporters and companions, with every condition met now and then. */
export const someQuestions: fc.Arbitrary<ToldQuestion> = fc
  .record({
    told: fc.tuple(...personIds.map(aSupporter)),
    companions: fc.tuple(...staffIds.map(aCompanion)),
    request: aRequest,
    firstNeedsExperienced: fc.boolean(),
  })
  .map(({ told, companions, request, firstNeedsExperienced }) => ({
    told,
    question: {
      request: { ...request, agreed: request.agreed.slice(0, request.wanted - 1) },
      supporters: told.map((one) => one.facts),
      companions,
      settings: { firstNeedsExperienced },
      today: dayFromSerial(firstDay - 7),
    },
  }))
