import type { Chance } from '#kernel/chance.ts'
import { countBits, lowestBit } from '../core/bits.ts'
import type { Priced } from './prices.ts'
import type { Problem } from './problem.ts'
import { seatsEach, type Taken } from './taken.ts'

/** Parts of the time: a request that is not filled yet, one that loses most against the bound, room made for one at any price. */
const unfilledFirst = 0.05
const worstOf = 0.9
const compared = 15
const byForce = 0.5
const mostRelated = 6

interface Gone {
  request: number
  option: number
  seats: [number, number, number]
  escort: number
  value: number
}

/** Takes a few visits that hang together out of a plan, remembers them, and puts them back where nothing better came of it. */
export class Room {
  /** No request could be filled by anybody. */
  readonly isEmpty: boolean
  readonly #problem: Problem
  readonly #priced: Priced
  readonly #taken: Taken
  readonly #chance: Chance
  readonly #possible: Int32Array
  readonly #stamp: Int32Array
  #round = 0
  #gone: Gone[] = []
  #open: number[] = []

  constructor(problem: Problem, priced: Priced, taken: Taken, chance: Chance) {
    this.#problem = problem
    this.#priced = priced
    this.#taken = taken
    this.#chance = chance
    const { requests, candidates } = problem
    const from = (r: number): number => candidates.from[requests.from[r] as number] as number
    this.#possible = Int32Array.from({ length: requests.count }, (_, r) => r).filter((r) => from(r + 1) > from(r))
    this.isEmpty = this.#possible.length === 0
    this.#stamp = new Int32Array(requests.count)
  }

  /** What was taken out or stood open, to be put anew. */
  inSomeOrder(): readonly number[] {
    for (let i = this.#open.length - 1; i > 0; i -= 1) {
      const j = this.#upTo(i + 1)
      const kept = this.#open[i] as number
      this.#open[i] = this.#open[j] as number
      this.#open[j] = kept
    }
    return this.#open
  }

  clearSome(): void {
    this.#round += 1
    this.#gone = []
    this.#open = []
    const request = this.#choose()
    const { requests } = this.#problem
    const first = requests.from[request] as number
    const option = first + this.#upTo((requests.from[request + 1] as number) - first)
    this.#clear(request)
    const forced = this.#chance() < byForce && this.#makeRoom(request, option)
    if (!forced) this.#clearRelated(option)
  }

  putBack(): void {
    for (const request of this.#open) if ((this.#taken.option[request] as number) >= 0) this.#taken.takeAway(request)
    for (const { request, option, seats, escort, value } of this.#gone) {
      this.#taken.put(request, option, seats, escort, value)
    }
  }

  #upTo(n: number): number {
    return (this.#chance() * n) | 0
  }

  #anyRequest(): number {
    return this.#possible[this.#upTo(this.#possible.length)] as number
  }

  #choose(): number {
    let request = this.#anyRequest()
    if (this.#chance() < unfilledFirst) {
      for (let i = 0; i < 60 && (this.#taken.option[request] as number) >= 0; i += 1) request = this.#anyRequest()
    }
    if (this.#chance() >= worstOf) return request
    let most = this.#lossOf(request)
    for (let i = 1; i < compared; i += 1) {
      const other = this.#anyRequest()
      const loss = this.#lossOf(other)
      if (loss <= most) continue
      most = loss
      request = other
    }
    return request
  }

  /** By how much a request falls behind what it could have at the prices. */
  #lossOf(request: number): number {
    const { options, supporters, requests } = this.#problem
    const { prices, choices, relaxation } = this.#priced
    const most = choices.points[request] as number
    const option = this.#taken.option[request] as number
    if (option < 0) return most
    const row = (options.day[option] as number) * supporters.count
    let points = (requests.worth[request] as number) + (this.#taken.values[request] as number)
    for (let i = 0; i < seatsEach; i += 1) {
      const supporter = this.#taken.seat[request * seatsEach + i] as number
      if (supporter >= 0) points -= prices[row + supporter] as number
    }
    const escort = this.#taken.escort[request] as number
    return most - points + (escort < 0 ? 0 : relaxation.priceOfCompanion(prices, escort, option))
  }

  #clear(request: number): void {
    if (this.#stamp[request] === this.#round) return
    this.#stamp[request] = this.#round
    this.#open.push(request)
    const taken = this.#taken
    const option = taken.option[request] as number
    if (option < 0) return
    const at = request * seatsEach
    this.#gone.push({
      request,
      option,
      seats: [taken.seat[at] as number, taken.seat[at + 1] as number, taken.seat[at + 2] as number],
      escort: taken.escort[request] as number,
      value: taken.values[request] as number,
    })
    taken.takeAway(request)
  }

  /** Visits of people who could have come: on days near by, in the same week, or any. */
  #clearRelated(option: number): void {
    const { candidates, escorts, options } = this.#problem
    const from = candidates.from[option] as number
    const count = (candidates.from[option + 1] as number) - from
    const firstEscort = escorts.from[option] as number
    const escortCount = (escorts.from[option + 1] as number) - firstEscort
    const day = options.day[option] as number
    const wanted = 1 + this.#upTo(mostRelated)
    for (let tries = 0; tries < wanted * 2 && count > 0; tries += 1) {
      if (escortCount === 0 || this.#chance() < 0.8) {
        this.#clearOneOf(candidates.who[from + this.#upTo(count)] as number, day)
      } else {
        this.#clearVisitOf(escorts.who[firstEscort + this.#upTo(escortCount)] as number, day)
      }
    }
  }

  #clearOneOf(supporter: number, day: number): void {
    const taken = this.#taken
    const days =
      taken.daysTooNear(supporter, day) || taken.daysInWeekOf(supporter, day) || (taken.daysOf[supporter] as number)
    if (days !== 0) this.#clearDay(supporter, anyBit(days, this.#chance))
  }

  #clearDay(supporter: number, day: number): void {
    const request = this.#taken.visitOn[supporter * this.#problem.days + day] as number
    if (request >= 0) this.#clear(request)
  }

  #clearVisitOf(companion: number, day: number): void {
    const theirs = this.#taken.visitsOf(companion, day)
    if (theirs.length > 0) this.#clear(theirs[this.#upTo(theirs.length)] as number)
  }

  /** Whatever stands in the way of those whose time would be worth most here. */
  #makeRoom(request: number, option: number): boolean {
    const { candidates, options, supporters, requests } = this.#problem
    const { prices } = this.#priced
    const seats = requests.seats[request] as number
    const row = (options.day[option] as number) * supporters.count
    const day = options.day[option] as number
    const whim = 20 * this.#chance()
    const chosen: number[] = []
    const points: number[] = []
    for (let i = candidates.from[option] as number; i < (candidates.from[option + 1] as number); i += 1) {
      const s = candidates.who[i] as number
      let worth = (candidates.points[i] as number) - (prices[row + s] as number) - whim * this.#chance()
      if (this.#taken.daysTooNear(s, day) !== 0) worth -= 10
      if (chosen.length === seats && worth <= (points[seats - 1] as number)) continue
      let at = chosen.length
      while (at > 0 && (points[at - 1] as number) < worth) at -= 1
      chosen.splice(at, 0, s)
      points.splice(at, 0, worth)
      chosen.length = points.length = Math.min(seats, chosen.length)
    }
    if (chosen.length < seats) return false
    for (const supporter of chosen) this.#free(supporter, day)
    return requests.needsCompanion[request] === 0 || this.#freeAnEscort(option)
  }

  #free(supporter: number, day: number): void {
    const taken = this.#taken
    for (let near = taken.daysTooNear(supporter, day); near !== 0; near &= near - 1) {
      this.#clearDay(supporter, lowestBit(near))
    }
    if (taken.isFullWeek(supporter, day) && taken.daysInWeekOf(supporter, day) !== 0) {
      this.#clearDay(supporter, anyBit(taken.daysInWeekOf(supporter, day), this.#chance))
    }
    if (taken.isFullMonth(supporter) && taken.daysOf[supporter] !== 0) {
      this.#clearDay(supporter, anyBit(taken.daysOf[supporter] as number, this.#chance))
    }
  }

  #freeAnEscort(option: number): boolean {
    const { escorts, options } = this.#problem
    const from = escorts.from[option] as number
    const to = escorts.from[option + 1] as number
    for (let i = from; i < to; i += 1) if (this.#taken.couldAccompany(escorts.who[i] as number, option)) return true
    if (from === to) return false
    const companion = escorts.who[from + this.#upTo(to - from)] as number
    for (let tries = 0; tries < 5 && !this.#taken.couldAccompany(companion, option); tries += 1) {
      this.#clearVisitOf(companion, options.day[option] as number)
    }
    return true
  }
}

const anyBit = (mask: number, chance: Chance): number => {
  let left = mask
  for (let skip = (chance() * countBits(mask)) | 0; skip > 0; skip -= 1) left &= left - 1
  return lowestBit(left)
}
