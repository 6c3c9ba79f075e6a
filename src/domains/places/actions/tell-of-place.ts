import { personsInRole } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type ContactDraft, insertContact } from '../data/contacts.ts'
import { findPlace, oneAtATime } from '../data/places.ts'
import { placePaths } from '../web/paths.ts'
import { enterPlace, type NewPlace } from './save-place.ts'

/** Somebody without an account tells of their place. `id` came with the form: sent twice, it is one place. */
export const tellOfPlace = async (ctx: Ctx, id: string, draft: NewPlace, contact: ContactDraft): Promise<void> => {
  const { programmeId } = ctx.actor
  await oneAtATime(ctx.tx, id)
  if (await findPlace(ctx.tx, programmeId, id)) return
  await enterPlace(ctx, id, draft, null)
  await insertContact(ctx.tx, programmeId, { ...contact, id: ctx.newId(), placeId: id, personId: null }, ctx.now)
  for (const coordinator of await personsInRole(ctx.tx, programmeId, ['coordinator'])) {
    await ctx.outbox.tell(coordinator.id, 'places.registered', {}, placePaths.place(id))
  }
}
