import { type Proposal, repairOf, standsAgainst } from '#domains/matching/index.ts'
import type { DraftVisit } from '../data/draft-visits.ts'
import type { DraftInMonth } from './draft-plan.ts'

type Around = Pick<DraftInMonth, 'month' | 'plan'>

/** Who takes a seat that has opened: whoever could stand in, else somebody who could come beside all the rest. Everything else stays. */
export const repairIn = (around: Around, visit: DraftVisit): Proposal | null =>
  withStandIn(around, visit) ?? repairOf(around.month, around.plan, visit.requestId, visit.supporterIds)

/** The one who could stand in takes the one open seat, where that still holds. It takes nobody's facts but theirs. */
export const withStandIn = ({ month, plan }: Around, { requestId, standInId }: DraftVisit): Proposal | null => {
  const now = plan.find((one) => one.requestId === requestId)
  if (!now || standInId === null || now.supporterIds.includes(standInId)) return null
  const gone = [...new Set(standsAgainst(month, plan, requestId).flatMap(({ personId }) => personId ?? []))]
  if (gone.length !== 1 || !now.supporterIds.includes(gone[0] ?? '')) return null
  const repaired = { ...now, supporterIds: now.supporterIds.map((id) => (gone.includes(id) ? standInId : id)) }
  const changed = plan.map((one) => (one === now ? repaired : one))
  return standsAgainst(month, changed, requestId).length === 0 ? repaired : null
}
