import { BestGroup } from './best-group.ts'
import type { Chance } from '#kernel/chance.ts'
import { first, type Problem, some } from './problem.ts'
import type { Taken } from './taken.ts'

/** How a visit is chosen: its own points, less so much of the price of people's time, and a little chance. */
export interface Taste {
  /** 0: as if time cost nothing; 1: as the prices say. */
  thrift: number
  /** Points by which a choice may differ from the best. */
  whim: number
}

/** Puts requests into what is still free, each where it is worth most. */
export class Seating {
  readonly #problem: Problem
  readonly #taken: Taken
  readonly #prices: Float64Array | null
  readonly #chance: Chance
  readonly #group = new BestGroup()
  readonly #seats: [number, number, number] = [-1, -1, -1]

  constructor(problem: Problem, taken: Taken, prices: Float64Array | null, chance: Chance) {
    this.#problem = problem
    this.#taken = taken
    this.#prices = prices
    this.#chance = chance
  }

  /** Puts the request at the best of its options, if there is one. */
  put(request: number, taste: Taste): boolean {
    const { requests } = this.#problem
    const group = this.#group
    let most = Number.NEGATIVE_INFINITY
    let option = -1
    let a = -1
    let b = -1
    let c = -1
    let escort = -1
    for (let o = requests.from[request] as number; o < (requests.from[request + 1] as number); o += 1) {
      const along = this.#escortFor(request, o, taste)
      if (along === null || !this.#groupFor(request, o, taste)) continue
      const points = group.points - this.#costOf(along)
      if (points <= most || this.#wouldMeet(group, along)) continue
      most = points
      option = o
      a = group.a
      b = group.b
      c = group.c
      escort = along
    }
    if (option < 0) return false
    this.#seat(request, option, [a, b, c], escort)
    return true
  }

  #seat(request: number, option: number, group: readonly number[], escort: number): void {
    const { candidates, escorts } = this.#problem
    let value = -this.#costOf(escort)
    group.forEach((candidate, i) => {
      this.#seats[i] = candidate < 0 ? -1 : (candidates.who[candidate] as number)
      if (candidate >= 0) value += candidates.points[candidate] as number
    })
    this.#taken.put(request, option, this.#seats, escort < 0 ? -1 : (escorts.who[escort] as number), value)
  }

  /** A place among the escorts, -1 where nobody is needed, null where nobody could. */
  #escortFor(request: number, option: number, { whim }: Taste): number | null {
    const { requests, escorts } = this.#problem
    if (requests.needsCompanion[request] === 0) return -1
    let least = 1e9
    let found: number | null = null
    for (let i = escorts.from[option] as number; i < (escorts.from[option + 1] as number); i += 1) {
      const own = escorts.points[i] as number
      if (own >= least) break
      const cost = whim > 0 ? own + whim * this.#chance() : own
      if (cost >= least || !this.#taken.couldAccompany(escorts.who[i] as number, option)) continue
      least = cost
      found = i
    }
    return found
  }

  #costOf(escort: number): number {
    return escort < 0 ? 0 : (this.#problem.escorts.points[escort] as number)
  }

  #groupFor(request: number, option: number, { thrift, whim }: Taste): boolean {
    const { candidates, options, supporters, requests } = this.#problem
    const { who, points } = candidates
    const group = this.#group
    const { freeDays, nextGain } = this.#taken
    const day = options.day[option] as number
    const bit = 1 << day
    const row = day * supporters.count
    const firstMayCome = requests.firstMayCome[request] === 1
    group.clear()
    for (let i = candidates.from[option] as number; i < (candidates.from[option + 1] as number); i += 1) {
      const s = who[i] as number
      if (((freeDays[s] as number) & bit) === 0) continue
      const gain = nextGain[s] as number
      let worth = (points[i] as number) + gain
      if (this.#prices !== null && thrift > 0) worth -= thrift * ((this.#prices[row + s] as number) + gain)
      if (whim > 0) worth -= whim * this.#chance()
      const known = supporters.experience[s] as number
      const experience = firstMayCome && known === first ? some : known
      if (!group.couldUse(worth, experience)) continue
      group.offer(i, worth, experience)
    }
    return group.choose(requests.seats[request] as number, requests.needsMuch[request] === 1)
  }

  #wouldMeet({ a, b, c }: BestGroup, escort: number): boolean {
    if (!this.#isWary(a) && !this.#isWary(b) && !this.#isWary(c)) return false
    const { candidates, supporters, escorts } = this.#problem
    const group = [a, b, c].flatMap((one) => (one < 0 ? [] : [candidates.who[one] as number]))
    const companion = escort < 0 ? -1 : (escorts.who[escort] as number)
    return group.some(
      (one) =>
        supporters.avoids[one]?.some((other) => group.includes(other)) ||
        supporters.avoidsCompanions[one]?.includes(companion),
    )
  }

  #isWary(candidate: number): boolean {
    const { candidates, supporters } = this.#problem
    const one = candidate < 0 ? -1 : (candidates.who[candidate] as number)
    return one >= 0 && Boolean(supporters.avoids[one] || supporters.avoidsCompanions[one])
  }
}
