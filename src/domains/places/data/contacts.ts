import type { Tx } from '#platform/db/index.ts'

export interface ContactDraft {
  name: string
  position: string
  email: string
  phone: string
}

/** Whom to ask for at a place. With an account of their own: `personId`. */
export interface Contact extends ContactDraft {
  id: string
  placeId: string
  personId: string | null
  version: number
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('places.contact')
    .select(['id', 'place_id as placeId', 'person_id as personId', 'name', 'position', 'email', 'phone', 'version'])
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)

export const contactsOf = (tx: Tx, programmeId: number, placeId: string): Promise<Contact[]> =>
  query(tx, programmeId).where('place_id', '=', placeId).orderBy('created_at').orderBy('id').execute()

export const findContact = async (tx: Tx, programmeId: number, id: string): Promise<Contact | null> =>
  (await query(tx, programmeId).where('id', '=', id).executeTakeFirst()) ?? null

export const insertContact = async (
  tx: Tx,
  programmeId: number,
  contact: ContactDraft & { id: string; placeId: string; personId: string | null },
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('places.contact')
    .values({
      programme_id: programmeId,
      id: contact.id,
      place_id: contact.placeId,
      person_id: contact.personId,
      created_at: now,
      ...columnsOf(contact),
    })
    .execute()
}

/** Writes over the version that was read; false where somebody else was quicker. */
export const updateContact = async (
  tx: Tx,
  programmeId: number,
  id: string,
  version: number,
  draft: ContactDraft,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('places.contact')
    .set({ ...columnsOf(draft), version: version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const endContact = async (tx: Tx, programmeId: number, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('places.contact')
    .set({ ended_at: now })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const columnsOf = (draft: ContactDraft) => ({
  name: draft.name,
  position: draft.position,
  email: draft.email,
  phone: draft.phone,
})
