import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'

/** Somebody whom staff call kindly, because nothing came from them. */
export interface KindCall {
  id: string
  enrolmentId: string
  personId: string
  name: string
  kana: string
  runId: string
  runName: string
  dueOn: CalendarDay
  doneAt: Date | null
  doneSealed: string | null
}

/** False where one is open already. */
export const insertKindCall = async (
  tx: Tx,
  programmeId: number,
  call: { id: string; enrolmentId: string; dueOn: CalendarDay; noticedAt: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('training.kind_call')
    .values({
      programme_id: programmeId,
      id: call.id,
      enrolment_id: call.enrolmentId,
      due_on: call.dueOn,
      noticed_at: call.noticedAt,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** When a call was asked for last, by enrolment: what was missed before that is not missed again. */
export const lastNoticed = async (tx: Tx, programmeId: number, runId: string): Promise<Map<string, Date>> => {
  const { rows } = await sql<{ enrolmentId: string; at: Date }>`
    select k.enrolment_id as "enrolmentId", max(k.noticed_at) as at from training.kind_call k
    join training.enrolment e on e.programme_id = k.programme_id and e.id = k.enrolment_id
    where k.programme_id = ${programmeId} and e.run_id = ${runId} group by k.enrolment_id`.execute(tx)
  return new Map(rows.map(({ enrolmentId, at }) => [enrolmentId, at]))
}

const select = (actor: Actor, more: ReturnType<typeof sql>) => sql<KindCall>`
  select k.id, k.enrolment_id as "enrolmentId", e.person_id as "personId", p.name, p.kana, e.run_id as "runId",
    r.name as "runName", k.due_on as "dueOn", k.done_at as "doneAt", k.done_sealed as "doneSealed"
  from training.kind_call k
  join training.enrolment e on e.programme_id = k.programme_id and e.id = k.enrolment_id
  join training.run r on r.programme_id = e.programme_id and r.id = e.run_id
  join people.person p on p.programme_id = e.programme_id and p.id = e.person_id
  where k.programme_id = ${actor.programmeId} and (${actor.role === 'coordinator'} or exists (select from training.run_staff s
    where s.programme_id = e.programme_id and s.run_id = e.run_id and s.person_id = ${actor.personId})) and ${more}`

/** Those of the runs that the actor looks after, by reading: nobody stands first, nothing is counted. */
export const openKindCalls = async (tx: Tx, actor: Actor): Promise<KindCall[]> =>
  (await select(actor, sql`k.done_at is null order by p.kana, k.id limit 200`).execute(tx)).rows

export const findKindCall = async (tx: Tx, actor: Actor, id: string): Promise<KindCall | null> =>
  (await select(actor, sql`k.id = ${id}`).execute(tx)).rows[0] ?? null

/** False where somebody else has closed it. */
export const closeKindCall = async (
  tx: Tx,
  programmeId: number,
  call: { id: string; doneAt: Date; doneSealed: string; by: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.kind_call')
    .set({ done_at: call.doneAt, done_sealed: call.doneSealed, by_membership: call.by })
    .where('programme_id', '=', programmeId)
    .where('id', '=', call.id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What was done for this person in the run before, newest first. */
export const kindCallsDone = async (tx: Tx, actor: Actor, enrolmentId: string): Promise<KindCall[]> =>
  (
    await select(
      actor,
      sql`k.enrolment_id = ${enrolmentId} and k.done_at is not null order by k.done_at desc limit 10`,
    ).execute(tx)
  ).rows
