import type { Role } from '#kernel/role.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Contact, contactsOf } from '../data/contacts.ts'
import { findPlace, type Place } from '../data/places.ts'

const seesAll: readonly Role[] = ['coordinator', 'companion', 'supervisor', 'officer']
const seesContacts: readonly Role[] = ['coordinator', 'companion', 'host']

/** The place, where this actor may see it: staff every one, a host their own. */
export const findPlaceFor = async (ctx: Ctx, id: string): Promise<Place | null> => {
  const { role, placeId, programmeId } = ctx.actor
  if (!seesAll.includes(role) && !(role === 'host' && placeId === id)) return null
  return findPlace(ctx.tx, programmeId, id)
}

/** Its contacts, for those who ring them up; nothing for the others. */
export const contactsFor = (ctx: Ctx, place: Place): Promise<Contact[]> =>
  seesContacts.includes(ctx.actor.role) ? contactsOf(ctx.tx, ctx.actor.programmeId, place.id) : Promise.resolve([])
