import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

/** Somebody said that they leave; until the day they may stay after all. */
export interface Leaving {
  id: string
  personId: string
  lastDay: CalendarDay
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('registration.leaving')
    .select(['id', 'person_id as personId', 'last_day as lastDay'])
    .where('programme_id', '=', programmeId)
    .where('taken_back_at', 'is', null)
    .where('done_at', 'is', null)

export const openLeaving = async (tx: Tx, programmeId: number, personId: string): Promise<Leaving | null> =>
  (await query(tx, programmeId).where('person_id', '=', personId).executeTakeFirst()) ?? null

/** Whose last day has gone by. */
export const leavingsOver = async (tx: Tx, programmeId: number, today: CalendarDay): Promise<Leaving[]> =>
  query(tx, programmeId).where('last_day', '<', today).orderBy('id').execute()

export const insertLeaving = async (
  tx: Tx,
  programmeId: number,
  one: Leaving & { at: Date; via: string; recordedBy: string | null },
): Promise<void> => {
  await tx
    .insertInto('registration.leaving')
    .values({
      programme_id: programmeId,
      id: one.id,
      person_id: one.personId,
      last_day: one.lastDay,
      said_at: one.at,
      via: one.via,
      recorded_by: one.recordedBy,
    })
    .execute()
}

/** Taken back, or done. */
export const closeLeaving = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  close: { taken_back_at: Date } | { done_at: Date },
): Promise<void> => {
  await tx
    .updateTable('registration.leaving')
    .set(close)
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('taken_back_at', 'is', null)
    .where('done_at', 'is', null)
    .execute()
}

/** What changed in somebody's registration. */
export interface Change {
  from: string | null
  to: string
  on: CalendarDay
  via: string
}

export type NewChange = Change & { id: string; personId: string; at: Date; by: string }

export const insertChanges = async (tx: Tx, programmeId: number, changes: readonly NewChange[]): Promise<void> => {
  if (changes.length === 0) return
  await tx
    .insertInto('registration.change')
    .values(
      changes.map((change) => ({
        programme_id: programmeId,
        id: change.id,
        person_id: change.personId,
        from_status: change.from,
        to_status: change.to,
        on_day: change.on,
        at: change.at,
        by_membership: change.by,
        via: change.via,
      })),
    )
    .execute()
}

/** The newest first. */
export const changesOf = async (tx: Tx, programmeId: number, personId: string): Promise<Change[]> => {
  const { rows } = await sql<Change>`
    select from_status as "from", to_status as "to", on_day as "on", via from registration.change
    where programme_id = ${programmeId} and person_id = ${personId} order by at desc, id`.execute(tx)
  return rows
}
