import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** What somebody still has under way: an application, a course, a practicum. */
export interface TakingNow {
  applications: string[]
  enrolments: string[]
  practicums: string[]
}

export const takingNow = async (tx: Tx, programmeId: number, personId: string): Promise<TakingNow> => {
  const { rows } = await sql<{ kind: keyof TakingNow; id: string }>`
    select 'applications' as kind, id from training.application
      where programme_id = ${programmeId} and person_id = ${personId} and status in ('submitted', 'offered', 'waiting')
    union all select 'enrolments', id from training.enrolment
      where programme_id = ${programmeId} and person_id = ${personId} and status = 'taking'
    union all select 'practicums', id from training.practicum
      where programme_id = ${programmeId} and (person_id = ${personId} or companion_id = ${personId}) and status in ('proposed', 'agreed')
    order by 1, 2`.execute(tx)
  const of = (kind: keyof TakingNow): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id)
  return { applications: of('applications'), enrolments: of('enrolments'), practicums: of('practicums') }
}

/**
 * Words of applications, sessions, diaries and stories. That somebody took part and completed stays, and the numbers of papers:
 * no number of the series may be left out; the name on them is unreadable.
 */
export const forgetTaker = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  const own = sql`programme_id = ${programmeId} and person_id = ${personId}`
  const applications = sql`programme_id = ${programmeId} and application_id in (select id from training.application where ${own})`
  const enrolments = sql`programme_id = ${programmeId} and enrolment_id in (select id from training.enrolment where ${own})`
  const practicums = sql`programme_id = ${programmeId} and practicum_id in (select id from training.practicum where ${own})`
  const stories = sql`programme_id = ${programmeId} and story_id in (select id from training.story_draft where ${own})`
  for (const statement of [
    sql`delete from training.story_comment where ${stories}`,
    sql`delete from training.story_reader where ${stories}`,
    sql`delete from training.story_version where ${stories}`,
    sql`delete from training.story_draft where ${own}`,
    sql`delete from training.consideration where ${applications}`,
    sql`delete from training.accommodation where ${applications}`,
    sql`update training.application_event set reason_sealed = null where ${applications}`,
    sql`update training.application set track_sealed = null, words_sealed = null, needs_sealed = null where ${own}`,
    sql`delete from training.session_word where ${enrolments}`,
    sql`delete from training.kind_call where ${enrolments}`,
    sql`update training.attendance set note = '', note_sealed = null where ${enrolments}`,
    sql`update training.enrolment_event set reason = '', reason_sealed = null where ${enrolments}`,
    sql`update training.enrolment set track_sealed = null, went_on_sealed = null where ${own}`,
    sql`update training.practicum_event set reason = '', reason_sealed = null where ${practicums}`,
    sql`update training.practicum_day set diary_sealed = null, place_words_sealed = null, reason = '', reason_sealed = null where ${practicums}`,
    sql`update training.practicum set goals_sealed = null where ${own}`,
    sql`delete from training.qualification where ${own}`,
    sql`update training.credential set superseded_at = now() where ${own} and superseded_at is null and withdrawn_at is null`,
    sql`delete from training.ceremony_guest where ${own}`,
    sql`delete from training.taster_guest where ${own}`,
  ])
    await statement.execute(tx)
}
