import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type PlaceBlocker, type PlaceFacts, type PlaceStatus, placeBlockers } from '../core/place-status.ts'
import { contactsOf } from '../data/contacts.ts'
import { hostsOf } from '../data/hosts.ts'
import { leadPlace } from '../data/place-history.ts'
import type { Place } from '../data/places.ts'
import { placePaths } from '../web/paths.ts'
import { findPlaceFor } from './find-place.ts'

/** What the rules of a place's life look at. */
export const factsOf = async (ctx: Ctx, place: Place, reason: string): Promise<PlaceFacts> => ({
  status: place.status,
  address: `${place.municipality}${place.address}`,
  contacts: (await contactsOf(ctx.tx, ctx.actor.programmeId, place.id)).length,
  reason,
})

/** Confirms a place, ends it or takes it in again. Those who act for it are told when it is confirmed. */
export const leadPlaceTo = async (
  ctx: Ctx,
  id: string,
  to: PlaceStatus,
  reason: string,
): Promise<Result<null, PlaceBlocker[]> | null> => {
  const place = await findPlaceFor(ctx, id)
  if (!place) return null
  const blockers = placeBlockers(await factsOf(ctx, place, reason), to, ctx.actor.role)
  if (blockers.length > 0) return no(blockers)
  const { programmeId, membershipId } = ctx.actor
  const step = { id: ctx.newId(), placeId: id, from: place.status, to, at: ctx.now, by: membershipId, reason }
  if (!(await leadPlace(ctx.tx, programmeId, step))) return no([{ kind: 'not_from_here', from: place.status }])
  ctx.audit.wrote({ action: to, kind: 'places.place', id, reason })
  if (to === 'confirmed') {
    for (const personId of await hostsOf(ctx.tx, programmeId, id)) {
      await ctx.outbox.tell(personId, 'places.confirmed', {}, placePaths.mine)
    }
  }
  return ok(null)
}
