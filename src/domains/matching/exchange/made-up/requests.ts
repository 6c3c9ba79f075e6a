import type { Chance } from '#src/sample/random.ts'
import type { ExchangeOption, ExchangeRequest, ExchangeSupporter, Instance } from '../form.ts'
import { days, vocabulary } from './extents.ts'
import { happens, weighted } from './towns.ts'

/** Some places ask often and some hardly ever, and so with activities. */
export const requestsOf = (
  luck: Chance,
  count: number,
  places: Instance['places'],
  supporters: readonly ExchangeSupporter[],
): ExchangeRequest[] => {
  const often = sums(places.map(() => 0.3 + 4 * luck.next() ** 2))
  const activities = Array.from({ length: vocabulary.activities }, () => 0.4 + 2 * luck.next())
  const likedBy = places.map((): number[] => [])
  for (const [id, { likesPlaces }] of supporters.entries()) for (const place of likesPlaces) likedBy[place]?.push(id)
  return Array.from({ length: count }, () => {
    const place = drawn(luck, often)
    return {
      place,
      activity: weighted(luck, activities),
      online: happens(luck, 0.15),
      count: 1 + weighted(luck, [55, 35, 10]),
      options: optionsOf(luck),
      topics: luck.some([...Array(vocabulary.topics).keys()], weighted(luck, [35, 45, 20])),
      gender: happens(luck, 0.14) ? luck.pick(['f', 'm'] as const) : null,
      language: happens(luck, 0.03) ? luck.pick(['en', 'jsl']) : null,
      softExperience: happens(luck, 0.5) ? [luck.int(0, vocabulary.experienceKinds - 1)] : [],
      avoidPeople: happens(luck, 0.03) ? [luck.int(0, supporters.length - 1)] : [],
      welcomes: (likedBy[place] ?? []).filter(() => happens(luck, 0.6)),
      staffNeeded: happens(luck, 0.95),
    }
  })
}

/** One to three times on different days that the place offers. */
const optionsOf = (luck: Chance): ExchangeOption[] => {
  const dur = [60, 90, 120][weighted(luck, [4, 4, 2])] ?? 60
  const inTheEvening = happens(luck, 0.1)
  const offered = new Set<number>()
  for (const wanted = 1 + weighted(luck, [35, 35, 30]); offered.size < wanted; ) offered.add(aDay(luck))
  return [...offered]
    .toSorted((a, b) => a - b)
    .map((day) => ({ day, start: inTheEvening ? 1050 + 30 * luck.int(0, 2) : byDay(luck, dur), dur }))
}

/** One weekend in five. */
const aDay = (luck: Chance): number => {
  const day = luck.int(0, days - 1)
  return day % 7 < 5 || happens(luck, 0.2) ? day : aDay(luck)
}

const byDay = (luck: Chance, dur: number): number => {
  const [from, to] = happens(luck, 0.45) ? [570, 720] : [780, 1020]
  return from + 30 * luck.int(0, Math.max(0, Math.floor((to - from - dur) / 30)))
}

const sums = (weights: readonly number[]): number[] => {
  let sum = 0
  return weights.map((weight) => (sum += weight))
}

const drawn = (luck: Chance, upTo: readonly number[]): number => {
  const at = luck.next() * (upTo.at(-1) ?? 0)
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
