import { findPrices } from './prices.ts'
import type { Problem } from './problem.ts'

/** How long to look for a bound: for so many seconds, and no more than so many rounds of prices. */
export interface BoundUntil {
  seconds: number
  rounds: number
  clock: () => number
}

/**
 * More than which no plan is worth: never more than what is `known`. Prices allow half a visit; of whole ones there are fewer. So it is
 * asked first how many visits there could be at all. Then each is made dearer, and so many times what it is dearer by is given back:
 * no plan has more.
 */
export const bound = (problem: Problem, known: number, until: BoundUntil): number => {
  const boundOf = withinShare(until, 2 + partsOfWorth.length)
  const most = Math.floor(boundOf(onlyCounted(problem)) / perVisit + margin)
  const dearer = partsOfWorth.map((part) => {
    const by = Math.floor(part * leastWorth(problem))
    return boundOf(dearerBy(problem, by)) + by * most
  })
  return Math.floor(Math.min(known, boundOf(problem), ...dearer) + margin)
}

/** Sums of what is no whole number are a little off. */
const margin = 1e-6
/** Near the worth of a visit the bound is lowest, and it is nearly the same from a tenth below. */
const partsOfWorth = [0.9, 0.96]
/** As much as a visit is worth in a month, about: prices are as fine as there. */
const perVisit = 1000

const withinShare =
  ({ seconds, rounds, clock }: BoundUntil, shares: number) =>
  (problem: Problem): number => {
    const begun = clock()
    const progress = (round: number): number => shares * Math.max(round / rounds, (clock() - begun) / 1000 / seconds)
    return findPrices(problem, progress, (round) => progress(round) < 1).bound
  }

const leastWorth = ({ requests: { worth } }: Problem): number => worth.reduce((least, one) => Math.min(least, one), 1e9)

const dearerBy = (problem: Problem, by: number): Problem => ({
  ...problem,
  requests: { ...problem.requests, worth: problem.requests.worth.map((worth) => worth - by) },
})

const onlyCounted = ({ requests, candidates, escorts, supporters, ...others }: Problem): Problem => ({
  ...others,
  requests: { ...requests, worth: new Int32Array(requests.count).fill(perVisit) },
  candidates: withoutPoints(candidates),
  escorts: withoutPoints(escorts),
  supporters: { ...supporters, gains: new Int32Array(supporters.gains.length) },
  standing: 0,
})

const withoutPoints = (lists: Problem['candidates']): Problem['candidates'] => ({
  ...lists,
  points: new Int32Array(lists.points.length),
})
