import { sql } from 'kysely'
import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYearEnd, fiscalYearStart } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Attendance, Headline } from '../core/year-figures.ts'

interface Scope {
  programmeId: number
  year: FiscalYear
  today: CalendarDay
  zone: string
}

const rangeOf = ({ year, zone }: Scope): { from: Date; to: Date } => ({
  from: instantAt(fiscalYearStart(year), 0, zone),
  to: instantAt(addDays(fiscalYearEnd(year), 1), 0, zone),
})

/** Every presence of a supporter at a held visit of the year; held visits where nobody is noted once, without a person. */
export const attendancesOf = async (tx: Tx, scope: Scope): Promise<Attendance[]> => {
  const { from, to } = rangeOf(scope)
  const { rows } = await sql<Attendance>`
    with held as materialized (
      select v.programme_id, v.id, v.activity_id, v.place_id, v.field, v.starts_at from visits.visit v
      where v.programme_id = ${scope.programmeId} and v.status = 'held' and v.starts_at >= ${from} and v.starts_at < ${to}
    )
    select held.id as "visitId", p.person_id as "personId", to_char(held.starts_at at time zone ${scope.zone}, 'YYYY-MM') as month,
      held.activity_id as activity, pl.kind as "placeKind", held.field
    from held
    join places.place pl on pl.programme_id = held.programme_id and pl.id = held.place_id
    left join visits.participant p on p.programme_id = held.programme_id and p.visit_id = held.id and p.part = 'supporter' and p.attended`.execute(
    tx,
  )
  return rows
}

/** What the attendances do not say: who is registered, who of them was active, how many were met. */
export const headlineExtras = async (
  tx: Tx,
  scope: Scope,
): Promise<Pick<Headline, 'registered' | 'active' | 'met'>> => {
  const { from, to } = rangeOf(scope)
  const end = fiscalYearEnd(scope.year)
  const on = end < scope.today ? end : scope.today
  const { rows } = await sql<{ registered: number; active: number; met: number }>`
    with registered as (
      select distinct person_id from registration.term
      where programme_id = ${scope.programmeId} and withdrawn_at is null and from_day <= ${on} and (to_day is null or to_day >= ${on})
    ), held as (
      select id, met_count from visits.visit where programme_id = ${scope.programmeId} and status = 'held' and starts_at >= ${from} and starts_at < ${to}
    )
    select (select count(*)::int from registered) as registered,
      (select count(distinct p.person_id)::int from visits.participant p
        where p.programme_id = ${scope.programmeId} and p.part = 'supporter' and p.attended and p.visit_id in (select id from held) and p.person_id in (select person_id from registered)) as active,
      (select coalesce(sum(met_count), 0)::int from held) as met`.execute(tx)
  return rows[0] ?? { registered: 0, active: 0, met: 0 }
}

export interface FigureRow {
  visitId: string
  startsAt: Date
  place: string
  activity: { ja: string; en: string; easy: string }
  field: string
  supporters: number
  /** How many were met there, as the place said; null where it said nothing. */
  met: number | null
}

/** A part of the rows; without one, all of them. */
export interface Part {
  offset: number
  limit: number
}

/** The held visits behind a figure, for those who may see visits. */
export const rowsBehind = async (
  tx: Tx,
  scope: Scope,
  which: { by: string; key: string },
  part: Part | null = null,
): Promise<FigureRow[]> => {
  const { from, to } = rangeOf(scope)
  const { rows } = await sql<Omit<FigureRow, 'activity'> & { ja: string; en: string; easy: string }>`
    select v.id as "visitId", v.starts_at as "startsAt", pl.name as place, v.field, v.met_count as met, a.name as ja, a.name_en as en, a.name_easy as easy,
      (select count(*)::int from visits.participant p where p.programme_id = v.programme_id and p.visit_id = v.id and p.part = 'supporter' and p.attended) as supporters
    from visits.visit v
    join places.place pl on pl.programme_id = v.programme_id and pl.id = v.place_id
    join programme.activity a on a.programme_id = v.programme_id and a.id = v.activity_id
    where v.programme_id = ${scope.programmeId} and v.status = 'held' and v.starts_at >= ${from} and v.starts_at < ${to}
      and case ${which.by} when 'month' then to_char(v.starts_at at time zone ${scope.zone}, 'YYYY-MM') when 'activity' then v.activity_id::text
        when 'place_kind' then pl.kind when 'field' then v.field else '' end = ${which.by === 'all' ? '' : which.key}
    order by v.starts_at, v.id limit ${part?.limit ?? null}::int offset ${part?.offset ?? 0}::int`.execute(tx)
  return rows.map(({ ja, en, easy, ...row }) => ({ ...row, activity: { ja, en, easy } }))
}

/** How many visits each of these years had: for the plan beside what took place. */
export const heldByYear = async (
  tx: Tx,
  programmeId: number,
  years: readonly FiscalYear[],
  zone: string,
): Promise<Map<FiscalYear, number>> => {
  const counts = new Map<FiscalYear, number>()
  for (const year of years) {
    const { from, to } = rangeOf({ programmeId, year, zone, today: fiscalYearEnd(year) })
    const row = await tx
      .selectFrom('visits.visit')
      .select((read) => read.fn.countAll<number>().as('count'))
      .where('programme_id', '=', programmeId)
      .where('status', '=', 'held')
      .where('starts_at', '>=', from)
      .where('starts_at', '<', to)
      .executeTakeFirstOrThrow()
    counts.set(year, Number(row.count))
  }
  return counts
}
