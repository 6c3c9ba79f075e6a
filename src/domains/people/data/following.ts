import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** Which staff member follows which supporter, now. */
export interface Following {
  id: string
  staffId: string
  supporterId: string
  fromAt: Date
}

/** Those whom this staff member follows. */
export const followedBy = async (tx: Tx, programmeId: number, staffId: string): Promise<string[]> => {
  const rows = await open(tx, programmeId).where('staff_id', '=', staffId).execute()
  return rows.map((row) => row.supporterId)
}

/** Those who go to visits with which this staff member goes along, as far as these end after `since`: both are booked for the same. */
export const accompaniedBy = async (tx: Tx, programmeId: number, staffId: string, since: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct goes.person_id as id from people.booking own
    join people.booking goes on goes.programme_id = own.programme_id and goes.ref_id = own.ref_id and goes.kind = 'visit'
      and goes.released_at is null
    where own.programme_id = ${programmeId} and own.person_id = ${staffId} and own.kind = 'companion'
      and own.released_at is null and upper(own.during) > ${since}`.execute(tx)
  return rows.map((row) => row.id)
}

/** Those who follow these supporters. */
export const followersOf = async (
  tx: Tx,
  programmeId: number,
  supporterIds: readonly string[],
): Promise<Following[]> =>
  supporterIds.length === 0 ? [] : open(tx, programmeId).where('supporter_id', 'in', supporterIds).execute()

export const isFollowing = async (
  tx: Tx,
  programmeId: number,
  staffId: string,
  supporterId: string,
): Promise<boolean> =>
  (await open(tx, programmeId).where('staff_id', '=', staffId).where('supporter_id', '=', supporterId).execute())
    .length > 0

/** False where they already follow. */
export const insertFollowing = async (tx: Tx, programmeId: number, following: Following): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people.following')
    .values({
      programme_id: programmeId,
      id: following.id,
      staff_id: following.staffId,
      supporter_id: following.supporterId,
      from_at: following.fromAt,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const endFollowing = async (
  tx: Tx,
  programmeId: number,
  pair: { staffId: string; supporterId: string },
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('people.following')
    .set({ to_at: now })
    .where('programme_id', '=', programmeId)
    .where('staff_id', '=', pair.staffId)
    .where('supporter_id', '=', pair.supporterId)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const open = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('people.following')
    .select(['id', 'staff_id as staffId', 'supporter_id as supporterId', 'from_at as fromAt'])
    .where('programme_id', '=', programmeId)
    .where('to_at', 'is', null)
    .orderBy('from_at')
