import type { RequestFacts } from '../core/facts.ts'
import { compile } from './compile.ts'
import { eachIn } from './masks.ts'
import type { MonthFacts } from './month.ts'
import { type MonthPlan, planMonth, planOf } from './plan-month.ts'
import type { Proposal } from './proposal.ts'
import { solveGreedily } from './solve.ts'
import { withStanding } from './standing.ts'
import { whoCouldIn } from './who-could.ts'

/**
 * A group for one request beside all the rest of the plan, which stays as it is. Those of `now` who can still come are kept where that
 * is possible. Null: there is none.
 */
export const repairOf = (
  month: MonthFacts,
  plan: readonly Proposal[],
  requestId: string,
  now: readonly string[] = [],
): Proposal | null => {
  const found = month.requests.find((one) => one.id === requestId)
  if (!found) return null
  const request = { ...found, asked: new Set([...found.asked, ...now]) }
  const few = onlyThoseWhoCould(month, request)
  const people = new Set([...few.supporters, ...few.companions].map(({ personId }) => personId))
  const others = plan.filter(
    (one) =>
      one.requestId !== requestId &&
      (people.has(one.companionId ?? '') || one.supporterIds.some((personId) => people.has(personId))),
  )
  const beside = { ...withStanding(few, others), requests: [request] }
  return (atOnce(beside) ?? (somebodyIsAvoided(beside) ? searched(beside) : null))?.proposals[0] ?? null
}

/** For one request alone the first choice is the best one, unless it would bring together who would rather not meet. */
const atOnce = (month: MonthFacts): MonthPlan | null => {
  const problem = compile(month)
  const plan = solveGreedily(problem)
  return plan.visits.length === 0 ? null : planOf(month, problem, { plan, bound: plan.objective, iterations: 0 })
}

const somebodyIsAvoided = ({ supporters, companions }: MonthFacts): boolean => {
  const people = new Set([...supporters, ...companions].map(({ personId }) => personId))
  return supporters.some(({ avoidsPeople }) => [...avoidsPeople].some((personId) => people.has(personId)))
}

const searched = (month: MonthFacts): MonthPlan => planMonth(month, { seed: 1, until: { iterations: 20 } })

/** The month with the people who could come to this request if nothing else were planned, and those who agreed to it. */
const onlyThoseWhoCould = (month: MonthFacts, request: RequestFacts): MonthFacts => {
  const could = whoCouldIn(month)
  const whatever = could.forRequest(request)
  const supporters = new Set<number>()
  const companions = new Set<number>()
  for (const slot of request.slots) {
    eachIn(could.atSlot(request, slot, whatever), (place) => supporters.add(place))
    if (request.companionNeeded) eachIn(could.couldAccompany(request, slot), (place) => companions.add(place))
  }
  return {
    ...month,
    supporters: month.supporters.filter((one, i) => supporters.has(i) || request.agreed.includes(one.personId)),
    companions: month.companions.filter((_, i) => companions.has(i)),
  }
}
