import { isFreeFor, withinLoad, withinReach, works } from '../core/companions.ts'
import type { RequestFacts, Slot, SupporterFacts } from '../core/facts.ts'
import {
  avoidsThePlace,
  avoidsWhoGoesAlong,
  declinedThis,
  doesNotWant,
  gender,
  language,
  mode,
  type PersonCondition,
  pause,
  theme,
  travel,
} from '../core/person-conditions.ts'
import {
  busy,
  hours,
  monthLimit,
  notRegistered,
  offeredAt,
  rest,
  type SlotCondition,
  weekLimit,
} from '../core/slot-conditions.ts'
import { rangesOn } from '../core/time.ts'
import type { Code } from '../core/verdict.ts'
import { addThoseIn, isIn, keepThoseIn, leaveOut, type Mask, maskOf, maskOfPlaces, remembered } from './masks.ts'
import type { MonthFacts } from './month.ts'

/*
 * The conditions are asked of a person once for each thing of the request that they look at, named by a key: whoever cannot reach a
 * place cannot reach it for the next request either. Two requests with equal keys have equal answers (held by a property test).
 * `alreadyAsked` is no condition here: a plan may keep an invitation as it is.
 */
type KeyedByRequest = readonly [Code, PersonCondition, (request: RequestFacts) => string]

const keyedFirst: readonly KeyedByRequest[] = [
  ['pause', pause, () => ''],
  ['does_not_want', doesNotWant, ({ activityId }) => activityId],
]

const keyedLast: readonly KeyedByRequest[] = [
  ['gender', gender, ({ forGender }) => forGender ?? ''],
  ['language', language, (request) => request.language],
  ['mode', mode, ({ online }) => String(online)],
  ['travel', travel, ({ online, place }) => (online || place === null ? '' : place.id)],
]

const keyedByDay: readonly [Code, SlotCondition][] = [
  ['not_registered', notRegistered],
  ['month_limit', monthLimit],
  ['week_limit', weekLimit],
  ['rest', rest],
]

/** A condition, and those in whose way it does not stand. */
export interface Step {
  code: Code
  open: Mask
}

/** Who could come to a request at a time, and who could go along: by the conditions, each asked as seldom as can be. */
export const whoCouldIn = (month: MonthFacts) => {
  const everybody = maskOf(month.supporters, () => true)
  const stepsFor = stepsForIn(month, everybody)
  const stepsOn = stepsOnIn(month)
  const stepsAt = stepsAtIn(month)
  return {
    /** The conditions of a request whatever the time, in the order in which they are asked; of its day; of its hours, asked of these. */
    stepsFor,
    stepsOn,
    stepsAt,
    forRequest: (request: RequestFacts): Mask => among(everybody, stepsFor(request)),
    atSlot: (request: RequestFacts, slot: Slot, whatever: Mask): Mask => {
      const those = among(whatever, stepsOn(request, slot))
      return among(those, stepsAt(request, slot, those))
    },
    couldAccompany: whoCouldAccompany(month),
  }
}

/** Of these, those in whose way nothing stands. */
export const among = (these: Mask, steps: readonly Step[]): Mask => {
  const left = these.slice()
  for (const { open } of steps) keepThoseIn(left, open)
  return left
}

const stepsForIn = (month: MonthFacts, everybody: Mask) => {
  const { supporters } = month
  const about = remembered(supporters)
  const placeOf = new Map(supporters.map((person, i) => [person.personId, i]))
  const avoiding = whoAvoids(supporters)
  const without = (code: Code, places: readonly number[]): Step[] => {
    if (places.length === 0) return []
    const open = everybody.slice()
    for (const place of places) leaveOut(open, place)
    return [{ code, open }]
  }
  const placesOfIds = (ids: Iterable<string>): number[] => Array.from(ids).flatMap((id) => placeOf.get(id) ?? [])
  return (request: RequestFacts): Step[] => {
    const asking = askingIn(month, request, placeOf)
    const keyed = ([code, condition, key]: KeyedByRequest): Step => ({
      code,
      open: about(`${code} ${key(request)}`, (person) => condition(person, asking) === null),
    })
    const ofTheme = (one: string): Step => {
      const alone = { ...asking, request: { ...request, themes: [one] } }
      return { code: 'theme', open: about(`theme ${one}`, (person) => theme(person, alone) === null) }
    }
    const avoids = avoiding(request).filter((place) => avoidsThePlace(supporters[place] as SupporterFacts, asking))
    const besideAgreed = (): Step => ({
      code: 'avoid',
      open: maskOf(supporters, (person) => avoidsWhoGoesAlong(person, asking) === null),
    })
    return [
      ...keyedFirst.map(keyed),
      ...without('avoid', avoids),
      ...(asking.agreed.length > 0 ? [besideAgreed()] : []),
      ...request.themes.map(ofTheme),
      ...without('declined', placesOfIds(request.declined)),
      ...without('already_asked', placesOfIds(request.agreed)),
      ...keyedLast.map(keyed),
    ]
  }
}

const stepsOnIn = ({ supporters, settings }: MonthFacts) => {
  const about = remembered(supporters)
  return (request: RequestFacts, slot: Slot): Step[] => {
    const offered = offeredAt(request, slot, settings, null)
    return keyedByDay.map(([code, condition]) => ({
      code,
      open: about(`${code} ${slot.day}`, (person) => condition(person, offered) === null),
    }))
  }
}

const stepsAtIn = ({ supporters, settings }: MonthFacts) => {
  const withHours = whoHasHours(supporters)
  const bookedAround = whoIsBooked(supporters)
  return (request: RequestFacts, slot: Slot, these: Mask): Step[] => {
    const offered = offeredAt(request, slot, settings, null)
    const atHours: Step = { code: 'hours', open: withHours(slot, (person) => hours(person, offered) === null) }
    const taken = bookedAround(slot.day).filter(
      (place) => isIn(these, place) && busy(supporters[place] as SupporterFacts, offered) !== null,
    )
    if (taken.length === 0) return [atHours]
    const open = these.slice()
    for (const place of taken) leaveOut(open, place)
    return [atHours, { code: 'busy', open }]
  }
}

/** By day, those with something booked then or the day before or after: whatever is farther off takes none of the time. */
const whoIsBooked = (supporters: readonly SupporterFacts[]) => {
  const booked = new Map<number, number[]>()
  supporters.forEach((person, place) => {
    const days = new Set<number>()
    for (const { from, to } of person.busy) {
      for (let day = Math.floor(from / 1440) - 1; day <= Math.floor(to / 1440) + 1; day += 1) days.add(day)
    }
    for (const day of days) {
      const known = booked.get(day)
      if (known) known.push(place)
      else booked.set(day, [place])
    }
  })
  return (day: number): readonly number[] => booked.get(day) ?? []
}

/** Those who name a place or somebody of its people: nobody else needs to be asked whether they avoid it. */
const whoAvoids = (supporters: readonly SupporterFacts[]) => {
  const naming = new Map<string, number[]>()
  supporters.forEach(({ avoidsPlaces, avoidsPeople }, i) => {
    for (const id of [...avoidsPlaces, ...avoidsPeople]) {
      const known = naming.get(id)
      if (known) known.push(i)
      else naming.set(id, [i])
    }
  })
  return ({ place }: RequestFacts): number[] =>
    place === null ? [] : [place.id, ...place.hostPersonIds].flatMap((id) => naming.get(id) ?? [])
}

/** Whoever has the same hours on a day has the same answer: one of them is asked. */
const whoHasHours = (supporters: readonly SupporterFacts[]) => {
  const alikeOn = new Map<number, { one: SupporterFacts; all: Mask }[]>()
  const known = new Map<string, Mask>()
  const alike = (day: number) => {
    const places = Map.groupBy(supporters.keys(), (i) => {
      const own = supporters[i]?.hours
      return own ? `${own.said} ${rangesOn(own, day).join(' ')}` : ''
    })
    return [...places.values()].flatMap(([first = -1, ...others]) => {
      const one = supporters[first]
      return one ? [{ one, all: maskOfPlaces(supporters.length, [first, ...others]) }] : []
    })
  }
  return ({ day, from, to }: Slot, has: (one: SupporterFacts) => boolean): Mask => {
    const key = `${day} ${from} ${to}`
    const found = known.get(key)
    if (found) return found
    const groups = alikeOn.get(day) ?? alike(day)
    alikeOn.set(day, groups)
    const mask = maskOfPlaces(supporters.length, [])
    for (const { one, all } of groups) if (has(one)) addThoseIn(mask, all)
    known.set(key, mask)
    return mask
  }
}

const askingIn = (month: MonthFacts, request: RequestFacts, placeOf: ReadonlyMap<string, number>) => ({
  request,
  today: month.today,
  agreed: request.agreed.flatMap((id) => month.supporters[placeOf.get(id) ?? -1] ?? []),
})

const whoCouldAccompany = ({ companions }: MonthFacts) => {
  const along = remembered(companions)
  const booked = placesOf(companions, ({ busy: bookings }) => bookings.length > 0)
  return (request: RequestFacts, slot: Slot): Mask => {
    const where = request.online ? '' : (request.place?.id ?? '')
    const could = along(`at ${slot.day} ${slot.from} ${slot.to}`, (one) => works(one, slot)).slice()
    keepThoseIn(
      could,
      along(`to ${where}`, (one) => withinReach(one, request)),
    )
    keepThoseIn(
      could,
      along(`on ${slot.day}`, (one) => withinLoad(one, slot)),
    )
    for (const place of booked) {
      const companion = companions[place]
      if (companion && !isFreeFor(companion, request, slot)) leaveOut(could, place)
    }
    return could
  }
}

const placesOf = <T>(people: readonly T[], holds: (one: T) => boolean): number[] =>
  people.flatMap((one, i) => (holds(one) ? [i] : []))

/** The same of one person, each condition asked anew: what the keys are held equal to. */
export const couldComeAt = (month: MonthFacts, person: SupporterFacts, request: RequestFacts, slot: Slot): boolean => {
  const asking = {
    request,
    today: month.today,
    agreed: month.supporters.filter((one) => request.agreed.includes(one.personId)),
  }
  const offered = offeredAt(request, slot, month.settings, null)
  return (
    [
      ...[...keyedFirst, ...keyedLast].map(([, condition]) => condition),
      avoidsThePlace,
      theme,
      declinedThis,
      avoidsWhoGoesAlong,
    ].every((condition) => condition(person, asking) === null) &&
    !request.agreed.includes(person.personId) &&
    [...keyedByDay.map(([, condition]) => condition), hours, busy].every(
      (condition) => condition(person, offered) === null,
    )
  )
}
