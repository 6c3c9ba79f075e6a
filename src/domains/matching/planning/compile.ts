import type { CompanionFacts, Point, RequestFacts, SupporterFacts } from '../core/facts.ts'
import { cannotGoTogether } from '../core/person-conditions.ts'
import { countWithin, monthAround, weekStartOf } from '../core/time.ts'
import { travelMinutes } from '../core/travel.ts'
import { Growing } from './growing.ts'
import { eachIn, keepThoseIn, type Mask, maskOf } from './masks.ts'
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
  const waysTo = rowsOf(
    supporters.map(({ base }) => base),
    places,
  )
  const companionWaysTo = rowsOf(
    companions.map(({ base }) => base),
    places,
  )
  const count = places.length
  const minutes = (from: number, to: number): number => {
    if (from < count && to < count) return travelMinutes(places[from] ?? null, places[to] ?? null) ?? 0
    return from < count ? (companionWaysTo(from)[to - count] ?? 0) : (companionWaysTo(to)[from - count] ?? 0)
  }
  return {
    placeOf: ({ place }) => known.get(place?.id ?? '') ?? 0,
    minutes,
    placeCount: count,
    waysTo,
    companionWaysTo,
  }
}

/** Minutes from everybody's base to a place, each row worked out when it is first asked for. */
const rowsOf = (bases: readonly (Point | null)[], places: readonly (Point | null)[]) => {
  const rows: (Int16Array | undefined)[] = []
  return (place: number): Int16Array => {
    const known = rows[place]
    if (known) return known
    const to = places[place] ?? null
    const row = new Int16Array(bases.length)
    for (let i = 0; i < row.length; i += 1) row[i] = travelMinutes(bases[i] ?? null, to) ?? 0
    rows[place] = row
    return row
  }
}

/**
 * For a request, those who could go along, the cheapest first: whoever looks for one can stop early. Follow-up staff who are supporters
 * themselves are planned as supporters; as a companion they are asked by hand.
 */
const cheapestFirst = ({ companions, supporters, valuing }: MonthFacts, points: Points) => {
  const count = companions.length
  const themselves = new Set(supporters.map(({ personId }) => personId))
  const staff = maskOf(companions, ({ personId }) => !themselves.has(personId))
  const costs = new Float64Array(count)
  return (request: RequestFacts) => {
    const cost = valuing.costFor(request)
    const ways = request.online ? null : points.companionWaysTo(points.placeOf(request))
    return (could: Mask, visit: (companion: number, cost: number) => void): void => {
      let found = 0
      keepThoseIn(could, staff)
      eachIn(could, (c) => {
        costs[found] = c + count * cost(companions[c] as CompanionFacts, ways?.[c] ?? 0)
        found += 1
      })
      for (const one of costs.subarray(0, found).sort())
        visit(one - count * Math.floor(one / count), Math.floor(one / count))
    }
  }
}

const requestsOf = (
  month: MonthFacts,
  points: Points,
): Pick<Problem, 'requests' | 'options' | 'candidates' | 'escorts'> => {
  const { requests, supporters, valuing, settings } = month
  const could = whoCouldIn(month)
  const options = requests.flatMap((request, r) => slotsIn(month, request).map((slot) => ({ r, slot })))
  const goingAlong = cheapestFirst(month, points)
  const candidates = listed(options.length)
  const escorts = listed(options.length)
  const experienced = new Set(supporters.filter((one) => one.experience === 'much').map((one) => one.personId))
  const firstTimers = new Set(supporters.filter((one) => one.experience === 'first').map((one) => one.personId))
  const firstMayCome = (request: RequestFacts): boolean =>
    !settings.firstNeedsExperienced || request.agreed.some((id) => experienced.has(id))
  for (const request of requests) {
    const alone = request.wanted - request.agreed.length === 1 && !firstMayCome(request)
    const ways = request.online ? null : points.waysTo(points.placeOf(request))
    const whatever = could.forRequest(request)
    const value = valuing.valueFor(request)
    const along = goingAlong(request)
    for (const slot of slotsIn(month, request)) {
      eachIn(could.atSlot(request, slot, whatever), (s) => {
        const person = supporters[s] as SupporterFacts
        if (alone && person.experience === 'first') return
        candidates.add(s, value(person, ways?.[s] ?? 0))
      })
      candidates.close()
      if (request.companionNeeded) along(could.couldAccompany(request, slot), escorts.add)
      escorts.close()
    }
  }
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
      needsMuch: Uint8Array.from(requests, (request) =>
        Number(!firstMayCome(request) && request.agreed.some((id) => firstTimers.has(id))),
      ),
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
  let closed = 0
  const who = new Growing()
  const points = new Growing()
  return {
    add: (one: number, worth: number): void => {
      who.push(one)
      points.push(worth)
    },
    close: (): void => {
      closed += 1
      from[closed] = who.length
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
