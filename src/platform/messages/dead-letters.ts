import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** What did not get through. Who and why in one word; never words, link or address. */
export interface DeadLetter {
  id: string
  /** Null for an event: it is meant for the program itself. */
  personId: string | null
  kind: string
  attempts: number
  error: string
}

export const listDeadMessages = async (tx: Tx, programmeId: number): Promise<DeadLetter[]> => {
  const { rows } = await sql<DeadLetter>`
    select d.message_id as id, d.person_id as "personId", m.kind, d.attempts, coalesce(d.last_error, 'unknown') as error
    from platform.delivery d join platform.message m on m.programme_id = d.programme_id and m.id = d.message_id
    where d.programme_id = ${programmeId} and d.status = 'dead' order by d.order_no limit 500`.execute(tx)
  return rows
}

export const listDeadEvents = async (tx: Tx, programmeId: number): Promise<DeadLetter[]> => {
  const { rows } = await sql<DeadLetter>`
    select id, null as "personId", topic as kind, attempts, coalesce(last_error, 'unknown') as error
    from platform.event
    where programme_id = ${programmeId} and dead_at is not null and done_at is null order by dead_at limit 500`.execute(
    tx,
  )
  return rows
}

export const countDead = async (tx: Tx, programmeId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from platform.delivery where programme_id = ${programmeId} and status = 'dead')::int
      + (select count(*) from platform.event
         where programme_id = ${programmeId} and dead_at is not null and done_at is null)::int as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Back into the queue, with all its tries; false where it is not there or not dead. */
export const retryMessage = async (tx: Tx, programmeId: number, id: string, now: Date): Promise<boolean> => {
  const done = await tx
    .updateTable('platform.delivery')
    .set({ status: 'waiting', attempts: 0, next_at: now })
    .where('programme_id', '=', programmeId)
    .where('message_id', '=', id)
    .where('status', '=', 'dead')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const retryEvent = async (tx: Tx, programmeId: number, id: string, now: Date): Promise<boolean> => {
  const done = await tx
    .updateTable('platform.event')
    .set({ dead_at: null, attempts: 0, next_at: now })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
