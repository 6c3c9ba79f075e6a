import { lowestBit } from '../core/bits.ts'
import { BestGroup } from './best-group.ts'
import { OwnMonth } from './own-month.ts'
import { first, type Problem, some } from './problem.ts'

/** What begins so many minutes apart or less always collides, whatever the way between. */
const breath = 10
const step = 30
const steps = 50

/** Where the prices lie in their one list: a supporter's days, then a companion's half hours, days and weeks. */
export interface Layout {
  slots: number
  days: number
  weeks: number
  length: number
}

/** The best choice for each request at some prices. */
export interface Choices {
  option: Int32Array
  /** What the request adds to the bound. */
  points: Float64Array
}

/**
 * The problem with its people set free: each request chooses for itself and pays people for their time, each supporter sells the
 * days that suit them best, companions sell half hours. No plan is worth more than the sum, whatever the prices. Left out, which
 * makes the sum larger and never smaller: ways between two visits of a companion, and who would rather not meet whom.
 */
export class Relaxation {
  readonly layout: Layout
  /** Days on which a supporter could be asked at all, as bits. */
  readonly open: Int32Array
  readonly #problem: Problem
  readonly #ownMonth: OwnMonth
  readonly #group = new BestGroup()
  // Prices of a companion's half hours, summed from the start of the day.
  readonly #sums: Float64Array
  /** What going along costs at least; less than nothing where somebody knows the place. */
  readonly #leastCost: number
  #escort = -1
  #escortPrice = 0

  constructor(problem: Problem) {
    const { days, weeks, supporters, companions } = problem
    const slots = days * supporters.count
    const perDay = slots + days * steps * companions.count
    const perWeek = perDay + days * companions.count
    this.layout = { slots, days: perDay, weeks: perWeek, length: perWeek + weeks * companions.count }
    this.#problem = problem
    this.#ownMonth = new OwnMonth(problem)
    this.#sums = new Float64Array(days * (steps + 1) * companions.count)
    this.open = openDays(problem)
    this.#leastCost = problem.escorts.points.reduce((least, one) => Math.min(least, one), 0)
  }

  /** An upper bound of what any plan is worth. `slope`: how it would change with each price; `choices`: what each request took. */
  bound(prices: Float64Array, slope: Float64Array, choices?: Choices): number {
    slope.fill(0)
    this.#sumHalfHours(prices)
    let sum = this.#problem.standing + this.#sellCompanions(prices, slope)
    for (let r = 0; r < this.#problem.requests.count; r += 1) sum += this.#buy(r, prices, slope, choices)
    return sum + this.#sellSupporters(prices, slope)
  }

  /** About that part of the bound which every n-th request and supporter make, while the companions' time costs nothing. */
  partAt(prices: Float64Array, every: number): number {
    const { requests, supporters } = this.#problem
    let sum = 0
    for (let r = 0; r < requests.count; r += every) sum += this.#buy(r, prices, null)
    for (let s = 0; s < supporters.count; s += every) sum += this.#ownMonth.points(s, this.open[s] as number, prices)
    return sum
  }

  /** What a companion's time costs at an option; after `bound` at the same prices. */
  priceOfCompanion(prices: Float64Array, companion: number, option: number): number {
    const { companions, options, weekOf } = this.#problem
    const day = options.day[option] as number
    const row = day * (steps + 1) * companions.count + companion
    const from = firstStep(options.start[option] as number)
    const to = lastStep(options.end[option] as number)
    return (
      (this.#sums[row + to * companions.count] as number) -
      (this.#sums[row + from * companions.count] as number) +
      (prices[this.layout.days + day * companions.count + companion] as number) +
      (prices[this.layout.weeks + (weekOf[day] as number) * companions.count + companion] as number)
    )
  }

  #sumHalfHours(prices: Float64Array): void {
    const { days, companions } = this.#problem
    for (let day = 0; day < days; day += 1) {
      for (let at = 0; at < steps; at += 1) {
        const from = (day * (steps + 1) + at) * companions.count
        const price = this.layout.slots + (day * steps + at) * companions.count
        for (let c = 0; c < companions.count; c += 1) {
          this.#sums[from + companions.count + c] = (this.#sums[from + c] as number) + (prices[price + c] as number)
        }
      }
    }
  }

  /** Companions sell every half hour once, and no more visits than fit their days and weeks. */
  #sellCompanions(prices: Float64Array, slope: Float64Array): number {
    const { days, weeks, companions } = this.#problem
    let sum = 0
    for (let i = this.layout.slots; i < this.layout.days; i += 1) {
      sum += prices[i] as number
      slope[i] = 1
    }
    const sell = (from: number, parts: number, limits: Uint8Array): void => {
      for (let part = 0; part < parts; part += 1) {
        for (let c = 0; c < companions.count; c += 1) {
          const i = from + part * companions.count + c
          const limit = limits[c * parts + part] as number
          sum += (prices[i] as number) * limit
          slope[i] = limit
        }
      }
    }
    sell(this.layout.days, days, companions.perDay)
    sell(this.layout.weeks, weeks, companions.perWeek)
    return sum
  }

  #sellSupporters(prices: Float64Array, slope: Float64Array): number {
    const { supporters } = this.#problem
    let sum = 0
    for (let s = 0; s < supporters.count; s += 1) {
      const open = this.open[s] as number
      if (open === 0) continue
      sum += this.#ownMonth.points(s, open, prices)
      for (let left = this.#ownMonth.daysChosen(s); left !== 0; left &= left - 1) {
        const i = lowestBit(left) * supporters.count + s
        slope[i] = (slope[i] as number) + 1
      }
    }
    return sum
  }

  /** The best option of a request at these prices, or none where all cost more than they are worth. */
  #buy(r: number, prices: Float64Array, slope: Float64Array | null, choices?: Choices): number {
    const { requests } = this.#problem
    const group = this.#group
    let most = 0
    let option = -1
    let a = -1
    let b = -1
    let c = -1
    let escort = -1
    for (let o = requests.from[r] as number; o < (requests.from[r + 1] as number); o += 1) {
      if (!this.#bestGroup(r, o, prices)) continue
      const points = (requests.worth[r] as number) + group.points
      if (points - this.#leastCost <= most || !this.#cheapestEscort(r, o, prices)) continue
      if (points - this.#escortPrice <= most) continue
      most = points - this.#escortPrice
      option = o
      a = group.a
      b = group.b
      c = group.c
      escort = this.#escort
    }
    if (choices) {
      choices.option[r] = option
      choices.points[r] = most
    }
    if (option >= 0 && slope !== null) {
      this.#take(option, a, slope)
      this.#take(option, b, slope)
      this.#take(option, c, slope)
      if (escort >= 0) this.#accompany(option, escort, slope)
    }
    return most
  }

  #bestGroup(r: number, o: number, prices: Float64Array): boolean {
    const { candidates, options, supporters, requests } = this.#problem
    const { who, points } = candidates
    const row = (options.day[o] as number) * supporters.count
    const group = this.#group
    group.clear()
    const firstMayCome = requests.firstMayCome[r] === 1
    for (let i = candidates.from[o] as number; i < (candidates.from[o + 1] as number); i += 1) {
      const s = who[i] as number
      const worth = (points[i] as number) - (prices[row + s] as number)
      const known = supporters.experience[s] as number
      const experience = firstMayCome && known === first ? some : known
      if (group.couldUse(worth, experience)) group.offer(i, worth, experience)
    }
    return group.choose(requests.seats[r] as number, requests.needsMuch[r] === 1)
  }

  #cheapestEscort(r: number, o: number, prices: Float64Array): boolean {
    const { escorts, requests } = this.#problem
    this.#escort = -1
    this.#escortPrice = 0
    if (requests.needsCompanion[r] === 0) return true
    let least = 1e9
    for (let i = escorts.from[o] as number; i < (escorts.from[o + 1] as number); i += 1) {
      const cost = escorts.points[i] as number
      if (cost >= least) break
      const companion = escorts.who[i] as number
      const price = cost + this.priceOfCompanion(prices, companion, o)
      if (price < least) {
        least = price
        this.#escort = companion
      }
    }
    this.#escortPrice = least
    return this.#escort >= 0
  }

  #take(option: number, candidate: number, slope: Float64Array): void {
    if (candidate < 0) return
    const { candidates, options, supporters } = this.#problem
    const i = (options.day[option] as number) * supporters.count + (candidates.who[candidate] as number)
    slope[i] = (slope[i] as number) - 1
  }

  #accompany(option: number, companion: number, slope: Float64Array): void {
    const { options, companions, weekOf } = this.#problem
    const day = options.day[option] as number
    const less = (i: number): void => {
      slope[i] = (slope[i] as number) - 1
    }
    for (let at = firstStep(options.start[option] as number); at < lastStep(options.end[option] as number); at += 1) {
      less(this.layout.slots + (day * steps + at) * companions.count + companion)
    }
    less(this.layout.days + day * companions.count + companion)
    less(this.layout.weeks + (weekOf[day] as number) * companions.count + companion)
  }
}

// The moments, half an hour apart, at which a visit and the breath after it are under way: two that share one collide.
const firstStep = (start: number): number => Math.ceil(start / step)
const lastStep = (end: number): number => Math.min(steps, Math.ceil((end + breath) / step))

const openDays = ({ supporters, options, candidates }: Problem): Int32Array => {
  const open = new Int32Array(supporters.count)
  for (let o = 0; o < options.count; o += 1) {
    const bit = 1 << (options.day[o] as number)
    for (let i = candidates.from[o] as number; i < (candidates.from[o + 1] as number); i += 1) {
      const s = candidates.who[i] as number
      open[s] = (open[s] as number) | bit
    }
  }
  return open
}
