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

/** One visit of a draft, with the time that it was planned for. */
export interface DraftVisit {
  requestId: string
  slotId: string
  startsAt: Date
  endsAt: Date
  frozen: boolean
  sentAt: Date | null
  notSent: string | null
  supporterIds: readonly string[]
  companionId: string | null
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

/** One's own; of another coordinator only once its invitations have been sent. */
const reach = (tx: Tx, actor: Actor) =>
  actor.role === 'coordinator'
    ? query(tx).where((is) => is.or([is('made_by', '=', actor.membershipId), is('sent_at', 'is not', null)]))
    : null

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

export const visitsOfDraft = async (tx: Tx, draftId: string): Promise<DraftVisit[]> =>
  (await visitsOfDrafts(tx, [draftId])).get(draftId) ?? []

const visitsOfDrafts = async (tx: Tx, draftIds: readonly string[]): Promise<Map<string, DraftVisit[]>> => {
  const { rows } = await sql<DraftVisit & { draftId: string }>`
    select v.draft_id as "draftId", v.request_id as "requestId", v.slot_id as "slotId", t.starts_at as "startsAt", t.ends_at as "endsAt",
      v.frozen, v.sent_at as "sentAt", v.not_sent as "notSent",
      coalesce(array_agg(s.person_id::text order by s.person_id) filter (where s.part = 'supporter'), '{}') as "supporterIds",
      (array_agg(s.person_id::text) filter (where s.part = 'companion'))[1] as "companionId"
    from visits.draft_visit v
    join visits.request_slot t on t.programme_id = v.programme_id and t.id = v.slot_id
    left join visits.draft_seat s on s.programme_id = v.programme_id and s.draft_id = v.draft_id and s.request_id = v.request_id
    where v.draft_id = any(${[...draftIds]}::uuid[])
    group by v.draft_id, v.request_id, v.slot_id, t.starts_at, t.ends_at, v.frozen, v.sent_at, v.not_sent
    order by t.starts_at, v.request_id`.execute(tx)
  return Map.groupBy(rows, (row) => row.draftId)
}

export type PlannedVisit = Pick<DraftVisit, 'requestId' | 'slotId' | 'supporterIds' | 'companionId'>

/** Puts these visits in, each in the place of what was there for its request. */
export const putDraftVisits = async (
  tx: Tx,
  programmeId: number,
  draftId: string,
  visits: readonly PlannedVisit[],
  frozen = false,
): Promise<void> => {
  if (visits.length === 0) return
  await takeOutDraftVisits(
    tx,
    draftId,
    visits.map((one) => one.requestId),
  )
  await tx
    .insertInto('visits.draft_visit')
    .values(
      visits.map((one) => ({
        programme_id: programmeId,
        draft_id: draftId,
        request_id: one.requestId,
        slot_id: one.slotId,
        frozen,
      })),
    )
    .execute()
  const seats = visits.flatMap((one) => [
    ...one.supporterIds.map((id) => ({ requestId: one.requestId, personId: id, part: 'supporter' })),
    ...(one.companionId === null ? [] : [{ requestId: one.requestId, personId: one.companionId, part: 'companion' }]),
  ])
  if (seats.length === 0) return
  await tx
    .insertInto('visits.draft_seat')
    .values(
      seats.map((seat) => ({
        programme_id: programmeId,
        draft_id: draftId,
        request_id: seat.requestId,
        person_id: seat.personId,
        part: seat.part,
      })),
    )
    .execute()
}

export const takeOutDraftVisits = async (tx: Tx, draftId: string, requestIds: readonly string[]): Promise<void> => {
  if (requestIds.length === 0) return
  await tx
    .deleteFrom('visits.draft_visit')
    .where('draft_id', '=', draftId)
    .where('request_id', 'in', [...requestIds])
    .execute()
}

export const markDraftVisit = (
  tx: Tx,
  draftId: string,
  requestId: string,
  marks: { frozen?: boolean; sent_at?: Date; not_sent?: string | null },
) =>
  tx
    .updateTable('visits.draft_visit')
    .set(marks)
    .where('draft_id', '=', draftId)
    .where('request_id', '=', requestId)
    .execute()

export interface OtherDraft {
  maker: { name: string; kana: string }
  visits: readonly DraftVisit[]
}

/** What other coordinators have in their unsent drafts of the month: only to say where two collide. */
export const otherDraftsOf = async (tx: Tx, actor: Actor, month: CalendarDay): Promise<OtherDraft[]> => {
  const { rows } = await sql<{ id: string; name: string; kana: string }>`
    select d.id, p.name, p.kana from visits.draft d
    join platform.membership m on m.programme_id = d.programme_id and m.id = d.made_by
    join people.person p on p.programme_id = m.programme_id and p.id = m.person_id
    where d.programme_id = ${actor.programmeId} and d.month = ${month} and d.made_by <> ${actor.membershipId}
      and d.put_away_at is null and d.sent_at is null and d.planned_at is not null
    order by d.made_at desc, d.id`.execute(tx)
  const visits = await visitsOfDrafts(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map(({ id, name, kana }) => ({ maker: { name, kana }, visits: visits.get(id) ?? [] }))
}
