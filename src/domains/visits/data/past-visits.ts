import { type Insertable, sql } from 'kysely'
import { type Field, isField } from '#domains/programme/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt, localOf } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'
import type { KnownVisit } from '../core/listed-visit.ts'

export interface NamedPlace {
  id: string
  name: string
  kana: string
  field: Field
}

/** Places as a list may name them, closed ones too: they were open then. */
export const namedPlaces = async (tx: Tx, programmeId: number): Promise<NamedPlace[]> => {
  const rows = await tx
    .selectFrom('places.place')
    .select(['id', 'name', 'kana', 'field'])
    .where('programme_id', '=', programmeId)
    .execute()
  return rows.map((row) => ({ ...row, field: isField(row.field) ? row.field : 'community' }))
}

/** A held visit, and who is known to have been there or not. */
export interface PastVisit extends KnownVisit {
  id: string
  met: number | null
  /** 'part person' → whether they were there. */
  people: Map<string, boolean>
}

export const seatKey = (part: string, personId: string): string => `${part} ${personId}`

interface Row {
  id: string
  placeId: string
  activityId: string
  startsAt: Date
  met: number | null
  people: [string, string, boolean][]
}

/** The held visits from a day to a day, both included. */
export const pastVisits = async (
  tx: Tx,
  programmeId: number,
  zone: string,
  days: { from: CalendarDay; to: CalendarDay },
): Promise<PastVisit[]> => {
  const { rows } = await sql<Row>`
    select v.id, v.place_id as "placeId", v.activity_id as "activityId", v.starts_at as "startsAt", v.met_count as met,
      coalesce((select json_agg(json_build_array(p.part, p.person_id, coalesce(p.attended, false))) from visits.participant p
        where p.programme_id = v.programme_id and p.visit_id = v.id), '[]') as people
    from visits.visit v
    where v.programme_id = ${programmeId} and v.status = 'held'
      and v.starts_at >= ${instantAt(days.from, 0, zone)} and v.starts_at < ${instantAt(days.to, 1_440, zone)}`.execute(
    tx,
  )
  return rows.map(({ startsAt, people, ...row }) => {
    const { day, minute } = localOf(startsAt, zone)
    return {
      ...row,
      day,
      from: minute,
      people: new Map(people.map(([part, personId, there]) => [seatKey(part, personId), there])),
    }
  })
}

type New<T extends keyof DB> = Omit<Insertable<DB[T]>, 'programme_id'>

/** What a list adds, many rows at once. */
export interface PastVisitRows {
  requests: New<'visits.request'>[]
  requestEvents: New<'visits.request_event'>[]
  visits: New<'visits.visit'>[]
  visitEvents: New<'visits.visit_event'>[]
  participants: New<'visits.participant'>[]
}

const tables = {
  requests: 'visits.request',
  requestEvents: 'visits.request_event',
  visits: 'visits.visit',
  visitEvents: 'visits.visit_event',
  participants: 'visits.participant',
} as const satisfies Record<keyof PastVisitRows, keyof DB>

export const insertPastVisits = async (tx: Tx, programmeId: number, rows: PastVisitRows): Promise<void> => {
  for (const kind of Object.keys(tables) as (keyof PastVisitRows)[]) {
    if (rows[kind].length === 0) continue
    const values = rows[kind].map((row) => ({ ...row, programme_id: programmeId }))
    await tx
      .insertInto(tables[kind])
      .values(values as Insertable<DB[(typeof tables)[typeof kind]]>[])
      .execute()
  }
}
