import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type VisitStatus, visitStatuses } from '../core/visit-status.ts'
import { ownDays } from './visit-scope.ts'

export interface CalendarLine {
  visitId: string
  kind: 'visit' | 'meeting'
  startsAt: Date
  endsAt: Date
  status: VisitStatus
  cancelled: boolean
  place: string
  activity: { ja: string; en: string; easy: string }
}

interface Row {
  visitId: string
  kind: 'visit' | 'meeting'
  startsAt: Date
  endsAt: Date
  status: string
  cancelled: boolean
  place: string
  ja: string
  en: string
  easy: string
}

/** The actor's visits and meetings between two instants, earliest first; for an officer the programme's visits, without what comes before them. */
export const listCalendar = async (tx: Tx, actor: Actor, range: { from: Date; to: Date }): Promise<CalendarLine[]> => {
  const isOfficer = actor.role === 'officer'
  const { rows } = await sql<Row>`
    with mine as materialized (
      select v.programme_id, v.id, v.place_id, v.activity_id, v.status, v.starts_at, v.ends_at from visits.visit v
      where v.programme_id = ${actor.programmeId} and v.status <> 'superseded' and ${isOfficer ? sql`true` : ownDays(actor)}
    ), lines as (
      select id as visit_id, 'visit' as kind, starts_at, ends_at, status in ('cancelled', 'not_held') as cancelled from mine
      where starts_at < ${range.to} and ends_at > ${range.from}
      union all
      select m.visit_id, 'meeting', m.starts_at, m.ends_at, m.cancelled_at is not null from visits.meeting m
      where m.programme_id = ${actor.programmeId} and m.starts_at < ${range.to} and m.ends_at > ${range.from} and m.visit_id in (select id from mine) and ${!isOfficer}
    )
    select l.visit_id as "visitId", l.kind, l.starts_at as "startsAt", l.ends_at as "endsAt", l.cancelled, mine.status, pl.name as place, a.name as ja, a.name_en as en, a.name_easy as easy
    from lines l join mine on mine.id = l.visit_id
    join places.place pl on pl.programme_id = mine.programme_id and pl.id = mine.place_id
    join programme.activity a on a.programme_id = mine.programme_id and a.id = mine.activity_id
    order by l.starts_at, l.visit_id limit 1000`.execute(tx)
  return rows.map(({ ja, en, easy, status, ...row }) => ({
    ...row,
    status: visitStatuses.find((one) => one === status) ?? 'planned',
    activity: { ja, en, easy },
  }))
}
