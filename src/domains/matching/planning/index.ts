export { type Breach, breachesOf } from './breaches.ts'
export { compile, slotsIn } from './compile.ts'
export type { MonthFacts, Valuing } from './month.ts'
export { type MonthPlan, planMonth, planOf, proposalsOf } from './plan-month.ts'
export type { Plan, PlannedVisit, Problem } from './problem.ts'
export type { Proposal } from './proposal.ts'
export { bound, type Looking, type Solved, solve, solveGreedily, type Until } from './solve.ts'
export {
  againstByRequest,
  type Help,
  type InTheWay,
  type Shortage,
  shortagesOf,
  standsAgainst,
  suggestedBeside,
  type StandsInTheWay,
  type WhyHere,
  type WhyOpen,
  whyOpen,
  whyThese,
} from './explain.ts'
export { repairOf } from './repair.ts'
export { withStanding } from './standing.ts'
export { type Chances, fairMonth, fairValuing, type PlannableMonth } from './valuing.ts'
