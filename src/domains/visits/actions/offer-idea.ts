import { no, ok, type Result } from '#kernel/result.ts'
import { isField } from '#domains/programme/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { findRequestPlace } from '../data/request-places.ts'
import { findRequestForUpdate, markRequest, type Request } from '../data/requests.ts'
import { requestPaths } from '../web/paths.ts'
import { noteRequestStep } from './request-step.ts'
import { tellHosts } from './tell.ts'

export type OfferBlocker = { kind: 'not_an_open_idea' } | { kind: 'place_not_confirmed' }

/** A supporter's own idea is offered to a place, which may agree to it. */
export const offerIdea = async (
  ctx: Ctx,
  id: string,
  placeId: string,
): Promise<Result<Request, OfferBlocker[]> | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, id)
  if (!request || ctx.actor.role !== 'coordinator') return null
  const place = await findRequestPlace(ctx.tx, placeId)
  if (!place) return null
  const open = request.ideaOf !== null && (request.status === 'submitted' || request.status === 'adjusting')
  if (!open) return no([{ kind: 'not_an_open_idea' }])
  if (place.status !== 'confirmed') return no([{ kind: 'place_not_confirmed' }])
  await markRequest(ctx.tx, id, {
    place_id: placeId,
    status: 'adjusting',
    ...(isField(place.field) ? { field: place.field } : {}),
  })
  await noteRequestStep(ctx, request, 'adjusting', `offered:${place.name}`)
  await tellHosts(ctx, placeId, 'visits.idea_offered', { request: id }, requestPaths.request(id))
  return ok(request)
}

/** The person who is accompanied has agreed, on this day: told to staff. */
export const recordPersonConsent = async (ctx: Ctx, id: string, on: CalendarDay): Promise<Request | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, id)
  if (!request || ctx.actor.role !== 'coordinator') return null
  await markRequest(ctx.tx, id, { person_consent_on: on })
  ctx.audit.wrote({ action: 'request_person_agreed', kind: 'request', id, reason: on })
  return request
}
