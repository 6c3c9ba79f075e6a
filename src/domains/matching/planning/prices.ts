import { type Choices, Relaxation } from './relaxation.ts'
import type { Problem } from './problem.ts'

/** What people's time is worth in a month: what a search goes by, and the lowest bound that was met on the way. */
export interface Priced {
  relaxation: Relaxation
  /** The last that were found: bold ones tell a search more than those of the lowest bound. */
  prices: Float64Array
  /** No plan is worth more. */
  bound: number
  /** What each request would choose at these prices. */
  choices: Choices
}

/** Whether to go on after so many rounds. */
export type GoOn = (rounds: number) => boolean

/** How much of the way before is kept. */
const kept = 0.85

/**
 * How far prices are moved, from the first round to the last, as parts of their reach: many rounds go far and end finely; a few must
 * tell people apart at once.
 */
const boldest = (rounds: number): number => Math.min(0.3, Math.max(1.8 / rounds, Math.min(0.2, Math.sqrt(rounds) / 60)))
const finest = (rounds: number): number => Math.min(0.05, 0.4 / rounds)

/**
 * Finds prices at which the bound is low. All start alike, at what the month as a whole bears; then demand raises them and rest
 * lowers them, in smaller and smaller steps. `progress` from 0 to 1 says how far along the time or the rounds are.
 */
export const findPrices = (problem: Problem, progress: (round: number) => number, goOn: GoOn): Priced => {
  const relaxation = new Relaxation(problem)
  const { length, slots } = relaxation.layout
  const prices = new Float64Array(length)
  const slope = new Float64Array(length)
  startAlike(relaxation, prices, problem.requests.count)
  const way = new Float64Array(length)
  let bound = relaxation.bound(prices, slope)
  const reach = 1000 * Math.sqrt(Math.max(150, problem.requests.count) / 600)
  const begun = progress(0)
  for (let round = 0; goOn(round); round += 1) {
    const norm = lead(way, slope, prices, slots)
    if (norm === 0) break
    const done = Math.min(1, progress(round))
    const rounds = round === 0 ? 40 : Math.max(1, (round * (1 - begun)) / Math.max(1e-9, done - begun))
    const far = boldest(rounds) * (finest(rounds) / boldest(rounds)) ** done * (reach / norm)
    for (let i = 0; i < length; i += 1) {
      const moved = (prices[i] as number) - far * (way[i] as number)
      // Companions' time is never worth less than nothing.
      prices[i] = i >= slots && moved < 0 ? 0 : moved
    }
    bound = Math.min(bound, relaxation.bound(prices, slope))
  }
  const choices = { option: new Int32Array(problem.requests.count), points: new Float64Array(problem.requests.count) }
  bound = Math.min(bound, relaxation.bound(prices, slope, choices))
  return { relaxation, prices, bound, choices }
}

/** So many requests say what price the month bears. */
const enough = 1_000

/** One price for every day of everybody, by the golden section: the bound is convex. */
const startAlike = (relaxation: Relaxation, prices: Float64Array, requests: number): void => {
  const { slots } = relaxation.layout
  const every = Math.max(1, Math.floor(requests / enough))
  const boundAt = (price: number): number => {
    prices.fill(price, 0, slots)
    return relaxation.partAt(prices, every)
  }
  const golden = (Math.sqrt(5) - 1) / 2
  let from = 0
  let to = 1000
  let left = to - golden * (to - from)
  let right = from + golden * (to - from)
  let atLeft = boundAt(left)
  let atRight = boundAt(right)
  while (to - from > 4) {
    if (atLeft < atRight) {
      to = right
      right = left
      atRight = atLeft
      left = to - golden * (to - from)
      atLeft = boundAt(left)
    } else {
      from = left
      left = right
      atLeft = atRight
      right = from + golden * (to - from)
      atRight = boundAt(right)
    }
  }
  prices.fill((from + to) / 2, 0, slots)
}

/** Turns the way a little towards the slope and returns its length. */
const lead = (way: Float64Array, slope: Float64Array, prices: Float64Array, slots: number): number => {
  let squares = 0
  for (let i = 0; i < way.length; i += 1) {
    const wanted = slope[i] as number
    const stays = i >= slots && (prices[i] as number) <= 0 && wanted > 0 && (way[i] as number) >= 0
    const next = stays ? 0 : (1 - kept) * wanted + kept * (way[i] as number)
    way[i] = next
    squares += next * next
  }
  return Math.sqrt(squares)
}
