import { type Expression, type SqlBool, sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Reason, Way } from '../core/follow-up.ts'

export interface FollowUp {
  id: string
  personId: string
  visitId: string | null
  reason: Reason
  dueOn: CalendarDay
  assignedTo: string | null
  closedAt: Date | null
  how: Way | null
  doneSealed: string | null
  version: number
}

/** Whose follow-ups somebody reaches: all, or those they are to do and those of people they follow. */
export type Reach = 'all' | { staffId: string; supporterIds: readonly string[] }

export interface NewFollowUp {
  id: string
  personId: string
  visitId: string | null
  reason: Reason
  dueOn: CalendarDay
  assignedTo: string | null
  openedAt: Date
  openedBy: string | null
}

/** False where the same one was opened before. */
export const insertFollowUp = async (tx: Tx, programmeId: number, row: NewFollowUp): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('care.follow_up')
    .values({
      programme_id: programmeId,
      id: row.id,
      person_id: row.personId,
      visit_id: row.visitId,
      reason: row.reason,
      due_on: row.dueOn,
      assigned_to: row.assignedTo,
      opened_at: row.openedAt,
      opened_by: row.openedBy,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const findFollowUp = async (tx: Tx, programmeId: number, reach: Reach, id: string): Promise<FollowUp | null> =>
  (await select(tx, programmeId, reach).where('f.id', '=', id).executeTakeFirst()) ?? null

/** Locks it: two who end it at once do so one after the other. */
export const lockFollowUp = async (tx: Tx, programmeId: number, reach: Reach, id: string): Promise<FollowUp | null> =>
  (await select(tx, programmeId, reach).where('f.id', '=', id).forUpdate('f').executeTakeFirst()) ?? null

export interface Closed {
  closedAt: Date
  closedBy: string
  how: Way
  doneSealed: string
}

export const closeRow = async (tx: Tx, programmeId: number, id: string, closed: Closed): Promise<void> => {
  await tx
    .updateTable('care.follow_up')
    .set((e) => ({
      closed_at: closed.closedAt,
      closed_by: closed.closedBy,
      how: closed.how,
      done_sealed: closed.doneSealed,
      version: e('version', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export const assignRow = async (tx: Tx, programmeId: number, id: string, staffId: string): Promise<void> => {
  await tx
    .updateTable('care.follow_up')
    .set((e) => ({ assigned_to: staffId, version: e('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** What was done for this person lately, newest first. */
export const closedOf = async (tx: Tx, programmeId: number, reach: Reach, personId: string): Promise<FollowUp[]> =>
  select(tx, programmeId, reach)
    .where('f.person_id', '=', personId)
    .where('f.closed_at', 'is not', null)
    .orderBy('f.closed_at', 'desc')
    .limit(10)
    .execute()

/** When the person is to be contacted next, as far as it is reached. */
export const nextDueOf = async (
  tx: Tx,
  programmeId: number,
  reach: Reach,
  personId: string,
): Promise<CalendarDay | null> => {
  const next = await select(tx, programmeId, reach)
    .where('f.person_id', '=', personId)
    .where('f.closed_at', 'is', null)
    .orderBy('f.due_on')
    .limit(1)
    .executeTakeFirst()
  return next?.dueOn ?? null
}

const columns = [
  'f.id',
  'f.person_id as personId',
  'f.visit_id as visitId',
  sql<Reason>`f.reason`.as('reason'),
  'f.due_on as dueOn',
  'f.assigned_to as assignedTo',
  'f.closed_at as closedAt',
  sql<Way | null>`f.how`.as('how'),
  'f.done_sealed as doneSealed',
  'f.version',
] as const

const select = (tx: Tx, programmeId: number, reach: Reach) =>
  tx
    .selectFrom('care.follow_up as f')
    .select(columns)
    .where('f.programme_id', '=', programmeId)
    .where(() => within(reach))

/** The one condition that says whose follow-ups are reached, for every read. */
export const within = (reach: Reach): Expression<SqlBool> =>
  reach === 'all'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(f.assigned_to = ${reach.staffId} or f.person_id = any(${[...reach.supporterIds]}::uuid[]))`
