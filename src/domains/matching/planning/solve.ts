import { findPrices, type Priced } from './prices.ts'
import type { Plan, Problem } from './problem.ts'
import { greedy, search } from './search.ts'

/** How long to look: so many seconds by the clock, or so many iterations, which give the same plan for the same seed every time. */
export type Until = { seconds: number; clock: () => number } | { iterations: number }

export interface Looking {
  seed: number
  until: Until
  /** Asked now and then: true stops, and what is best so far is the answer. */
  stopped?: () => boolean
  /** Told of each better plan, with its points and the time or iterations since the start. */
  onBetter?: (points: number) => void
}

export interface Solved {
  plan: Plan
  /** No plan of this problem is worth more. */
  bound: number
  iterations: number
  priced: Priced
}

/** Rounds of prices where iterations are counted; by the clock they have this part of the time, and at most so many. */
const rounds = 150
const partForPrices = 0.2

/** A plan by ruin and recreate, with a bound. */
export const solve = (problem: Problem, { seed, until, stopped = () => false, onBetter }: Looking): Solved => {
  const clock = timing(until)
  const priced = findPrices(problem, clock.pricing, (round) => !stopped() && clock.pricing(round) < 1)
  const { taken, iterations } = search(problem, priced, seed, {
    progress: clock.searching,
    most: 'iterations' in until ? until.iterations : Number.POSITIVE_INFINITY,
    goOn: (iteration) => !stopped() && clock.searching(iteration) < 1,
    ...(onBetter && { onBetter }),
  })
  const objective = taken.points + problem.standing
  return { plan: { visits: taken.visits(), objective }, bound: Math.floor(priced.bound + 1e-6), iterations, priced }
}

/** How far along prices and search are, from 0 to 1. */
const timing = (until: Until) => {
  if ('iterations' in until) {
    return { pricing: (round: number) => round / rounds, searching: (i: number) => i / Math.max(1, until.iterations) }
  }
  const { seconds, clock } = until
  const begun = clock()
  let searchBegun = 0
  const passed = () => (clock() - begun) / 1000
  return {
    pricing: (round: number) => Math.max(round / rounds, passed() / (seconds * partForPrices)),
    searching: () => {
      searchBegun ||= passed()
      return (passed() - searchBegun) / Math.max(0.001, seconds - searchBegun)
    },
  }
}

/** The plan that is there at once. */
export const solveGreedily = (problem: Problem): Plan => {
  const taken = greedy(problem, null)
  return { visits: taken.visits(), objective: taken.points + problem.standing }
}
