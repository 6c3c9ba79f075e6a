import type { Tx } from '#platform/db/index.ts'

/** The place as a request shows it. */
export interface RequestPlace {
  id: string
  name: string
  status: 'proposed' | 'confirmed' | 'closed'
  field: string
  municipality: string
  address: string
  phone: string
  fax: string
  town: string
  point: { lat: number; lng: number } | null
  whatWeDo: string
  whatIsFound: string
  access: string
  whoComes: string
  typicalDay: string
}

const query = (tx: Tx) =>
  tx
    .selectFrom('places.place')
    .select([
      'id',
      'name',
      'status',
      'field',
      'municipality',
      'address',
      'phone',
      'fax',
      'town',
      'lat',
      'lng',
      'what_we_do',
      'what_is_found',
      'access',
      'who_comes',
      'typical_day',
    ])

export const findRequestPlace = async (tx: Tx, id: string): Promise<RequestPlace | null> => {
  const row = await query(tx).where('id', '=', id).executeTakeFirst()
  return row ? placeOf(row) : null
}

/** Several at once, by id. */
export const requestPlaces = async (tx: Tx, ids: readonly string[]): Promise<Map<string, RequestPlace>> => {
  if (ids.length === 0) return new Map()
  const rows = await query(tx)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, placeOf(row)]))
}

const placeOf = (row: Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>): RequestPlace => ({
  id: row.id,
  name: row.name,
  status: row.status === 'confirmed' || row.status === 'closed' ? row.status : 'proposed',
  field: row.field,
  municipality: row.municipality,
  address: row.address,
  phone: row.phone,
  fax: row.fax,
  town: row.town,
  point: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
  whatWeDo: row.what_we_do,
  whatIsFound: row.what_is_found,
  access: row.access,
  whoComes: row.who_comes,
  typicalDay: row.typical_day,
})

/** Confirmed places whose name, reading or town holds the words: a coordinator chooses one. */
export const searchPlaces = async (
  tx: Tx,
  words: string,
  limit: number,
): Promise<{ id: string; name: string; town: string }[]> => {
  const like = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return await tx
    .selectFrom('places.place')
    .select(['id', 'name', 'town'])
    .where('status', '=', 'confirmed')
    .where((is) => is.or([is('name', 'like', like), is('kana', 'like', like), is('town', 'like', like)]))
    .orderBy('kana')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Whether a visit has taken place there before: a first one is offered a talk or a trial. */
export const hasBeenVisited = async (tx: Tx, placeId: string): Promise<boolean> =>
  (await tx
    .selectFrom('visits.visit')
    .select('id')
    .where('place_id', '=', placeId)
    .where('status', '=', 'held')
    .limit(1)
    .executeTakeFirst()) !== undefined
