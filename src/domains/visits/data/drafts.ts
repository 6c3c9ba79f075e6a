import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'

/** A coordinator's draft of a month. */
export interface Draft {
  id: string
  month: CalendarDay
  madeBy: string
  madeAt: Date
  workId: string
  plannedAt: Date | null
  sentAt: Date | null
}

const query = (tx: Tx) =>
  tx
    .selectFrom('visits.draft')
    .select(['id', 'month', 'made_by', 'made_at', 'work_id', 'planned_at', 'sent_at'])
    .where('put_away_at', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const draftOf = (row: Row): Draft => ({
  id: row.id,
  month: row.month,
  madeBy: row.made_by,
  madeAt: row.made_at,
  workId: row.work_id,
  plannedAt: row.planned_at,
  sentAt: row.sent_at,
})

/** One's own; of another coordinator only once invitations of it have been sent, and then only those visits (`whichVisits`). */
const reach = (tx: Tx, actor: Actor) =>
  actor.role === 'coordinator'
    ? query(tx).where((is) => is.or([is('made_by', '=', actor.membershipId), is('sent_at', 'is not', null)]))
    : null

export const isOwn = (actor: Actor, draft: Pick<Draft, 'madeBy'>): boolean => draft.madeBy === actor.membershipId

export const findDraft = async (tx: Tx, actor: Actor, id: string): Promise<Draft | null> => {
  const row = await reach(tx, actor)?.where('id', '=', id).executeTakeFirst()
  return row ? draftOf(row) : null
}

/** One's own, held until the transaction ends: only its maker changes a draft. */
export const findOwnDraft = async (tx: Tx, actor: Actor, id: string): Promise<Draft | null> => {
  const own = reach(tx, actor)?.where('made_by', '=', actor.membershipId)
  const row = await own?.where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? draftOf(row) : null
}

export const listDrafts = async (tx: Tx, actor: Actor, since: CalendarDay): Promise<Draft[]> =>
  (
    (await reach(tx, actor)
      ?.where('month', '>=', since)
      .orderBy('month', 'desc')
      .orderBy('made_at', 'desc')
      .limit(24)
      .execute()) ?? []
  ).map(draftOf)

/** One's own drafts of a month that have been planned: to be compared. */
export const ownDraftsOf = async (tx: Tx, actor: Actor, month: CalendarDay): Promise<Draft[]> =>
  (
    (await reach(tx, actor)
      ?.where('made_by', '=', actor.membershipId)
      .where('month', '=', month)
      .where('planned_at', 'is not', null)
      .orderBy('made_at', 'desc')
      .limit(24)
      .execute()) ?? []
  ).map(draftOf)

export const insertDraft = (
  tx: Tx,
  programmeId: number,
  draft: Pick<Draft, 'id' | 'month' | 'madeBy' | 'madeAt' | 'workId'>,
) =>
  tx
    .insertInto('visits.draft')
    .values({
      programme_id: programmeId,
      id: draft.id,
      month: draft.month,
      made_by: draft.madeBy,
      made_at: draft.madeAt,
      work_id: draft.workId,
    })
    .execute()

export const markDraft = (
  tx: Tx,
  id: string,
  marks: { work_id?: string; planned_at?: Date | null; sent_at?: Date; put_away_at?: Date },
) => tx.updateTable('visits.draft').set(marks).where('id', '=', id).execute()

/** What the planner had to say of a draft, as it was kept. */
export interface Planning {
  open: unknown
  shortages: unknown
}

export const keepPlanning = (
  tx: Tx,
  programmeId: number,
  of: { draftId: string; workId: string; at: Date },
  { open, shortages }: Planning,
) =>
  sql`insert into visits.draft_planning (programme_id, draft_id, work_id, at, open, shortages)
    values (${programmeId}, ${of.draftId}, ${of.workId}, ${of.at}, ${JSON.stringify(open)}::jsonb, ${JSON.stringify(shortages)}::jsonb)
    on conflict do nothing`.execute(tx)

/** Of the planning that filled the draft last. */
export const planningOf = async (tx: Tx, draft: Pick<Draft, 'id' | 'workId'>): Promise<Planning | null> =>
  (await tx
    .selectFrom('visits.draft_planning')
    .select(['open', 'shortages'])
    .where('draft_id', '=', draft.id)
    .where('work_id', '=', draft.workId)
    .executeTakeFirst()) ?? null
