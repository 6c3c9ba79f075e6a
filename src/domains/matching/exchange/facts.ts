import { day, daySerial } from '#kernel/calendar-day.ts'
import type { Busy, CompanionFacts, HoursFacts, RequestFacts, SupporterFacts } from '../core/facts.ts'
import { travelMinutes } from '../core/travel.ts'
import type { MonthFacts, Valuing } from '../planning/month.ts'
import type { ExchangeRequest, ExchangeStaff, ExchangeSupporter, ExchangeVisit, Instance } from './form.ts'

/** A month of 31 days that begins on a Monday: the format knows days, not dates. */
const firstDay = daySerial(day('2027-03-01'))

/** The problem of the exchange format in the words of the programme. `requestIndex` leads back: what is locked is not planned anew. */
export const monthOfInstance = (instance: Instance): { month: MonthFacts; requestIndex: readonly number[] } => {
  const locked = new Set(instance.locked.map(({ request }) => request))
  const requestIndex = instance.requests.flatMap((_, i) => (locked.has(i) ? [] : [i]))
  const declined = Map.groupBy(instance.declined, ({ request }) => request)
  const standing = visitsByPerson(instance)
  const unwelcome = new Set(instance.requests.flatMap(({ avoidPeople }) => avoidPeople))
  const supporters = instance.supporters.map((one, i) => supporterOf(instance, one, i, { standing, unwelcome }))
  const companions = instance.staff.map((one, i) => companionOf(instance, one, i, standing))
  const requests = requestIndex.flatMap((i) => {
    const request = instance.requests[i]
    const unwilling = (declined.get(i) ?? []).map(({ supporter }) => `s${supporter}`)
    return request ? [requestOf(instance, request, i, unwilling)] : []
  })
  const parts = { supporters, companions, requests }
  return {
    month: {
      from: firstDay,
      days: instance.horizonDays,
      today: firstDay - 1,
      ...parts,
      settings: { firstNeedsExperienced: true },
      valuing: valuingOf(instance, parts, standing),
    },
    requestIndex,
  }
}

interface Standing {
  supporters: Map<number, ExchangeVisit[]>
  staff: Map<number, ExchangeVisit[]>
}

const visitsByPerson = ({ locked }: Instance): Standing => ({
  supporters: grouped(locked.flatMap((visit) => visit.supporters.map((one) => [one, visit] as const))),
  staff: grouped(locked.flatMap((visit) => (visit.staff === null ? [] : [[visit.staff, visit] as const]))),
})

const grouped = (pairs: readonly (readonly [number, ExchangeVisit])[]): Map<number, ExchangeVisit[]> => {
  const all = new Map<number, ExchangeVisit[]>()
  for (const [who, visit] of pairs) all.set(who, [...(all.get(who) ?? []), visit])
  return all
}

const optionOf = ({ requests }: Instance, { request, option }: ExchangeVisit) => requests[request]?.options[option]

const daysOf = (instance: Instance, visits: readonly ExchangeVisit[] = []): number[] =>
  visits.flatMap((visit) => optionOf(instance, visit)?.day ?? []).map((day) => firstDay + day)

const hoursOf = ({ weekly, exceptions }: Pick<ExchangeStaff, 'weekly' | 'exceptions'>): HoursFacts => ({
  weekly: weekly.map((ranges) => ranges.flat()),
  exceptions: new Map(Object.entries(exceptions).map(([day, ranges]) => [firstDay + Number(day), ranges.flat()])),
  said: true,
})

/** Spoken by everybody: where no language is asked for. */
const anyLanguage = ''
const genders = { f: 'woman', m: 'man', x: 'other' } as const
const wishes = ['no', 'can', 'want'] as const
const stages = ['first', 'some', 'much'] as const

const supporterOf = (
  instance: Instance,
  one: ExchangeSupporter,
  i: number,
  { standing, unwelcome }: { standing: Standing; unwelcome: ReadonlySet<number> },
): SupporterFacts & Row => ({
  row: i,
  personId: `s${i}`,
  registeredFrom: 0,
  registeredUntil: null,
  pause: one.paused ? { until: null } : null,
  wishes: new Map(one.activities.map((wish, activity) => [String(activity), wishes[wish] ?? 'no'])),
  themes: new Map(instance.topics.map((_, topic) => [String(topic), one.topics.includes(topic) ? 'speak' : 'not'])),
  avoidsPlaces: new Set(one.avoidPlaces.map((place) => `p${place}`)),
  // Whom a place would rather not see is met by nobody there: its side stands for a person whom they avoid.
  avoidsPeople: new Set([...one.avoidPeople.map((other) => `s${other}`), ...(unwelcome.has(i) ? [theirSide(i)] : [])]),
  avoidsInWords: false,
  likesToGoWith: new Set(),
  languages: new Set([...one.languages, anyLanguage]),
  gender: genders[one.gender],
  base: { x: one.x, y: one.y },
  wishedPerMonth: one.wished,
  hours: hoursOf(one),
  maxPerWeek: one.maxWeek,
  maxPerMonth: one.maxMonth,
  restDays: one.restDays,
  maxTravelMinutes: one.maxTravel,
  inPerson: true,
  online: one.online,
  experience: stages[one.stage] ?? 'some',
  lastAsked: null,
  busy: [],
  visitDays: daysOf(instance, standing.supporters.get(i)),
  knownPlaces: new Set(one.likesPlaces.map((place) => `p${place}`)),
  awaitingAnswer: false,
})

/** Where somebody stands in the instance: kept by whoever copies the facts. */
interface Row {
  row: number
}

const rowOf = (person: SupporterFacts | CompanionFacts): number => (person as Partial<Row>).row ?? -1

const theirSide = (supporter: number): string => `unwelcome-s${supporter}`

const companionOf = (instance: Instance, one: ExchangeStaff, i: number, standing: Standing): CompanionFacts & Row => ({
  row: i,
  personId: `c${i}`,
  base: { x: one.x, y: one.y },
  hours: hoursOf(one),
  maxTravelMinutes: one.maxTravel,
  maxPerDay: one.maxDay,
  maxPerWeek: one.maxWeek,
  busy: (standing.staff.get(i) ?? []).flatMap((visit) => busyOf(instance, visit)),
  visitDays: daysOf(instance, standing.staff.get(i)),
})

const busyOf = (instance: Instance, visit: ExchangeVisit): Busy[] => {
  const option = optionOf(instance, visit)
  const request = instance.requests[visit.request]
  const place = request && instance.places[request.place]
  if (!option || !place) return []
  const from = (firstDay + option.day) * 1440 + option.start
  return [{ from, to: from + option.dur, point: { x: place.x, y: place.y }, online: request.online }]
}

const requestOf = (
  { places }: Instance,
  request: ExchangeRequest,
  i: number,
  declined: readonly string[],
): RequestFacts => {
  const place = places[request.place]
  return {
    id: `r${i}`,
    activityId: String(request.activity),
    themes: request.topics.map(String),
    place: {
      id: `p${request.place}`,
      point: place ? { x: place.x, y: place.y } : null,
      hostPersonIds: request.avoidPeople.map(theirSide),
    },
    slots: request.options.map(({ day, start, dur }, option) => ({
      id: String(option),
      day: firstDay + day,
      from: start,
      to: start + dur,
    })),
    wanted: request.count,
    online: request.online,
    couldBeOnline: true,
    forGender: request.gender === null ? null : genders[request.gender],
    language: request.language ?? anyLanguage,
    companionNeeded: request.staffNeeded,
    agreed: [],
    declined: new Set(declined),
    asked: new Set(),
    welcomes: new Set(request.welcomes.map((one) => `s${one}`)),
  }
}

/** The objective J of the format. */
const valuingOf = (instance: Instance, parts: Pick<MonthFacts, 'requests'>, standing: Standing): Valuing => {
  const requestAt = new Map(parts.requests.map((one) => [one, instance.requests[Number(one.id.slice(1))]]))
  const wanted = whoHas(instance, instance.activities, ({ activities }, activity) => activities[activity] === 2)
  const lived = whoHas(instance, instance.experienceKinds, ({ experience }, kind) => experience.includes(kind))
  const values: Omit<Valuing, 'standing'> = {
    worth: () => 1000,
    valueFor: (request) => {
      const asked = requestAt.get(request)
      if (!asked) return () => 0
      const again = new Set(asked.welcomes.filter((one) => instance.supporters[one]?.likesPlaces.includes(asked.place)))
      const wants = wanted[asked.activity]
      const kinds = asked.softExperience.map((kind) => lived[kind])
      return (person, minutes) => {
        const row = rowOf(person)
        const known = again.size > 0 && again.has(row)
        const alike = kinds.some((all) => all?.[row] === 1)
        return 10 * (wants?.[row] ?? 0) + 8 * Number(known) + 4 * Number(alike) - Math.floor(minutes / 10)
      }
    },
    gain: (person, k) => {
      const row = rowOf(person)
      const who = instance.supporters[row]
      return who ? chanceValue(who, k + (standing.supporters.get(row)?.length ?? 0)) : 0
    },
    costFor: (request) => {
      const regular = instance.places[requestAt.get(request)?.place ?? -1]?.regularStaff
      return (companion, minutes) => Math.floor(minutes / 15) - 5 * Number(rowOf(companion) === regular)
    },
  }
  return { ...values, standing: standingPoints(instance, standing) }
}

/** For each word of a list, which of the supporters it holds for: 1 or 0. */
const whoHas = (
  { supporters }: Instance,
  words: readonly unknown[],
  has: (one: ExchangeSupporter, word: number) => boolean,
): Uint8Array[] => words.map((_, word) => Uint8Array.from(supporters, (one) => Number(has(one, word))))

const chanceValue = ({ wished, received }: ExchangeSupporter, k: number): number =>
  wished === 0 ? 0 : Math.max(0, Math.floor(30 * (1 - (received + k - 1) / wished) + 0.5))

const standingPoints = (instance: Instance, standing: Standing): number => {
  const visits = instance.locked.map((visit) => 1000 + pointsOf(instance, visit))
  const chances = [...standing.supporters].flatMap(([i, theirs]) => {
    const who = instance.supporters[i]
    return theirs.map((_, k) => (who ? chanceValue(who, k + 1) : 0))
  })
  return [...visits, ...chances].reduce((sum, points) => sum + points, 0)
}

const pointsOf = (instance: Instance, visit: ExchangeVisit): number => {
  const request = instance.requests[visit.request]
  const place = request && instance.places[request.place]
  if (!place) return 0
  const way = (from: { x: number; y: number } | undefined): number =>
    request.online || !from ? 0 : (travelMinutes({ x: from.x, y: from.y }, place) ?? 0)
  const seats = visit.supporters.map((i) => {
    const who = instance.supporters[i]
    if (!who) return 0
    const wanted = who.activities[request.activity] === 2
    const again = who.likesPlaces.includes(request.place) && request.welcomes.includes(i)
    const lived = request.softExperience.some((kind) => who.experience.includes(kind))
    return 10 * Number(wanted) + 8 * Number(again) + 4 * Number(lived) - Math.floor(way(who) / 10)
  })
  const companion = visit.staff === null ? undefined : instance.staff[visit.staff]
  const cost = companion ? Math.floor(way(companion) / 15) - 5 * Number(place.regularStaff === visit.staff) : 0
  return seats.reduce((sum, points) => sum + points, -cost)
}
