import { type Chance, chance } from '#src/sample/random.ts'
import type { Instance } from './form.ts'
import { agreedVisits, declinedPairs } from './made-up/answers.ts'
import { days, type Extent, extents, type Size, vocabulary } from './made-up/extents.ts'
import { aStaffMember, aSupporter, meetPlaces } from './made-up/people.ts'
import { requestsOf } from './made-up/requests.ts'
import { scattered, type Town, townsOf } from './made-up/towns.ts'
import { minutesBetween } from './plane.ts'

export type { Extent, Size } from './made-up/extents.ts'

/** Shares of the requests that were agreed on already, and that somebody declined. */
export interface Answers {
  agreed?: number
  declined?: number
}

/** A month of a made-up programme: the same size, seed and answers give the same problem. */
export const generate = (size: Size | Extent, seed: number, { agreed = 0, declined = 0 }: Answers = {}): Instance => {
  const extent: Extent = typeof size === 'string' ? extents[size] : size
  const luck = chance(seed * 7919 + 17)
  const towns = townsOf(luck, extent)
  const staff = Array.from({ length: extent.staff }, () => aStaffMember(luck, towns))
  const places = Array.from({ length: extent.places }, () => aPlace(luck, towns, staff))
  const supporters = Array.from({ length: extent.supporters }, () => aSupporter(luck, towns, extent))
  meetPlaces(luck, supporters, places)
  const open: Instance = {
    format: 'psmatch-instance/1',
    horizonDays: days,
    activities: named('activity', vocabulary.activities),
    topics: named('topic', vocabulary.topics),
    experienceKinds: named('experience', vocabulary.experienceKinds),
    places,
    supporters,
    staff,
    requests: requestsOf(luck, extent.requests, places, supporters),
    locked: [],
    declined: [],
  }
  const instance = { ...open, locked: agreedVisits(luck, open, Math.round(extent.requests * agreed)) }
  return { ...instance, declined: declinedPairs(luck, instance, Math.round(extent.requests * declined)) }
}

const named = (what: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${what} ${i}`)

/** Who usually goes along is one of those who live near, not always the nearest. */
const aPlace = (luck: Chance, towns: readonly Town[], staff: Instance['staff']): Instance['places'][number] => {
  const point = scattered(luck, towns)
  const near = staff
    .map((member, id) => ({ id, minutes: minutesBetween(point, member) }))
    .filter(({ minutes }) => minutes <= 45)
    .toSorted((a, b) => a.minutes - b.minutes)
    .slice(0, 3)
  return { ...point, regularStaff: near.length > 0 ? luck.pick(near).id : -1 }
}
