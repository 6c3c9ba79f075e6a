import { breachesOf } from './breaches.ts'
import { compile, slotsIn } from './compile.ts'
import type { MonthFacts } from './month.ts'
import type { Plan, Problem } from './problem.ts'
import type { Proposal } from './proposal.ts'
import { type Shortage, shortagesOf } from './shortages.ts'
import { type Looking, type Solved, solve } from './solve.ts'

export interface MonthPlan {
  proposals: readonly Proposal[]
  /** Points of the plan, and more than which no plan could have. */
  objective: number
  bound: number
  iterations: number
}

export interface PlannedMonth extends MonthPlan {
  /** Where and when people are short, by what their time is worth in this month. */
  shortages: readonly Shortage[]
}

/**
 * A plan of the month that breaks no condition, as good as could be found, with how good any could be.
 * Throws where a solver was wrong: then nothing is shown.
 */
export const planMonth = (month: MonthFacts, looking: Looking): PlannedMonth => {
  const problem = compile(month)
  const solved = solve(problem, looking)
  return {
    ...planOf(month, problem, solved),
    shortages: shortagesOf(month, problem, solved.priced, solved.plan),
  }
}

/** A solver's plan in names and times, judged once more by the conditions themselves. */
export const planOf = (
  month: MonthFacts,
  problem: Problem,
  { plan, bound, iterations }: Omit<Solved, 'priced'>,
): MonthPlan => {
  const proposals = proposalsOf(month, problem, plan)
  const [breach] = breachesOf(month, proposals)
  if (breach) throw new Error(`The plan breaks ${breach.what} at request ${breach.requestId}`)
  return { proposals, objective: plan.objective, bound, iterations }
}

export const proposalsOf = (month: MonthFacts, { requests }: Problem, { visits }: Plan): Proposal[] =>
  visits.flatMap(({ request, option, supporters, companion }) => {
    const asked = month.requests[request]
    const slot = asked && slotsIn(month, asked)[option - (requests.from[request] as number)]
    if (!asked || !slot) return []
    return [
      {
        requestId: asked.id,
        slot,
        supporterIds: supporters.flatMap((one) => month.supporters[one]?.personId ?? []),
        companionId: companion === null ? null : (month.companions[companion]?.personId ?? null),
      },
    ]
  })
