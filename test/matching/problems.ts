import type { ExchangeSupporter, Instance } from '#domains/matching/exchange/form.ts'
import { type Extent, generate } from '#domains/matching/exchange/generate.ts'
import { type Chance, chance } from '#src/sample/random.ts'

/** A handful of people and requests: small enough to try everything. */
export const aTinyProblem = (seed: number): Instance => {
  const luck = chance(seed)
  const extent: Extent = {
    supporters: luck.int(2, 6),
    staff: luck.int(1, 2),
    requests: luck.int(2, 5),
    places: luck.int(1, 3),
    towns: 1,
    km: [4, 4],
  }
  const made = generate(extent, seed, { agreed: luck.oneIn(4) ? 0.3 : 0, declined: luck.oneIn(3) ? 0.4 : 0 })
  return luck.oneIn(4) ? made : narrowed(made, luck)
}

/** The same people with more that could come together: few days, many hours, hardly a wish in the way. */
const narrowed = (made: Instance, luck: Chance): Instance => {
  if (made.locked.length > 0) return made
  const first = luck.int(0, 3)
  const lastDays = (day: number): number => first + (day % luck.int(2, 4))
  return {
    ...made,
    supporters: made.supporters.map((one) => ({ ...willing(one), weekly: wholeDays(), exceptions: {} })),
    staff: made.staff.map((one) => ({ ...one, weekly: wholeDays(), exceptions: {} })),
    requests: made.requests.map((request) => ({
      ...request,
      options: request.options.map((option) => ({ ...option, day: lastDays(option.day) })),
    })),
  }
}

const willing = (one: ExchangeSupporter): ExchangeSupporter => ({
  ...one,
  topics: [...Array(12).keys()],
  activities: one.activities.map((level) => Math.max(1, level)),
})

const wholeDays = (): Instance['staff'][number]['weekly'] => Array.from({ length: 7 }, () => [[540, 1230]])

/** The same problem under other names: everybody and everything stands elsewhere in the lists. */
export const renamed = (instance: Instance, seed: number): Instance => {
  const luck = chance(seed)
  const supporters = shuffled(luck, instance.supporters.length)
  const staff = shuffled(luck, instance.staff.length)
  const places = shuffled(luck, instance.places.length)
  const requests = shuffled(luck, instance.requests.length)
  const all = (ids: readonly number[], to: Shuffle): number[] => ids.map((id) => to.now(id))
  return {
    ...instance,
    places: places.put(instance.places.map((one) => ({ ...one, regularStaff: staff.now(one.regularStaff) }))),
    staff: staff.put(instance.staff),
    supporters: supporters.put(
      instance.supporters.map((one) => ({
        ...one,
        avoidPlaces: all(one.avoidPlaces, places),
        likesPlaces: all(one.likesPlaces, places),
        avoidPeople: all(one.avoidPeople, supporters),
      })),
    ),
    requests: requests.put(
      instance.requests.map((one) => ({
        ...one,
        place: places.now(one.place),
        avoidPeople: all(one.avoidPeople, supporters),
        welcomes: all(one.welcomes, supporters),
      })),
    ),
    locked: instance.locked.map((visit) => ({
      ...visit,
      request: requests.now(visit.request),
      supporters: all(visit.supporters, supporters),
      staff: visit.staff === null ? null : staff.now(visit.staff),
    })),
    declined: instance.declined.map((pair) => ({
      request: requests.now(pair.request),
      supporter: supporters.now(pair.supporter),
    })),
  }
}

interface Shuffle {
  /** The new place in the list; nobody (-1) stays nobody. */
  now(id: number): number
  put<T>(list: readonly T[]): T[]
}

const shuffled = (luck: Chance, length: number): Shuffle => {
  const order = luck.some([...Array(length).keys()], length)
  const places = new Map(order.map((old, at) => [old, at]))
  return {
    now: (id) => places.get(id) ?? id,
    put: (list) => order.flatMap((old) => list.slice(old, old + 1)),
  }
}
