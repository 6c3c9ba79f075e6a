import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Booking, Stretch } from '../core/booking.ts'

/** First writers wait for each other here, person by person: the exclusion constraint alone ends some races in a deadlock. */
export const lockTimeOf = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7, hashtext(${`${programmeId}|${personId}`}))`.execute(tx)
}

export const insertBooking = async (tx: Tx, programmeId: number, id: string, wanted: Booking): Promise<void> => {
  await tx
    .insertInto('people.booking')
    .values({
      programme_id: programmeId,
      id,
      person_id: wanted.personId,
      kind: wanted.kind,
      ref_id: wanted.refId,
      during: rangeOf(wanted),
    })
    .execute()
}

export const releaseBookings = async (
  tx: Tx,
  programmeId: number,
  which: { refId: string; personId?: string },
  now: Date,
): Promise<number> => {
  const query = tx
    .updateTable('people.booking')
    .set({ released_at: now })
    .where('programme_id', '=', programmeId)
    .where('ref_id', '=', which.refId)
    .where('released_at', 'is', null)
  const narrowed = which.personId === undefined ? query : query.where('person_id', '=', which.personId)
  return Number((await narrowed.executeTakeFirst()).numUpdatedRows)
}

/** What takes the time of these people within the stretch, earliest first. */
export const bookingsOf = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
  within: Stretch,
): Promise<Booking[]> => {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('people.booking')
    .select(['person_id', 'kind', 'ref_id'])
    .select([sql<Date>`lower(during)`.as('from_at'), sql<Date>`upper(during)`.as('to_at')])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('released_at', 'is', null)
    .where('during', '&&', rangeOf(within))
    .orderBy('from_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    kind: row.kind,
    refId: row.ref_id,
    from: row.from_at,
    to: row.to_at,
  }))
}

const rangeOf = ({ from, to }: Stretch) => sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz, '[)')`
