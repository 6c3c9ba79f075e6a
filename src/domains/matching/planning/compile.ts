import type { Point, RequestFacts, SupporterFacts } from '../core/facts.ts'
import { cannotGoTogether } from '../core/person-conditions.ts'
import { countWithin, monthAround, weekStartOf } from '../core/time.ts'
import { travelMinutes } from '../core/travel.ts'
import { Growing } from './growing.ts'
import { eachIn, type Mask } from './masks.ts'
import type { MonthFacts } from './month.ts'
import { type Candidates, first, gainsEach, mostPerDay, much, type Problem, some } from './problem.ts'
import { whoCouldIn } from './who-could.ts'

const stages = { first, some, much } as const

/** The month's facts as arrays. An option per time of a request that lies in the month, in the order given. */
export const compile = (month: MonthFacts): Problem => {
  const weekOf = Uint8Array.from({ length: month.days }, (_, day) => weekIndex(month, day))
  const weeks = (weekOf[month.days - 1] ?? 0) + 1
  const points = pointsOf(month)
  return {
    days: month.days,
    weeks,
    weekOf,
    ...requestsOf(month, points),
    supporters: supportersOf(month, weeks),
    companions: companionsOf(month, weeks),
    minutes: points.minutes,
    companionsFrom: points.placeCount,
    standing: month.valuing.standing,
  }
}

const weekIndex = (month: MonthFacts, day: number): number =>
  (weekStartOf(month.from + day) - weekStartOf(month.from)) / 7

interface Points {
  placeOf: (request: RequestFacts) => number
  minutes: Problem['minutes']
  placeCount: number
  /** From a supporter's base, by the place where it is. */
  waysTo: (place: number) => Int16Array
  /** From a companion's. */
  companionWaysTo: (place: number) => Int16Array
}

const pointsOf = ({ requests, supporters, companions }: MonthFacts): Points => {
  const places: (Point | null)[] = []
  const known = new Map<string, number>()
  for (const { place } of requests) {
    const id = place?.id ?? ''
    if (known.has(id)) continue
    known.set(id, places.length)
    places.push(place?.point ?? null)
  }
  const all = [...places, ...companions.map(({ base }) => base)]
  const matrix = new Int16Array(all.length * places.length)
  all.forEach((from, i) => {
    places.forEach((to, j) => {
      matrix[i * places.length + j] = travelMinutes(from, to) ?? 0
    })
  })
  const ways = (from: readonly (Point | null)[]) => {
    const rows = new Map<number, Int16Array>()
    return (place: number): Int16Array => {
      const row = rows.get(place) ?? Int16Array.from(from, (point) => travelMinutes(point, places[place] ?? null) ?? 0)
      rows.set(place, row)
      return row
    }
  }
  return {
    placeOf: ({ place }) => known.get(place?.id ?? '') ?? 0,
    minutes: (from, to) =>
      (to < places.length ? matrix[from * places.length + to] : matrix[to * places.length + from]) ?? 0,
    placeCount: places.length,
    waysTo: ways(supporters.map(({ base }) => base)),
    companionWaysTo: ways(companions.map(({ base }) => base)),
  }
}

const requestsOf = (
  month: MonthFacts,
  points: Points,
): Pick<Problem, 'requests' | 'options' | 'candidates' | 'escorts'> => {
  const { requests, supporters, companions, valuing, settings } = month
  const could = whoCouldIn(month)
  const options = requests.flatMap((request, r) => slotsIn(month, request).map((slot) => ({ request, r, slot })))
  const candidates = listed(options.length)
  const escorts = listed(options.length)
  const experienced = new Set(supporters.filter((one) => one.experience === 'much').map((one) => one.personId))
  const firstMayCome = (request: RequestFacts): boolean =>
    !settings.firstNeedsExperienced || request.agreed.some((id) => experienced.has(id))
  let asked: RequestFacts | null = null
  let whatever: Mask = new Int32Array(0)
  options.forEach(({ request, slot }, o) => {
    if (request !== asked) {
      whatever = could.forRequest(request)
      asked = request
    }
    const alone = request.wanted - request.agreed.length === 1 && !firstMayCome(request)
    const place = points.placeOf(request)
    const ways = request.online ? null : points.waysTo(place)
    eachIn(could.atSlot(request, slot, whatever), (s) => {
      const person = supporters[s] as SupporterFacts
      if (alone && person.experience === 'first') return
      candidates.add(s, valuing.value(person, request, ways?.[s] ?? 0))
    })
    candidates.close(o)
    if (request.companionNeeded) {
      const theirs = request.online ? null : points.companionWaysTo(place)
      eachIn(could.couldAccompany(request, slot), (c) => {
        const companion = companions[c]
        if (companion) escorts.add(c, valuing.cost(companion, request, theirs?.[c] ?? 0))
      })
    }
    escorts.close(o)
  })
  return {
    candidates: candidates.lists(),
    escorts: escorts.lists(),
    options: {
      count: options.length,
      request: Int32Array.from(options, ({ r }) => r),
      day: Uint8Array.from(options, ({ slot }) => slot.day - month.from),
      start: Int32Array.from(options, ({ slot }) => slot.from),
      end: Int32Array.from(options, ({ slot }) => slot.to),
    },
    requests: {
      count: requests.length,
      seats: Uint8Array.from(requests, (request) => request.wanted - request.agreed.length),
      worth: Int32Array.from(requests, (request) => valuing.worth(request)),
      needsCompanion: Uint8Array.from(requests, (request) => Number(request.companionNeeded)),
      firstMayCome: Uint8Array.from(requests, (request) => Number(firstMayCome(request))),
      place: Int32Array.from(requests, points.placeOf),
      online: Uint8Array.from(requests, (request) => Number(request.online)),
      from: startsOf(requests.map((request) => slotsIn(month, request).length)),
    },
  }
}

/** The times of a request that lie in the month: its options, in this order. */
export const slotsIn = (month: Pick<MonthFacts, 'from' | 'days'>, request: RequestFacts) =>
  request.slots.filter(({ day }) => month.from <= day && day < month.from + month.days)

const startsOf = (lengths: readonly number[]): Int32Array => {
  const from = new Int32Array(lengths.length + 1)
  lengths.forEach((length, i) => {
    from[i + 1] = (from[i] ?? 0) + length
  })
  return from
}

const listed = (options: number) => {
  const from = new Int32Array(options + 1)
  const who = new Growing()
  const points = new Growing()
  return {
    add: (one: number, worth: number): void => {
      who.push(one)
      points.push(worth)
    },
    close: (option: number): void => {
      from[option + 1] = who.length
    },
    lists: (): Candidates => ({ from, who: who.toArray(), points: points.toArray() }),
  }
}

const supportersOf = (month: MonthFacts, weeks: number): Problem['supporters'] => {
  const { supporters, companions, valuing } = month
  const inMonth = monthAround(month.from)
  const left = (limit: number, taken: number): number => Math.max(0, Math.min(31, limit - taken))
  const companionsNamed = placesOfNamed(companions)
  return {
    count: supporters.length,
    rest: Uint8Array.from(supporters, ({ restDays }) => Math.min(31, restDays)),
    perMonth: Uint8Array.from(supporters, ({ maxPerMonth, visitDays }) =>
      left(maxPerMonth, countWithin(visitDays, inMonth.from, inMonth.to)),
    ),
    perWeek: Uint8Array.from({ length: supporters.length * weeks }, (_, i) => {
      const person = supporters[Math.floor(i / weeks)]
      const monday = weekStartOf(month.from) + 7 * (i % weeks)
      return person ? left(person.maxPerWeek, countWithin(person.visitDays, monday, monday + 6)) : 0
    }),
    gains: Int32Array.from({ length: supporters.length * gainsEach }, (_, i) => {
      const person = supporters[Math.floor(i / gainsEach)]
      return person && i % gainsEach > 0 ? valuing.gain(person, i % gainsEach) : 0
    }),
    experience: Uint8Array.from(supporters, ({ experience }) => stages[experience]),
    avoids: pairsOf(supporters),
    avoidsCompanions: supporters.map((person) => noneAsNull(companionsNamed(person))),
  }
}

const noneAsNull = (places: readonly number[]): readonly number[] | null => (places.length === 0 ? null : places)

/** In both directions. Only those whom somebody names are asked about: everybody against everybody takes seconds in a prefecture. */
const pairsOf = (supporters: readonly SupporterFacts[]): (readonly number[] | null)[] => {
  const named = placesOfNamed(supporters)
  const pairs = supporters.map(() => new Set<number>())
  supporters.forEach((person, i) => {
    for (const j of named(person)) {
      const other = supporters[j]
      if (i === j || !other || !cannotGoTogether(person, other)) continue
      pairs[i]?.add(j)
      pairs[j]?.add(i)
    }
  })
  return pairs.map((others) => noneAsNull([...others]))
}

/** The places in the list of those whom a person avoids. */
const placesOfNamed = (people: readonly { personId: string }[]) => {
  const places = new Map(people.map(({ personId }, i) => [personId, i]))
  return ({ avoidsPeople }: SupporterFacts): number[] => [...avoidsPeople].flatMap((id) => places.get(id) ?? [])
}

const companionsOf = ({ from, days, companions }: MonthFacts, weeks: number): Problem['companions'] => {
  const left = (limit: number | null, taken: number, most: number): number =>
    Math.max(0, Math.min(most, limit === null ? most : limit - taken))
  return {
    count: companions.length,
    perDay: Uint8Array.from({ length: companions.length * days }, (_, i) => {
      const one = companions[Math.floor(i / days)]
      const day = from + (i % days)
      return one ? left(one.maxPerDay, countWithin(one.visitDays, day, day), mostPerDay) : 0
    }),
    perWeek: Uint8Array.from({ length: companions.length * weeks }, (_, i) => {
      const one = companions[Math.floor(i / weeks)]
      const monday = weekStartOf(from) + 7 * (i % weeks)
      return one ? left(one.maxPerWeek, countWithin(one.visitDays, monday, monday + 6), 7 * mostPerDay) : 0
    }),
  }
}
