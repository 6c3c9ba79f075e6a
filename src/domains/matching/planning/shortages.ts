import { slotsIn } from './compile.ts'
import type { MonthFacts } from './month.ts'
import type { Priced } from './prices.ts'
import type { Plan, Problem } from './problem.ts'

/** Times of the week and places that lack people. */
export interface Shortage {
  lacks: 'companions' | 'supporters'
  weekday: number
  half: 'morning' | 'afternoon'
  placeId: string | null
}

/** As much of what a request is worth as people's time may cost, before their time is said to be short. */
const dear = 0.5
const most = 6
const noon = 720

/**
 * Where and when people are short: times of requests that the plan leaves open, at which somebody's time is worth at least half of what
 * the request is, because others need it too, or nobody could come at all. The dearest, in the order of the week; each once.
 */
export const shortagesOf = (month: MonthFacts, problem: Problem, priced: Priced, plan: Plan): Shortage[] => {
  const filled = new Set(plan.visits.map(({ request }) => request))
  const found = new Map<string, { shortage: Shortage; cost: number }>()
  month.requests.forEach((request, r) => {
    if (filled.has(r)) return
    slotsIn(month, request).forEach((slot, i) => {
      const costs = costsAt(problem, priced, r, (problem.requests.from[r] as number) + i)
      for (const lacks of ['companions', 'supporters'] as const) {
        const cost = costs[lacks]
        if (cost < dear) continue
        const shortage: Shortage = {
          lacks,
          weekday: ((slot.day + 3) % 7) + 1,
          half: slot.from < noon ? 'morning' : 'afternoon',
          placeId: request.place?.id ?? null,
        }
        const key = Object.values(shortage).join(' ')
        found.set(key, { shortage, cost: Math.max(cost, found.get(key)?.cost ?? 0) })
      }
    })
  })
  return [...found.values()]
    .sort((a, b) => b.cost - a.cost)
    .slice(0, most)
    .map(({ shortage }) => shortage)
    .sort((a, b) => a.weekday - b.weekday || (a.half < b.half ? 1 : -1))
}

/** What the time of those who would have to come costs at an option, as parts of what its request is worth. */
const costsAt = (
  problem: Problem,
  priced: Priced,
  request: number,
  option: number,
): Record<Shortage['lacks'], number> => {
  const worth = problem.requests.worth[request] as number
  return {
    supporters: cheapestSeats(problem, priced, request, option) / worth,
    companions: problem.requests.needsCompanion[request] === 0 ? 0 : cheapestCompanion(problem, priced, option) / worth,
  }
}

const cheapestSeats = (
  { candidates, options, supporters, requests }: Problem,
  { prices }: Priced,
  r: number,
  o: number,
): number => {
  const row = (options.day[o] as number) * supporters.count
  const those = candidates.who.subarray(candidates.from[o], candidates.from[o + 1])
  const seats = requests.seats[r] as number
  if (those.length < seats) return Infinity
  return Array.from(those, (one) => prices[row + one] as number)
    .sort((a, b) => a - b)
    .slice(0, seats)
    .reduce((sum, price) => sum + price, 0)
}

const cheapestCompanion = ({ escorts }: Problem, { relaxation, prices }: Priced, o: number): number =>
  escorts.who
    .subarray(escorts.from[o], escorts.from[o + 1])
    .reduce((least, one) => Math.min(least, relaxation.priceOfCompanion(prices, one, o)), Infinity)
