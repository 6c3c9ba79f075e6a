import { findActivity } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { RequestFacts } from '../core/request-status.ts'
import { countVisits } from '../data/request-list.ts'
import { findRequestPlace } from '../data/request-places.ts'
import type { Request } from '../data/requests.ts'

/** Everything that the conditions of a request's life look at. */
export const requestFacts = async (ctx: Ctx, request: Request, reason = ''): Promise<RequestFacts> => {
  const activity = await findActivity(ctx.tx, request.activityId)
  const place = request.placeId === null ? null : await findRequestPlace(ctx.tx, request.placeId)
  const visits = await countVisits(ctx.tx, request.id)
  return {
    slots: request.slots.length,
    slotsAhead: request.slots.filter((slot) => slot.startsAt > ctx.now).length,
    audienceCount: request.audienceCount,
    listenersMax: activity?.listenersMax ?? null,
    onBehalf: request.enteredBy === null ? null : { via: request.enteredVia, how: request.confirmedHow },
    reason,
    placeStatus: place?.status ?? null,
    isIdea: request.ideaOf !== null,
    accompaniesPerson: activity?.accompaniesPerson ?? false,
    personConsentOn: request.personConsentOn,
    visitsOpen: visits.open,
    visitsOver: visits.over,
  }
}
