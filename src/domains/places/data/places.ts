import { type Selectable, sql } from 'kysely'
import { type Field, isField } from '#domains/programme/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'
import { isPlaceKind, type PlaceKind } from '../core/kinds.ts'
import { type PlaceStatus, placeStatuses } from '../core/place-status.ts'

/** What a place says of itself. */
export interface PlaceDescription {
  name: string
  kana: string
  municipality: string
  address: string
  phone: string
  fax: string
  url: string
  /** Nearest town or station, for travel time. */
  town: string
  whatWeDo: string
  whatIsFound: string
  access: string
  whoComes: string
  typicalDay: string
}

export interface PlaceDraft extends PlaceDescription {
  organisationId: string
  kind: PlaceKind
  field: Field
  lat: number | null
  lng: number | null
}

export interface Place extends PlaceDraft {
  id: string
  status: PlaceStatus
  organisation: string
  version: number
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('places.place as p')
    .innerJoin('places.organisation as o', (on) =>
      on.onRef('o.programme_id', '=', 'p.programme_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .selectAll('p')
    .select('o.name as organisation')
    .where('p.programme_id', '=', programmeId)

export const findPlace = async (tx: Tx, programmeId: number, id: string): Promise<Place | null> => {
  const row = await query(tx, programmeId).where('p.id', '=', id).executeTakeFirst()
  return row ? placeOf(row) : null
}

/** These places, by id; one statement for a whole list. */
export const placesByIds = async (tx: Tx, programmeId: number, ids: readonly string[]): Promise<Map<string, Place>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await query(tx, programmeId).where('p.id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, placeOf(row)]))
}

export interface PlaceFilter {
  words: string
  kind: PlaceKind | null
  field: Field | null
  status: PlaceStatus | null
}

/** What stands in the list of places. */
export interface ListedPlace {
  id: string
  name: string
  kana: string
  kind: PlaceKind
  field: Field
  status: PlaceStatus
  municipality: string
  town: string
  organisation: string
}

export interface PlacePage {
  places: ListedPlace[]
  total: number
}

/** Places by reading. Without a status: all but those that are closed or only on a directory. */
export const listPlaces = async (
  tx: Tx,
  programmeId: number,
  filter: PlaceFilter,
  page: { limit: number; offset: number },
): Promise<PlacePage> => {
  const found = filtered(tx, programmeId, filter)
  const { total } = await found.select((read) => read.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['p.id', 'p.name', 'p.kana', 'p.kind', 'p.field', 'p.status', 'p.municipality', 'p.town'])
    .select('o.name as organisation')
    .orderBy('p.kana')
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, places: rows.map((row) => ({ ...row, ...kindsOf(row) })) }
}

const filtered = (tx: Tx, programmeId: number, filter: PlaceFilter) => {
  let found = tx
    .selectFrom('places.place as p')
    .innerJoin('places.organisation as o', (on) =>
      on.onRef('o.programme_id', '=', 'p.programme_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .where('p.programme_id', '=', programmeId)
  found = filter.status
    ? found.where('p.status', '=', filter.status)
    : found.where('p.status', 'in', ['proposed', 'confirmed'])
  if (filter.kind) found = found.where('p.kind', '=', filter.kind)
  if (filter.field) found = found.where('p.field', '=', filter.field)
  if (filter.words) {
    const like = `%${filter.words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const columns = ['p.name', 'p.kana', 'p.town', 'p.municipality', 'o.name'] as const
    found = found.where((is) => is.or(columns.map((column) => is(column, 'ilike', like))))
  }
  return found
}

/** The same form sent at once from two windows: the second waits here, and then finds what the first has done. */
export const oneAtATime = async (tx: Tx, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 12))`.execute(tx)
}

export const insertPlace = async (
  tx: Tx,
  programmeId: number,
  place: PlaceDraft & { id: string; status: PlaceStatus },
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('places.place')
    .values({ programme_id: programmeId, id: place.id, status: place.status, created_at: now, ...columnsOf(place) })
    .execute()
}

/** Writes over the version that was read; false where somebody else was quicker. */
export const updatePlace = async (
  tx: Tx,
  programmeId: number,
  id: string,
  version: number,
  draft: PlaceDraft,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('places.place')
    .set({ ...columnsOf(draft), version: version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const columnsOf = (draft: PlaceDraft) => ({
  organisation_id: draft.organisationId,
  name: draft.name,
  kana: draft.kana,
  kind: draft.kind,
  field: draft.field,
  municipality: draft.municipality,
  address: draft.address,
  phone: draft.phone,
  fax: draft.fax,
  url: draft.url,
  town: draft.town,
  lat: draft.lat,
  lng: draft.lng,
  what_we_do: draft.whatWeDo,
  what_is_found: draft.whatIsFound,
  access: draft.access,
  who_comes: draft.whoComes,
  typical_day: draft.typicalDay,
})

const placeOf = (row: Selectable<DB['places.place']> & { organisation: string }): Place => ({
  id: row.id,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  name: row.name,
  kana: row.kana,
  ...kindsOf(row),
  municipality: row.municipality,
  address: row.address,
  phone: row.phone,
  fax: row.fax,
  url: row.url,
  town: row.town,
  lat: row.lat,
  lng: row.lng,
  whatWeDo: row.what_we_do,
  whatIsFound: row.what_is_found,
  access: row.access,
  whoComes: row.who_comes,
  typicalDay: row.typical_day,
  version: row.version,
})

const kindsOf = (row: { kind: string; field: string; status: string }) => ({
  kind: isPlaceKind(row.kind) ? row.kind : ('other' as const),
  field: isField(row.field) ? row.field : ('community' as const),
  status: placeStatuses.find((status) => status === row.status) ?? ('listed' as const),
})
