import { proveWithHighs } from './highs.ts'
import type { Problem } from './problem.ts'
import { type Looking, type Solved, solve } from './solve.ts'

/** A month of a ward has about five hundred choices; HiGHS proves twice as many within a second. */
const mostChoices = 1_200
/** Seconds for the search that gives the proof something to begin with. */
const firstSearch = 0.04

/**
 * A plan in so many seconds. A small month is searched for a moment and then proved to be the best there is, where HiGHS is
 * installed; everything else is searched until the time is over.
 */
export const solveAndProve = async (
  problem: Problem,
  looking: Omit<Looking, 'until'> & { seconds: number; clock: () => number },
): Promise<Solved> => {
  const { seconds, clock, ...others } = looking
  const begun = clock()
  const left = (): number => Math.max(0.01, seconds - (clock() - begun) / 1000)
  if (choicesIn(problem) > mostChoices) return solve(problem, { ...others, until: { seconds, clock } })
  const searched = solve(problem, { ...others, until: { seconds: Math.min(firstSearch, seconds / 4), clock } })
  const answer = await proveWithHighs(problem, { seconds: left(), start: searched.plan })
  if (!answer.ok) return solve(problem, { ...others, until: { seconds: left(), clock } })
  const { plan, bound } = answer.value
  return {
    ...searched,
    plan: plan && plan.objective > searched.plan.objective ? plan : searched.plan,
    bound: Math.min(searched.bound, bound ?? searched.bound),
  }
}

const choicesIn = ({ options, candidates, escorts }: Problem): number =>
  options.count + candidates.who.length + escorts.who.length
