import { type Chance, chanceFrom } from '#kernel/chance.ts'
import type { Priced } from './prices.ts'
import type { Problem } from './problem.ts'
import { Room } from './room.ts'
import { Seating, type Taste } from './seating.ts'
import { seatsEach, Taken } from './taken.ts'

/** The best plan so far, and how it was come by. */
export interface Found {
  taken: Taken
  iterations: number
}

export interface Pace {
  /** From 0 to 1: how far along the time or the iterations are. */
  progress: (iteration: number) => number
  goOn: (iteration: number) => boolean
  /** Iterations at most. */
  most: number
  /** At each better plan, with its points. */
  onBetter?: (points: number) => void
}

/** How much worse a plan may become for a while: from the start to the end, in points. */
const warm = 40
const cold = 1

const plain: Taste = { thrift: 1, whim: 0 }
const plainWithoutPrices: Taste = { thrift: 0, whim: 0 }

/** The first plan: requests in an order that leaves the hard ones their few chances, each where it is worth most. */
export const greedy = (problem: Problem, priced: Priced | null): Taken => {
  const taken = new Taken(problem)
  const seating = new Seating(problem, taken, priced?.prices ?? null, chanceFrom(1))
  for (const request of scarceFirst(problem)) seating.put(request, priced ? plain : plainWithoutPrices)
  return taken
}

const scarceFirst = ({ requests, candidates }: Problem): number[] => {
  const choice = (r: number): number =>
    (candidates.from[requests.from[r + 1] as number] as number) -
    (candidates.from[requests.from[r] as number] as number)
  return Array.from({ length: requests.count }, (_, r) => r).sort(
    (a, b) => (requests.seats[a] as number) - (requests.seats[b] as number) || choice(a) - choice(b) || a - b,
  )
}

/**
 * Ruin and recreate: a few visits that stand in each other's way are taken back and put anew, guided by what people's time is worth;
 * what became worse is kept more and more seldom. Visits that lose most against the bound are tried most.
 */
export const search = (problem: Problem, priced: Priced, seed: number, pace: Pace): Found => {
  const chance = chanceFrom(seed)
  const taken = greedy(problem, priced)
  const room = new Room(problem, priced, taken, chance)
  const seating = new Seating(problem, taken, priced.prices, chance)
  const best = new Kept(taken)
  let temperature = warm
  let iteration = 0
  if (room.isEmpty) return { taken, iterations: 0 }
  for (; iteration < pace.most; iteration += 1) {
    if ((iteration & 63) === 0) {
      if (!pace.goOn(iteration)) break
      temperature = warm * (cold / warm) ** pace.progress(iteration)
    }
    const before = taken.points
    room.clearSome()
    const taste = tasteOf(chance)
    for (const request of room.inSomeOrder()) seating.put(request, taste)
    const change = taken.points - before
    if (change >= 0 || change > temperature * Math.log(chance())) {
      if (taken.points > best.points) {
        best.keep(taken)
        pace.onBetter?.(taken.points)
      }
    } else room.putBack()
  }
  best.giveBack(taken)
  return { taken, iterations: iteration }
}

/** Half of the time exactly the best, half of the time with a whim. */
const tasteOf = (chance: Chance): Taste => {
  const thrift = 1.4 * chance()
  return { thrift, whim: chance() < 0.5 ? 0 : 8 * chance() }
}

/** A plan set aside, as it was when it was the best. Only what has changed since is written again. */
class Kept {
  points: number
  readonly #option: Int32Array
  readonly #seat: Int32Array
  readonly #escort: Int32Array
  readonly #value: Int32Array

  constructor(taken: Taken) {
    this.points = taken.points
    this.#option = taken.option.slice()
    this.#seat = taken.seat.slice()
    this.#escort = taken.escort.slice()
    this.#value = taken.values.slice()
  }

  keep(taken: Taken): void {
    this.points = taken.points
    this.#option.set(taken.option)
    this.#seat.set(taken.seat)
    this.#escort.set(taken.escort)
    this.#value.set(taken.values)
  }

  giveBack(taken: Taken): void {
    taken.option.forEach((option, request) => {
      if (option >= 0) taken.takeAway(request)
    })
    this.#option.forEach((option, request) => {
      if (option < 0) return
      const at = request * seatsEach
      const seats: [number, number, number] = [
        this.#seat[at] as number,
        this.#seat[at + 1] as number,
        this.#seat[at + 2] as number,
      ]
      taken.put(request, option, seats, this.#escort[request] as number, this.#value[request] as number)
    })
  }
}
