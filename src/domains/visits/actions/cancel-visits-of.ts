import type { Ctx } from '#platform/http/call.ts'
import type { Side } from '../core/visit-status.ts'
import type { Request } from '../data/requests.ts'
import { insertVisitEvent, markVisit, type StandingVisit, standingVisitsOf } from '../data/visits.ts'
import { visitPaths } from '../web/paths.ts'
import { byOf } from './by.ts'
import { tellOnce } from './tell-once.ts'
import { giveAllTimeBack } from './visit-time.ts'

/** The request goes, and with it the visits that still stood: everybody gets their time back and is told, of what repeats once. */
export const cancelVisitsOf = async (ctx: Ctx, request: Pick<Request, 'id'>, side: Side): Promise<void> => {
  const visits = await standingVisitsOf(ctx.tx, request.id)
  const seriesId = visits.find((one) => one.seriesId !== null)?.seriesId
  if (seriesId) await tellOnce(ctx, seriesId, (within) => cancelAll(within, visits, side))
  else await cancelAll(ctx, visits, side)
}

const cancelAll = async (ctx: Ctx, visits: readonly StandingVisit[], side: Side): Promise<void> => {
  for (const visit of visits) {
    await markVisit(ctx.tx, visit.id, { status: 'cancelled', reason: side })
    await insertVisitEvent(ctx.tx, ctx.actor.programmeId, {
      id: ctx.newId(),
      visitId: visit.id,
      from: visit.status,
      to: 'cancelled',
      at: ctx.now,
      by: byOf(ctx),
      reason: side,
    })
    await giveAllTimeBack(ctx, visit.id)
    ctx.audit.wrote({ action: 'visit_cancelled', kind: 'visit', id: visit.id, reason: side })
    for (const personId of new Set([...visit.supporterIds, ...visit.companionIds]))
      await ctx.outbox.tell(personId, 'visits.visit_cancelled', { visit: visit.id }, visitPaths.visit(visit.id))
  }
}
