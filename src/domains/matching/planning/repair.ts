import type { MonthFacts } from './month.ts'
import { planMonth } from './plan-month.ts'
import type { Proposal } from './proposal.ts'
import { withStanding } from './standing.ts'

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
  const request = month.requests.find((one) => one.id === requestId)
  if (!request) return null
  const others = plan.filter((one) => one.requestId !== requestId)
  const { proposals } = planMonth(
    { ...withStanding(month, others), requests: [{ ...request, asked: new Set([...request.asked, ...now]) }] },
    { seed: 1, until: { iterations: 20 } },
  )
  return proposals[0] ?? null
}
