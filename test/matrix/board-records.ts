import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/**
 * Each coordinator has a draft with one visit of what looks for people; a second draft of the first is there to compare with, and a colleague's
 * of which one visit was sent.
 */
export const addBoards = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  const makers = await sql<{ id: string }>`select id from platform.membership
    where programme_id = ${programmeId} and role = 'coordinator' order by starts_at, id`.execute(tx)
  const [first, ...colleagues] = makers.rows.map((row) => row.id)
  const colleague = colleagues[0] ?? randomUUID()
  const unsent = [first, first, ...(colleagues.length > 0 ? colleagues : [colleague])]
  for (const maker of unsent) await addDraft(tx, programmeId, maker ?? randomUUID(), now, { sent: false })
  await addDraft(tx, programmeId, colleague, now, { sent: true })
}

const addDraft = async (
  tx: Tx,
  programmeId: number,
  maker: string,
  now: Date,
  { sent }: { sent: boolean },
): Promise<void> => {
  const draftId = randomUUID()
  await sql`insert into visits.draft (programme_id, id, month, made_by, made_at, work_id, planned_at, sent_at)
    select ${programmeId}, ${draftId}, date_trunc('month', min(s.starts_at at time zone 'Asia/Tokyo'))::date, ${maker},
      ${now}::timestamptz, gen_random_uuid(), ${now}::timestamptz, ${sent ? now : null}::timestamptz
    from visits.request r join visits.request_slot s on s.programme_id = r.programme_id and s.request_id = r.id
    where r.programme_id = ${programmeId} and r.status = 'matching' and s.removed_at is null and s.starts_at > ${now}`.execute(
    tx,
  )
  await sql`insert into visits.draft_visit (programme_id, id, draft_id, request_id, slot_id, version, way, put_at, sent_at)
    select r.programme_id, gen_random_uuid(), ${draftId}, r.id, s.id, 1, 'planned', ${now}::timestamptz, ${sent ? now : null}::timestamptz
    from visits.request r join visits.request_slot s on s.programme_id = r.programme_id and s.request_id = r.id
    where r.programme_id = ${programmeId} and r.status = 'matching' and s.removed_at is null and s.starts_at > ${now}
    order by s.starts_at, s.id limit 1`.execute(tx)
}

/** A coordinator's own. */
const mine = { coordinator: 'r.made_by = $membership' }

const ownOrSent = 'r.made_by = $membership or r.sent_at is not null'

export const boardKinds = {
  /** A colleague's: as far as it was sent it may be looked at, and nothing of one that was not. */
  board_of_colleague: {
    from: 'visits.draft r',
    columns: 'r.id',
    where: 'r.made_by <> $membership',
    mine: { coordinator: 'r.sent_at is not null' },
  },
  /** What may be dealt with: one's own, and never what a colleague has sent. */
  board_draft: { from: 'visits.draft r', columns: 'r.id', where: `(${ownOrSent})`, mine },
  board_visit: {
    from: 'visits.draft r join visits.draft_visit v on v.programme_id = r.programme_id and v.draft_id = r.id',
    columns: 'r.id, v.request_id as "requestId"',
    where: `(${ownOrSent})`,
    mine,
  },
  board_pair: {
    from: `visits.draft r join visits.draft o on o.programme_id = r.programme_id and o.month = r.month`,
    columns: 'r.id, o.id as "otherId"',
    mine: { coordinator: 'r.made_by = $membership and o.made_by = $membership' },
  },
}
