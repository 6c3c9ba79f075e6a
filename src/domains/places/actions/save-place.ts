import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { insertOrganisation, organisationNamed } from '../data/organisations.ts'
import { noteSteps } from '../data/place-history.ts'
import { insertPlace, type Place, type PlaceDescription, type PlaceDraft, updatePlace } from '../data/places.ts'
import { findPlaceFor } from './find-place.ts'

export type NewPlace = Omit<PlaceDraft, 'organisationId'> & { organisation: string }

/** A new place that waits to be confirmed. `by`: the membership that entered it, null where nobody was signed in. */
export const enterPlace = async (ctx: Ctx, id: string, draft: NewPlace, by: string | null): Promise<void> => {
  const { programmeId } = ctx.actor
  const organisationId = await organisationFor(ctx, draft.organisation)
  await insertPlace(ctx.tx, programmeId, { ...draft, organisationId, id, status: 'proposed' }, ctx.now)
  const step = { id: ctx.newId(), placeId: id, from: null, to: 'proposed', at: ctx.now, by, reason: '' } as const
  await noteSteps(ctx.tx, programmeId, [step])
  ctx.audit.wrote({ action: 'add', kind: 'places.place', id })
}

/** Staff enter a place; it takes part once it is confirmed. */
export const addPlace = async (ctx: Ctx, draft: NewPlace): Promise<string> => {
  const id = ctx.newId()
  await enterPlace(ctx, id, draft, ctx.actor.membershipId)
  return id
}

/** Saves over the version that was read. Where somebody else saved first: what stands there now. A host leaves kind and field as they are. */
export const changePlace = async (
  ctx: Ctx,
  id: string,
  version: number,
  change: { description: PlaceDescription; more: Pick<PlaceDraft, 'kind' | 'field'> | null },
): Promise<Result<null, Place> | null> => {
  const place = await findPlaceFor(ctx, id)
  if (!place || (ctx.actor.role !== 'coordinator' && ctx.actor.role !== 'host')) return null
  const more = ctx.actor.role === 'coordinator' ? change.more : null
  const draft = { ...place, ...change.description, ...more }
  if (!(await updatePlace(ctx.tx, ctx.actor.programmeId, id, version, draft))) return no(place)
  ctx.audit.wrote({ action: 'change', kind: 'places.place', id })
  return ok(null)
}

const organisationFor = async (ctx: Ctx, name: string): Promise<string> => {
  const { programmeId } = ctx.actor
  const found = await organisationNamed(ctx.tx, programmeId, name)
  if (found) return found
  const id = ctx.newId()
  const blank = { kana: '', corporateNumber: '', municipality: '', address: '', phone: '', fax: '', url: '' }
  await insertOrganisation(ctx.tx, programmeId, { ...blank, id, name }, ctx.now)
  ctx.audit.wrote({ action: 'add', kind: 'places.organisation', id })
  return id
}
