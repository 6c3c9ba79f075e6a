import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { AttendanceState, MakeUpWay } from '../core/completion.ts'

/** One entry; the newest of somebody for a session counts, those before are the trace. */
export interface Entry {
  id: string
  enrolmentId: string
  sessionId: string
  state: AttendanceState
  source: 'hand' | 'sheet' | 'online_list' | 'import'
  madeUpOn: CalendarDay | null
  madeUpWay: MakeUpWay | null
  at: Date
  byMembership: string | null
  /** What the person let us know: `withNotes` opens it. */
  noteSealed: string | null
  /** The same, from before it was sealed: until the next night. */
  noteOpen: string
}

export const hasNote = ({ noteSealed, noteOpen }: Entry): boolean => noteSealed !== null || noteOpen !== ''

/** All entries about the run, or about one person or session of it, oldest first. */
export const entriesOf = async (
  tx: Tx,
  programmeId: number,
  which: { runId: string; enrolmentId?: string; sessionId?: string },
): Promise<Entry[]> => {
  const { rows } = await sql<Entry>`
    select a.id, a.enrolment_id as "enrolmentId", a.session_id as "sessionId", a.state, a.source, a.made_up_on as "madeUpOn",
      a.made_up_way as "madeUpWay", a.at, a.by_membership as "byMembership", a.note_sealed as "noteSealed", a.note as "noteOpen"
    from training.attendance a join training.run_session s on s.programme_id = a.programme_id and s.id = a.session_id
    where a.programme_id = ${programmeId} and s.run_id = ${which.runId}
      and ${which.enrolmentId ? sql`a.enrolment_id = ${which.enrolmentId}` : sql`true`}
      and ${which.sessionId ? sql`a.session_id = ${which.sessionId}` : sql`true`}
    order by a.at, a.id`.execute(tx)
  return rows
}

export const insertEntries = async (tx: Tx, programmeId: number, entries: readonly Entry[]): Promise<void> => {
  if (entries.length === 0) return
  await tx
    .insertInto('training.attendance')
    .values(
      entries.map((one) => ({
        programme_id: programmeId,
        id: one.id,
        enrolment_id: one.enrolmentId,
        session_id: one.sessionId,
        state: one.state,
        source: one.source,
        made_up_on: one.madeUpOn,
        made_up_way: one.madeUpWay,
        at: one.at,
        by_membership: one.byMembership,
        note_sealed: one.noteSealed,
      })),
    )
    .execute()
}

export const noteField = 'training.attendance.note_sealed'

export interface HandedIn {
  enrolmentId: string
  sessionId: string
}

export const homeworkOf = async (tx: Tx, programmeId: number, runId: string): Promise<HandedIn[]> => {
  const { rows } = await sql<HandedIn>`
    select h.enrolment_id as "enrolmentId", h.session_id as "sessionId" from training.homework h
    join training.run_session s on s.programme_id = h.programme_id and s.id = h.session_id
    where h.programme_id = ${programmeId} and s.run_id = ${runId}`.execute(tx)
  return rows
}

/** It was handed in; a second time changes nothing. */
export const putHomework = async (
  tx: Tx,
  programmeId: number,
  one: HandedIn & { on: CalendarDay; by: string },
): Promise<void> => {
  await tx
    .insertInto('training.homework')
    .values({
      programme_id: programmeId,
      enrolment_id: one.enrolmentId,
      session_id: one.sessionId,
      handed_in_on: one.on,
      by_membership: one.by,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** A slip: it was not handed in after all. */
export const takeHomeworkBack = async (tx: Tx, programmeId: number, one: HandedIn): Promise<void> => {
  await tx
    .deleteFrom('training.homework')
    .where('programme_id', '=', programmeId)
    .where('enrolment_id', '=', one.enrolmentId)
    .where('session_id', '=', one.sessionId)
    .execute()
}

/** Days of practicum that took place, by enrolment. Watching alone is not counted. */
export const practicumDaysOf = async (tx: Tx, programmeId: number, runId: string): Promise<Map<string, number>> => {
  const { rows } = await sql<{ enrolmentId: string; days: number }>`
    select e.id as "enrolmentId", count(*)::int as days from training.enrolment e
    join training.practicum t on t.programme_id = e.programme_id and t.enrolment_id = e.id and t.kind = 'practicum'
    join training.practicum_day d on d.programme_id = t.programme_id and d.practicum_id = t.id and d.status = 'held'
    where e.programme_id = ${programmeId} and e.run_id = ${runId} group by e.id`.execute(tx)
  return new Map(rows.map(({ enrolmentId, days }) => [enrolmentId, days]))
}
