import { sql } from 'kysely'
import { day } from '#kernel/calendar-day.ts'
import type { Actor } from '#platform/http/call.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Recurrence } from '../core/recurrence.ts'
import { type VisitStatus, visitStatuses } from '../core/visit-status.ts'
import { reachedBy } from './visit-scope.ts'

export interface Series {
  id: string
  requestId: string
  rule: Recurrence
  supersededBy: string | null
}

/** The series, or null where the actor reaches none of its visits. */
export const findSeries = async (tx: Tx, actor: Actor, id: string): Promise<Series | null> => {
  const { rows } = await sql<{ id: string; requestId: string; rule: Recurrence; supersededBy: string | null }>`
    select s.id, s.request_id as "requestId", s.rule, s.superseded_by as "supersededBy" from visits.series s
    where s.programme_id = ${actor.programmeId} and s.id = ${id}
      and (${actor.role === 'coordinator'} or exists (select from visits.visit v where v.programme_id = s.programme_id and v.series_id = s.id and ${reachedBy(actor)}))`.execute(
    tx,
  )
  const row = rows[0]
  if (!row) return null
  return { ...row, rule: { ...row.rule, fromDay: day(row.rule.fromDay), untilDay: day(row.rule.untilDay) } }
}

export const findSeriesOfRequest = async (tx: Tx, requestId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('visits.series')
    .select('id')
    .where('request_id', '=', requestId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

export const insertSeries = (
  tx: Tx,
  programmeId: number,
  series: { id: string; requestId: string; rule: Recurrence; now: Date },
): Promise<unknown> =>
  tx
    .insertInto('visits.series')
    .values({
      programme_id: programmeId,
      id: series.id,
      request_id: series.requestId,
      rule: JSON.stringify(series.rule),
      from_day: series.rule.fromDay,
      until_day: series.rule.untilDay,
      from_minute: series.rule.fromMinute,
      minutes: series.rule.minutes,
      created_at: series.now,
    })
    .execute()

/** The new rule takes over, with the visits that stay. */
export const supersedeSeries = async (tx: Tx, id: string, by: string, kept: readonly string[]): Promise<void> => {
  await tx.updateTable('visits.series').set({ superseded_by: by }).where('id', '=', id).execute()
  if (kept.length > 0)
    await tx
      .updateTable('visits.visit')
      .set({ series_id: by })
      .where('id', 'in', [...kept])
      .execute()
}

export interface SeriesDay {
  visitId: string
  startsAt: Date
  endsAt: Date
  status: VisitStatus
  placeAgreed: boolean
  /** Of the supporters: who is asked, who agreed, who stepped back. */
  supporters: { personId: string; name: string; agreed: boolean; left: boolean }[]
  companion: string | null
}

interface Row {
  visitId: string
  startsAt: Date
  endsAt: Date
  status: string
  placeAgreed: boolean
  supporters: { personId: string; name: string; agreed: boolean; left: boolean }[]
  companion: string | null
}

/** The days of a series, earliest first. */
export const daysOfSeries = async (tx: Tx, programmeId: number, seriesId: string): Promise<SeriesDay[]> => {
  const { rows } = await sql<Row>`
    select v.id as "visitId", v.starts_at as "startsAt", v.ends_at as "endsAt", v.status, a.visit_id is not null as "placeAgreed",
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'name', person.name, 'agreed', p.agreed_at is not null, 'left', p.left_at is not null) order by person.kana)
        from visits.participant p join people.person person on person.programme_id = p.programme_id and person.id = p.person_id
        where p.programme_id = v.programme_id and p.visit_id = v.id and p.part = 'supporter'), '[]') as supporters,
      (select person.name from visits.participant p join people.person person on person.programme_id = p.programme_id and person.id = p.person_id
        where p.programme_id = v.programme_id and p.visit_id = v.id and p.part = 'companion' and p.left_at is null limit 1) as companion
    from visits.visit v left join visits.place_agreement a on a.programme_id = v.programme_id and a.visit_id = v.id
    where v.programme_id = ${programmeId} and v.series_id = ${seriesId} and v.status <> 'superseded'
    order by v.starts_at, v.id`.execute(tx)
  return rows.map((row) => ({ ...row, status: visitStatuses.find((one) => one === row.status) ?? 'planned' }))
}

/** Asks a supporter about these days: a seat without an answer. Who was asked before is not asked again. */
export const insertInvitations = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  visitIds: readonly string[],
): Promise<void> => {
  if (visitIds.length === 0) return
  await tx
    .insertInto('visits.participant')
    .values(
      visitIds.map((visit_id) => ({ programme_id: programmeId, visit_id, person_id: personId, part: 'supporter' })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}
