import type { Tx } from '#platform/db/index.ts'

export interface OrganisationDraft {
  name: string
  kana: string
  corporateNumber: string
  municipality: string
  address: string
  phone: string
  fax: string
  url: string
}

export interface Organisation extends OrganisationDraft {
  id: string
  version: number
}

const columns = [
  'id',
  'name',
  'kana',
  'corporate_number as corporateNumber',
  'municipality',
  'address',
  'phone',
  'fax',
  'url',
  'version',
] as const

export const findOrganisation = async (tx: Tx, programmeId: number, id: string): Promise<Organisation | null> =>
  (await tx
    .selectFrom('places.organisation')
    .select(columns)
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

/** Those that run places which take part; the rest of a directory would only be in the way. */
export const listOrganisations = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('places.organisation as o')
    .select(['o.id', 'o.name'])
    .where('o.programme_id', '=', programmeId)
    .where((is) =>
      is.exists(
        is
          .selectFrom('places.place as p')
          .select('p.id')
          .whereRef('p.programme_id', '=', 'o.programme_id')
          .whereRef('p.organisation_id', '=', 'o.id')
          .where('p.status', '<>', 'listed'),
      ),
    )
    .orderBy('o.kana')
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()

/** The organisation of this name, whatever spaces stand in it. */
export const organisationNamed = async (tx: Tx, programmeId: number, name: string): Promise<string | null> => {
  const wanted = nameKey(name)
  const rows = await tx
    .selectFrom('places.organisation')
    .select(['id', 'name'])
    .where('programme_id', '=', programmeId)
    .execute()
  return rows.find((row) => nameKey(row.name) === wanted)?.id ?? null
}

const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

export const insertOrganisation = async (
  tx: Tx,
  programmeId: number,
  organisation: OrganisationDraft & { id: string },
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('places.organisation')
    .values({ programme_id: programmeId, id: organisation.id, created_at: now, ...columnsOf(organisation) })
    .execute()
}

/** Writes over the version that was read; false where somebody else was quicker. */
export const updateOrganisation = async (
  tx: Tx,
  programmeId: number,
  id: string,
  version: number,
  draft: OrganisationDraft,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('places.organisation')
    .set({ ...columnsOf(draft), version: version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const columnsOf = (draft: OrganisationDraft) => ({
  name: draft.name,
  kana: draft.kana,
  corporate_number: draft.corporateNumber,
  municipality: draft.municipality,
  address: draft.address,
  phone: draft.phone,
  fax: draft.fax,
  url: draft.url,
})
