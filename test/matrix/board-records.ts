import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** Each coordinator has a draft with one visit of what looks for people; a second draft of the first is there to compare with. */
export const addBoards = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  const makers = await sql<{ id: string }>`select id from platform.membership
    where programme_id = ${programmeId} and role = 'coordinator' order by starts_at, id`.execute(tx)
  const strangers = makers.rows.length > 1 ? [] : [{ id: randomUUID() }]
  for (const maker of [...makers.rows, ...makers.rows.slice(0, 1), ...strangers]) {
    const draftId = randomUUID()
    await sql`insert into visits.draft (programme_id, id, month, made_by, made_at, work_id, planned_at)
      select ${programmeId}, ${draftId}, date_trunc('month', min(s.starts_at at time zone 'Asia/Tokyo'))::date, ${maker.id},
        ${now}::timestamptz, gen_random_uuid(), ${now}::timestamptz
      from visits.request r join visits.request_slot s on s.programme_id = r.programme_id and s.request_id = r.id
      where r.programme_id = ${programmeId} and r.status = 'matching' and s.removed_at is null and s.starts_at > ${now}`.execute(
      tx,
    )
    await sql`insert into visits.draft_visit (programme_id, draft_id, request_id, slot_id)
      select r.programme_id, ${draftId}, r.id, s.id
      from visits.request r join visits.request_slot s on s.programme_id = r.programme_id and s.request_id = r.id
      where r.programme_id = ${programmeId} and r.status = 'matching' and s.removed_at is null and s.starts_at > ${now}
      order by s.starts_at, s.id limit 1`.execute(tx)
  }
}

/** Where drafts are found: a coordinator's own, until they are sent. */
const mine = { coordinator: 'r.made_by = $membership' }

export const boardKinds = {
  board_draft: { from: 'visits.draft r', columns: 'r.id', where: 'r.sent_at is null', mine },
  board_visit: {
    from: 'visits.draft r join visits.draft_visit v on v.programme_id = r.programme_id and v.draft_id = r.id',
    columns: 'r.id, v.request_id as "requestId"',
    mine,
  },
  board_pair: {
    from: `visits.draft r join visits.draft o on o.programme_id = r.programme_id and o.made_by = r.made_by
      and o.month = r.month`,
    columns: 'r.id, o.id as "otherId"',
    where: 'r.sent_at is null',
    mine,
  },
}
