import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/*
 * The one order in which this slice locks, so that no two actions ever wait for each other:
 *
 *   1. requests, by id
 *   2. visits of these requests, by id
 *   3. people's time, by person: last, through bookAll (holdTime first where time is given back before it is taken anew)
 *
 * Proposals, series, seats and meetings change under the lock of their request and need none of their own. Whoever needs several
 * requests or visits locks them in one call, before anything else.
 */

/** Holds these requests until the transaction ends. */
export const lockRequests = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await sql`select 1 from visits.request where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
}

/** Holds these visits, and before them their requests together with the others named. */
export const lockVisits = async (tx: Tx, ids: readonly string[], requestIds: readonly string[] = []): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select distinct request_id as id from visits.visit where id = any(${[...ids]}::uuid[])`.execute(tx)
  await lockRequests(tx, [...requestIds, ...rows.map((row) => row.id)])
  await sql`select 1 from visits.visit where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
}
