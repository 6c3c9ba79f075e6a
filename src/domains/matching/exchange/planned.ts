import { compile } from '../planning/compile.ts'
import type { MonthFacts } from '../planning/month.ts'
import type { Plan, Problem } from '../planning/problem.ts'
import { monthOfInstance } from './facts.ts'
import type { ExchangePlan, Instance } from './form.ts'

/** A problem of the exchange format, ready for the solvers, and the way back from their plans. */
export interface Posed {
  month: MonthFacts
  problem: Problem
  /** The plan as the format says it, with everything that was agreed before. */
  inFormat(plan: Plan): ExchangePlan
}

export const posed = (instance: Instance): Posed => {
  const { month, requestIndex } = monthOfInstance(instance)
  const problem = compile(month)
  return {
    month,
    problem,
    inFormat: ({ visits }) => ({
      format: 'psmatch-plan/1',
      visits: [
        ...instance.locked,
        ...visits.map(({ request, option, supporters, companion }) => ({
          request: requestIndex[request] ?? -1,
          option: option - (problem.requests.from[request] ?? 0),
          supporters: [...supporters],
          staff: companion,
        })),
      ],
    }),
  }
}
