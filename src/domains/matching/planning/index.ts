export { bound } from './bound.ts'
export { breachesOf } from './breaches.ts'
export { compile } from './compile.ts'
export type { MonthFacts } from './month.ts'
export { type PlannedMonth, planMonth, planOf, proposalsOf } from './plan-month.ts'
export type { Proposal } from './proposal.ts'
export { solve, solveGreedily } from './solve.ts'
export {
  againstByRequest,
  standsAgainst,
  suggestedBeside,
  type StandsInTheWay,
  type WhyHere,
  type WhyOpen,
  whyOpen,
  whyOpenIn,
  whyThese,
} from './explain.ts'
export type { Shortage } from './shortages.ts'
export { repairOf } from './repair.ts'
export { standInsFor } from './stand-ins.ts'
export { withStanding } from './standing.ts'
export { type Chances, fairMonth, fairValuing, type PlannableMonth } from './valuing.ts'
