import type { Ctx } from '#platform/http/call.ts'
import type { VisitFull } from '../data/visit-full.ts'
import { visitPaths } from '../web/paths.ts'
import { tellCoordinators, tellHosts } from './tell.ts'

/** Whom a piece of news about a visit goes to. Whoever acts is left out. */
export interface Audience {
  supporters?: boolean
  companions?: boolean
  place?: boolean
  coordinators?: boolean
}

export const tellOfVisit = async (ctx: Ctx, visit: VisitFull, kind: string, audience: Audience): Promise<void> => {
  const params = { visit: visit.id }
  const path = visitPaths.visit(visit.id)
  // Once it was held, news of it are for those who came.
  const there = visit.participants.filter(
    (one) => one.leftAt === null && one.attended !== false && one.personId !== ctx.actor.personId,
  )
  for (const one of there) {
    if (one.part === 'supporter' ? audience.supporters : audience.companions)
      await ctx.outbox.tell(one.personId, kind, params, path)
  }
  if (audience.place) await tellHosts(ctx, visit.placeId, kind, params, path)
  if (audience.coordinators) await tellCoordinators(ctx, kind, params, path)
}

export const everybody: Audience = { supporters: true, companions: true, place: true, coordinators: true }
