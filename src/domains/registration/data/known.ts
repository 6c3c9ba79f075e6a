import type { Tx } from '#platform/db/index.ts'

/** Towns whose position is known from the places there. */
export const knownTowns = async (tx: Tx, programmeId: number): Promise<string[]> => {
  const rows = await towns(tx, programmeId).select('town').distinct().orderBy('town').limit(300).execute()
  return rows.map((row) => row.town)
}

export const pointOfTown = async (
  tx: Tx,
  programmeId: number,
  town: string,
): Promise<{ lat: number; lng: number } | null> => {
  const row = await towns(tx, programmeId)
    .select((e) => [e.fn.avg<number>('lat').as('lat'), e.fn.avg<number>('lng').as('lng')])
    .where('town', '=', town)
    .executeTakeFirst()
  if (!row || row.lat === null || row.lng === null) return null
  return { lat: Number(row.lat), lng: Number(row.lng) }
}

const towns = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('places.place')
    .where('programme_id', '=', programmeId)
    .where('town', '!=', '')
    .where('lat', 'is not', null)
    .where('lng', 'is not', null)

export interface Named {
  id: string
  names: string[]
}

/** Places as they may be called in somebody's own words. */
export const namedPlaces = async (tx: Tx, programmeId: number): Promise<Named[]> => {
  const rows = await tx
    .selectFrom('places.place')
    .select(['id', 'name', 'kana'])
    .where('programme_id', '=', programmeId)
    .execute()
  return rows.map((row) => ({ id: row.id, names: [row.name, row.kana] }))
}

/** People, or supporters only, as they may be called in somebody's own words. */
export const namedPeople = async (tx: Tx, programmeId: number, who: 'everybody' | 'supporters'): Promise<Named[]> => {
  const people = tx
    .selectFrom('people.person as p')
    .select(['p.id', 'p.name', 'p.kana', 'p.nickname'])
    .where('p.programme_id', '=', programmeId)
    .where('p.erased_at', 'is', null)
  const query =
    who === 'everybody'
      ? people
      : people.innerJoin('registration.supporter as s', (on) =>
          on
            .onRef('s.programme_id', '=', 'p.programme_id')
            .onRef('s.person_id', '=', 'p.id')
            .on('s.ended_on', 'is', null),
        )
  const rows = await query.execute()
  return rows.map((row) => ({ id: row.id, names: [row.name, row.kana, row.nickname] }))
}
