import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type Contact,
  type ContactDraft,
  endContact,
  findContact,
  insertContact,
  updateContact,
} from '../data/contacts.ts'
import { findPlaceFor } from './find-place.ts'

const mayEdit = (ctx: Ctx): boolean => ctx.actor.role === 'coordinator' || ctx.actor.role === 'host'

export const addContact = async (ctx: Ctx, placeId: string, draft: ContactDraft): Promise<string | null> => {
  if (!mayEdit(ctx) || !(await findPlaceFor(ctx, placeId))) return null
  const id = ctx.newId()
  await insertContact(ctx.tx, ctx.actor.programmeId, { ...draft, id, placeId, personId: null }, ctx.now)
  ctx.audit.wrote({ action: 'add', kind: 'places.contact', id })
  return id
}

/** The contact, where this actor may change it. */
export const findContactFor = async (ctx: Ctx, id: string): Promise<Contact | null> => {
  const contact = mayEdit(ctx) ? await findContact(ctx.tx, ctx.actor.programmeId, id) : null
  return contact && (await findPlaceFor(ctx, contact.placeId)) ? contact : null
}

/** Saves over the version that was read. Where somebody else saved first: what stands there now. */
export const changeContact = async (
  ctx: Ctx,
  id: string,
  version: number,
  draft: ContactDraft,
): Promise<Result<Contact, Contact> | null> => {
  const contact = await findContactFor(ctx, id)
  if (!contact) return null
  if (!(await updateContact(ctx.tx, ctx.actor.programmeId, id, version, draft))) return no(contact)
  ctx.audit.wrote({ action: 'change', kind: 'places.contact', id })
  return ok(contact)
}

/** Somebody is no longer the one to ask for; what they were stays on record. */
export const dropContact = async (ctx: Ctx, id: string): Promise<Contact | null> => {
  const contact = await findContactFor(ctx, id)
  if (!contact || !(await endContact(ctx.tx, ctx.actor.programmeId, id, ctx.now))) return null
  ctx.audit.wrote({ action: 'end', kind: 'places.contact', id })
  return contact
}
