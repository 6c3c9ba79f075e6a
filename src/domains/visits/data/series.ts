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

/** The series, or null where the actor reaches none of the visits of its request that repeat. */
export const findSeries = async (tx: Tx, actor: Actor, id: string): Promise<Series | null> => {
  const { rows } = await sql<{ id: string; requestId: string; rule: Recurrence; supersededBy: string | null }>`
    select s.id, s.request_id as "requestId", s.rule, s.superseded_by as "supersededBy" from visits.series s
    where s.programme_id = ${actor.programmeId} and s.id = ${id}
      and (${actor.role === 'coordinator'} or exists (select from visits.visit v
        where v.programme_id = s.programme_id and v.request_id = s.request_id and v.series_id is not null and ${reachedBy(actor)}))`.execute(
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

/** The series that stands for this one now: itself, or the one that took its place in the end. */
export const findStandingSeries = async (tx: Tx, actor: Actor, id: string): Promise<Series | null> => {
  const found = await findSeries(tx, actor, id)
  if (!found?.supersededBy) return found
  const newest = await findSeriesOfRequest(tx, found.requestId)
  return newest === null ? null : findSeries(tx, actor, newest)
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

/** The new rule takes over, with the visits that stay its own. */
export const supersedeSeries = async (tx: Tx, id: string, by: string, visitIds: readonly string[]): Promise<void> => {
  await tx.updateTable('visits.series').set({ superseded_by: by }).where('id', '=', id).execute()
  if (visitIds.length > 0)
    await tx
      .updateTable('visits.visit')
      .set({ series_id: by })
      .where('id', 'in', [...visitIds])
      .execute()
}

interface InDay {
  personId: string
  name: string
  kana: string
}

export interface SeriesDay {
  visitId: string
  startsAt: Date
  endsAt: Date
  status: VisitStatus
  placeAgreed: boolean
  /** It took the place of another day. */
  moved: boolean
  /** Of the supporters: who is asked, who agreed, who stepped back; `holds`: their time is taken for it. */
  supporters: (InDay & { agreed: boolean; left: boolean; holds: boolean })[]
  companion: InDay | null
}

/** The days of a series that the actor reaches, earliest first. */
export const daysOfSeries = async (tx: Tx, actor: Actor, seriesId: string): Promise<SeriesDay[]> => {
  const { rows } = await sql<Omit<SeriesDay, 'status'> & { status: string }>`
    select v.id as "visitId", v.starts_at as "startsAt", v.ends_at as "endsAt", v.status, a.visit_id is not null as "placeAgreed", v.replaces is not null as moved,
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'name', person.name, 'kana', person.kana, 'agreed', p.agreed_at is not null, 'left', p.left_at is not null,
          'holds', exists (select from people.booking b where b.programme_id = p.programme_id and b.ref_id = p.visit_id and b.person_id = p.person_id and b.released_at is null))
          order by person.kana, p.person_id)
        from visits.participant p join people.person person on person.programme_id = p.programme_id and person.id = p.person_id
        where p.programme_id = v.programme_id and p.visit_id = v.id and p.part = 'supporter'), '[]') as supporters,
      (select jsonb_build_object('personId', p.person_id, 'name', person.name, 'kana', person.kana)
        from visits.participant p join people.person person on person.programme_id = p.programme_id and person.id = p.person_id
        where p.programme_id = v.programme_id and p.visit_id = v.id and p.part = 'companion' and p.left_at is null limit 1) as companion
    from visits.visit v left join visits.place_agreement a on a.programme_id = v.programme_id and a.visit_id = v.id
    where v.programme_id = ${actor.programmeId} and v.series_id = ${seriesId} and v.status <> 'superseded' and ${reachedBy(actor)}
    order by v.starts_at, v.id`.execute(tx)
  return rows.map((row) => ({ ...row, status: visitStatuses.find((one) => one === row.status) ?? 'planned' }))
}

/** Days of a series that were called off or took another day, one by one: exceptions that a changed rule keeps. */
export const exceptionsOfSeries = (
  tx: Tx,
  seriesId: string,
): Promise<{ visitId: string; startsAt: Date; endsAt: Date }[]> =>
  tx
    .selectFrom('visits.visit')
    .select(['id as visitId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('series_id', '=', seriesId)
    .where('status', 'in', ['cancelled', 'superseded'])
    .execute()

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
