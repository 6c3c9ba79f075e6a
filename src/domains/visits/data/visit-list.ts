import { sql } from 'kysely'
import { named, type Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type VisitStatus, visitStatuses } from '../core/visit-status.ts'

/** One line of the visit list. No sensitive class is in it, so reading it leaves no note. */
export interface VisitLine {
  id: string
  status: VisitStatus
  startsAt: Date
  endsAt: Date
  online: boolean
  place: string
  town: string
  activity: { ja: string; en: string; easy: string }
  supporters: string[]
  companions: string[]
}

export const visitsPerPage = 50

interface Row extends Omit<VisitLine, 'status' | 'activity'> {
  status: string
  ja: string
  en: string
  easy: string
}

// The page is selected first and joined afterwards: the wall on six joined tables ruins the plan otherwise. Who takes part is
// looked up visit by visit: joined as a whole, the planner pairs every visit with every person. No visit lasts a week.
const listSql = (reach: string, ahead: boolean): string => `
  with page as materialized (
    select v.programme_id, v.id, v.status, v.starts_at, v.ends_at, v.online, v.place_id, v.activity_id
    from visits.visit v
    where v.programme_id = $1 and v.status <> 'superseded' and v.ends_at ${ahead ? ">= $2 and v.starts_at > $2::timestamptz - interval '7 days'" : '< $2'} and ${reach}
    order by v.starts_at ${ahead ? 'asc' : 'desc'}, v.id limit ${visitsPerPage + 1} offset $3
  )
  select page.id, page.status, page.starts_at as "startsAt", page.ends_at as "endsAt", page.online, pl.name as place, pl.town,
    a.name as ja, a.name_en as en, a.name_easy as easy, coalesce(who.supporters, '{}') as supporters, coalesce(who.companions, '{}') as companions
  from page
  join places.place pl on pl.programme_id = page.programme_id and pl.id = page.place_id
  join programme.activity a on a.programme_id = page.programme_id and a.id = page.activity_id
  cross join lateral (
    select array_agg(person.name order by person.kana) filter (where p.part = 'supporter') as supporters,
      array_agg(person.name order by person.kana) filter (where p.part = 'companion') as companions
    from visits.participant p join people.person person on person.programme_id = p.programme_id and person.id = p.person_id
    where p.programme_id = page.programme_id and p.visit_id = page.id and p.left_at is null
  ) who
  order by page.starts_at ${ahead ? 'asc' : 'desc'}, page.id`

const ownVisit = (part: string) =>
  `exists (select from visits.participant p where p.programme_id = $1 and p.visit_id = v.id and p.person_id = $4 and p.part = '${part}' and p.left_at is null)`

const reaches = {
  coordinator: '$4::uuid is not null',
  supporter: ownVisit('supporter'),
  companion: ownVisit('companion'),
  host: 'v.place_id = $4',
} as const

export type ListRole = keyof typeof reaches

const statements = Object.fromEntries(
  (Object.keys(reaches) as ListRole[]).flatMap((role) =>
    [true, false].map((ahead) => [`${role}.${ahead}`, listSql(reaches[role], ahead)]),
  ),
)

/** The statement behind the coordinator's list, for the benchmark that serves it bare. */
export const coordinatorListSql = statements['coordinator.true'] ?? ''

/** One page of the actor's visits, the nearest first, and whether there are more. */
export const listVisits = async (
  tx: Tx,
  actor: Actor & { role: ListRole },
  which: { ahead: boolean; page: number; now: Date },
): Promise<{ lines: VisitLine[]; more: boolean }> => {
  const key = `${actor.role}.${which.ahead}`
  const whose = actor.role === 'host' ? actor.placeId : actor.personId
  const values = [actor.programmeId, which.now, (which.page - 1) * visitsPerPage, whose]
  const rows = await named<Row>(tx, `visits.list.${key}`, statements[key] ?? '', values)
  return { lines: rows.slice(0, visitsPerPage).map(lineOf), more: rows.length > visitsPerPage }
}

/** All of them, page by page. */
export const everyVisit = async (
  tx: Tx,
  actor: Actor & { role: ListRole },
  which: { ahead: boolean; now: Date },
): Promise<VisitLine[]> => {
  const all: VisitLine[] = []
  for (let page = 1, more = true; more; page += 1) {
    const next = await listVisits(tx, actor, { ...which, page })
    all.push(...next.lines)
    more = next.more
  }
  return all
}

/** Everybody whom these lines name. */
export const peopleIn = async (tx: Tx, programmeId: number, lines: readonly VisitLine[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from visits.participant
    where programme_id = ${programmeId} and left_at is null and visit_id = any(${lines.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

const lineOf = ({ status, ja, en, easy, ...row }: Row): VisitLine => ({
  ...row,
  status: visitStatuses.find((one) => one === status) ?? 'planned',
  activity: { ja, en, easy },
})

export const isListRole = (role: string): role is ListRole => role in reaches
