import type { Tx } from '#platform/db/index.ts'
import { fieldOfService, kindOfService, type WamFacts, type WamRow } from '../core/wam-row.ts'
import type { OrganisationDraft } from './organisations.ts'
import type { PlaceDraft } from './places.ts'

/** The fields of a place that the list speaks of. */
export const placeFieldsOf = (row: { municipality: string; facts: WamFacts }) => ({
  name: row.facts.name,
  kana: row.facts.kana,
  municipality: row.municipality,
  address: row.facts.address,
  phone: row.facts.phone,
  fax: row.facts.fax,
  url: row.facts.url,
  lat: row.facts.lat,
  lng: row.facts.lng,
})

export const organisationFieldsOf = (facts: WamFacts): OrganisationDraft => ({
  name: facts.organisation,
  kana: facts.organisationKana,
  corporateNumber: facts.corporateNumber,
  municipality: facts.organisationMunicipality,
  address: facts.organisationAddress,
  phone: facts.organisationPhone,
  fax: facts.organisationFax,
  url: facts.organisationUrl,
})

export const newPlaceOf = (row: WamRow, organisationId: string): PlaceDraft => ({
  ...placeFieldsOf(row),
  organisationId,
  kind: kindOfService(row.service),
  field: fieldOfService(row.service),
  town: '',
  whatWeDo: '',
  whatIsFound: '',
  access: '',
  whoComes: '',
  typicalDay: '',
})

/** Organisations by number, and by name where they have none. */
export const organisationKeys = async (tx: Tx, programmeId: number): Promise<Map<string, string>> => {
  const rows = await tx
    .selectFrom('places.organisation')
    .select(['id', 'name', 'corporate_number as corporateNumber'])
    .where('programme_id', '=', programmeId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const keys = new Map<string, string>()
  for (const row of rows) for (const key of keysOf(row)) if (!keys.has(key)) keys.set(key, row.id)
  return keys
}

/** What an organisation is known by: its number first. */
export const keysOf = (organisation: { name: string; corporateNumber: string }): string[] => [
  ...(organisation.corporateNumber ? [`number ${organisation.corporateNumber}`] : []),
  `name ${organisation.name.normalize('NFKC').replace(/\s+/g, '')}`,
]

/** Many new organisations and places in two statements. */
export const insertListed = async (
  tx: Tx,
  programmeId: number,
  rows: {
    organisations: readonly (OrganisationDraft & { id: string })[]
    places: readonly (PlaceDraft & { id: string })[]
  },
  now: Date,
): Promise<void> => {
  if (rows.organisations.length > 0) {
    await tx
      .insertInto('places.organisation')
      .values(
        rows.organisations.map(({ corporateNumber, ...organisation }) => ({
          ...organisation,
          programme_id: programmeId,
          corporate_number: corporateNumber,
          created_at: now,
        })),
      )
      .execute()
  }
  if (rows.places.length === 0) return
  await tx
    .insertInto('places.place')
    .values(
      rows.places.map(({ organisationId, whatWeDo, whatIsFound, whoComes, typicalDay, ...place }) => ({
        ...place,
        programme_id: programmeId,
        organisation_id: organisationId,
        what_we_do: whatWeDo,
        what_is_found: whatIsFound,
        who_comes: whoComes,
        typical_day: typicalDay,
        status: 'listed',
        created_at: now,
      })),
    )
    .execute()
}
