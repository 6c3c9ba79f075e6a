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
import { addThoseIn, keepThoseIn, leaveOut, type Mask, maskOf, maskOfPlaces, remembered } from './masks.ts'
import type { MonthFacts } from './month.ts'

/*
 * The conditions are asked of a person once for each thing of the request that they look at, named by a key: whoever cannot reach a
 * place cannot reach it for the next request either. Two requests with equal keys have equal answers (held by a property test).
 * `alreadyAsked` is no condition here: a plan may keep an invitation as it is.
 */
const keyedByRequest: readonly [PersonCondition, (request: RequestFacts) => string][] = [
  [pause, () => ''],
  [doesNotWant, ({ activityId }) => activityId],
  [gender, ({ forGender }) => forGender ?? ''],
  [language, (request) => request.language],
  [mode, ({ online }) => String(online)],
  [travel, ({ online, place }) => (online || place === null ? '' : place.id)],
]

const keyedBySlot: readonly [SlotCondition, (slot: Slot) => string][] = [
  [notRegistered, ({ day }) => String(day)],
  [monthLimit, ({ day }) => String(day)],
  [weekLimit, ({ day }) => String(day)],
  [rest, ({ day }) => String(day)],
]

/** Who could come to a request at a time, and who could go along: by the conditions, each asked as seldom as can be. */
export const whoCouldIn = (month: MonthFacts) => ({
  ...whoCouldCome(month),
  couldAccompany: whoCouldAccompany(month),
})

const whoCouldCome = (month: MonthFacts) => {
  const { supporters, settings } = month
  const about = remembered(supporters)
  const placeOf = new Map(supporters.map((person, i) => [person.personId, i]))
  const booked = placesOf(supporters, ({ busy: bookings }) => bookings.length > 0)

  const avoiding = whoAvoids(supporters)
  const withHours = whoHasHours(supporters)
  const everybody = maskOf(supporters, () => true)

  /** Whatever the time. */
  const forRequest = (request: RequestFacts): Mask => {
    const asking = askingIn(month, request, placeOf)
    const masks = keyedByRequest.map(([condition, key], i) =>
      about(`r${i} ${key(request)}`, (person) => condition(person, asking) === null),
    )
    const themes = request.themes.map((one) => {
      const alone = { ...asking, request: { ...request, themes: [one] } }
      return about(`theme ${one}`, (person) => theme(person, alone) === null)
    })
    const all = everybody.slice()
    keepThoseIn(all, [...masks, ...themes])
    for (const id of [...request.declined, ...request.agreed]) {
      const place = placeOf.get(id)
      if (place !== undefined) leaveOut(all, place)
    }
    for (const place of avoiding(request)) {
      const person = supporters[place]
      if (person && avoidsThePlace(person, asking) !== null) leaveOut(all, place)
    }
    if (asking.agreed.length > 0) {
      keepThoseIn(all, [maskOf(supporters, (one) => avoidsWhoGoesAlong(one, asking) === null)])
    }
    return all
  }

  const atSlot = (request: RequestFacts, slot: Slot, whatever: Mask): Mask => {
    const offered = offeredAt(request, slot, settings, null)
    const could = whatever.slice()
    keepThoseIn(
      could,
      keyedBySlot.map(([condition, key], i) =>
        about(`s${i} ${key(slot)}`, (person) => condition(person, offered) === null),
      ),
    )
    keepThoseIn(could, [withHours(slot, (person) => hours(person, offered) === null)])
    for (const place of booked) {
      const person = supporters[place]
      if (person && busy(person, offered) !== null) leaveOut(could, place)
    }
    return could
  }

  return { forRequest, atSlot }
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
    keepThoseIn(could, [
      along(`to ${where}`, (one) => withinReach(one, request)),
      along(`on ${slot.day}`, (one) => withinLoad(one, slot)),
    ])
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
    [...keyedByRequest.map(([condition]) => condition), avoidsThePlace, theme, declinedThis, avoidsWhoGoesAlong].every(
      (condition) => condition(person, asking) === null,
    ) &&
    !request.agreed.includes(person.personId) &&
    [...keyedBySlot.map(([condition]) => condition), hours, busy].every(
      (condition) => condition(person, offered) === null,
    )
  )
}
