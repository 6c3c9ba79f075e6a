import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Booking, Stretch } from '../core/booking.ts'
import type { CalendarEntry } from '../core/calendar-text.ts'

/** First writers wait for each other here, person by person: the exclusion constraint alone ends some races in a deadlock. */
export const lockTimeOf = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7, hashtext(${`${programmeId}|${personId}`}))`.execute(tx)
}

export const insertBooking = async (
  tx: Tx,
  programmeId: number,
  booking: { id: string; wanted: Booking; now: Date },
): Promise<void> => {
  const { id, wanted, now } = booking
  await tx
    .insertInto('people.booking')
    .values({
      programme_id: programmeId,
      id,
      person_id: wanted.personId,
      kind: wanted.kind,
      ref_id: wanted.refId,
      during: rangeOf(wanted),
      created_at: now,
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

/** A person's time as their own calendar shows it: what was given back stays, as cancelled. */
export const calendarOf = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  within: Stretch,
): Promise<CalendarEntry[]> => {
  const rows = await tx
    .selectFrom('people.booking')
    .select(['id', 'created_at', 'released_at'])
    .select([sql<Date>`lower(during)`.as('from_at'), sql<Date>`upper(during)`.as('to_at')])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('during', '&&', rangeOf(within))
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_at,
    to: row.to_at,
    cancelled: row.released_at !== null,
    sequence: row.released_at === null ? 0 : 1,
    changedAt: row.released_at ?? row.created_at,
  }))
}

const rangeOf = ({ from, to }: Stretch) => sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz, '[)')`
