import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { MessageParams } from './kinds.ts'

interface Whose {
  programmeId: number
  personId: string
}

export interface InboxLine {
  id: string
  kind: string
  params: MessageParams
  createdAt: Date
  unread: boolean
}

export const inboxPageSize = 30

/** Newest first; one more than a page, to know whether there is a next one. */
export const listInbox = async (tx: Tx, who: Whose, page: number): Promise<InboxLine[]> => {
  const { rows } = await sql<{ id: string; kind: string; params: MessageParams; created_at: Date; unread: boolean }>`
    select id, kind, params, created_at, read_at is null as unread from platform.message
    where programme_id = ${who.programmeId} and person_id = ${who.personId} and withdrawn_at is null
    order by created_at desc, id desc limit ${inboxPageSize + 1} offset ${(page - 1) * inboxPageSize}`.execute(tx)
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }))
}

/** Marks it read and tells where it leads; null where there is no such message of this person. */
export const openMessage = async (
  tx: Tx,
  who: Whose,
  id: string,
  now: Date,
): Promise<{ path: string | null } | null> => {
  const found = await tx
    .updateTable('platform.message')
    .set((e) => ({ read_at: e.fn.coalesce('read_at', e.val(now)) }))
    .where('programme_id', '=', who.programmeId)
    .where('person_id', '=', who.personId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('path')
    .executeTakeFirst()
  return found ?? null
}

export const markAllRead = async (tx: Tx, who: Whose, now: Date): Promise<void> => {
  await tx
    .updateTable('platform.message')
    .set({ read_at: now })
    .where('programme_id', '=', who.programmeId)
    .where('person_id', '=', who.personId)
    .where('read_at', 'is', null)
    .execute()
}
