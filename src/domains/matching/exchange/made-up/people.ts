import type { Chance } from '#src/sample/random.ts'
import type { ExchangeStaff, ExchangeSupporter, Instance } from '../form.ts'
import { minutesBetween } from '../plane.ts'
import { days, type Extent, vocabulary } from './extents.ts'
import { happens, scattered, someOf, type Town, weighted } from './towns.ts'

type Ranges = [number, number][]

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
const office: Ranges = [[540, 1050]]
const late: Ranges = [[720, 1230]]
const evening: [number, number] = [1050, 1230]
const shapesOfDays: readonly Ranges[] = [[[540, 720]], [[780, 1020]], [[540, 1020]], [evening]]

export const aStaffMember = (luck: Chance, towns: readonly Town[]): ExchangeStaff => ({
  ...scattered(luck, towns),
  weekly: weekdays.map((weekday) => {
    if (weekday >= 5) return happens(luck, 0.2) ? office : []
    return happens(luck, 0.8) ? (happens(luck, 0.25) ? late : office) : []
  }),
  exceptions: Object.fromEntries(Array.from({ length: luck.int(0, 3) }, () => [luck.int(0, days - 1), []])),
  maxDay: luck.int(2, 3),
  maxWeek: luck.int(7, 10),
  maxTravel: 45 + 15 * luck.int(0, 3),
})

export const aSupporter = (luck: Chance, towns: readonly Town[], { supporters, places }: Extent): ExchangeSupporter => {
  const maxMonth = luck.int(2, 12)
  const wished = luck.int(4, 19)
  return {
    ...scattered(luck, towns),
    gender: (['f', 'm', 'x'] as const)[weighted(luck, [49, 47, 4])] ?? 'x',
    languages: ['ja', ...(happens(luck, 0.06) ? ['en'] : []), ...(happens(luck, 0.03) ? ['jsl'] : [])],
    experience: someOf(luck, vocabulary.experienceKinds, 0.3),
    topics: someOf(luck, vocabulary.topics, 0.72),
    activities: Array.from({ length: vocabulary.activities }, () => weighted(luck, [22, 45, 33])),
    ...hoursOf(luck),
    maxMonth,
    maxWeek: Math.min(4, Math.ceil(maxMonth / 3.5) + luck.int(0, 1)),
    restDays: weighted(luck, [35, 35, 20, 10]),
    maxTravel: 30 + 15 * luck.int(0, 3),
    online: happens(luck, 0.6),
    avoidPlaces: happens(luck, 0.25) ? [luck.int(0, places - 1)] : [],
    avoidPeople: happens(luck, 0.1) ? [luck.int(0, supporters - 1)] : [],
    stage: weighted(luck, [12, 38, 50]),
    paused: happens(luck, 0.08),
    wished,
    received: Math.min(wished + 2, Math.floor(luck.next() * luck.next() * wished * 1.2)),
    likesPlaces: [],
  }
}

/** Up to two places within reach that people have come to like. */
export const meetPlaces = (luck: Chance, supporters: ExchangeSupporter[], places: Instance['places']): void => {
  for (const one of supporters) {
    const met = luck.some([...places.keys()], 6).filter((id) => {
      const place = places[id]
      return place && minutesBetween(one, place) <= one.maxTravel && !one.avoidPlaces.includes(id)
    })
    one.likesPlaces = met.slice(0, 2)
  }
}

/** Some have much time and some little; at weekends half as often. */
const hoursOf = (luck: Chance): Pick<ExchangeSupporter, 'weekly' | 'exceptions'> => {
  const often = 0.35 + luck.next() * 0.5
  const weekly = weekdays.map((weekday): Ranges => {
    if (!happens(luck, weekday < 5 ? often : often / 2)) return []
    const ranges = shapesOfDays[weighted(luck, [2, 3, 3, 1])] ?? []
    return happens(luck, 0.15) && !ranges.includes(evening) ? [...ranges, evening] : ranges
  })
  const other = Array.from({ length: luck.int(0, 4) }, (): [number, Ranges] => [
    luck.int(0, days - 1),
    happens(luck, 0.7) ? [] : [[540, 720]],
  ])
  return { weekly, exceptions: Object.fromEntries(other) }
}
