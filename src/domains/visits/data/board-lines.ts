import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { onceSent } from './draft-visits.ts'
import type { Draft } from './drafts.ts'

/** How a draft is looked at. */
export const boardOrders = ['day', 'place', 'supporter', 'companion'] as const
export type BoardOrder = (typeof boardOrders)[number]

/** A visit as it stands on the board: of the draft, or one that was agreed before. By person, it stands with each of them. */
export interface BoardLine {
  /** The day, the place or the person under which it stands; empty: online, or nobody goes along. */
  group: string
  requestId: string
  visitId: string | null
}

/** Which lines of a draft: `of` narrows them to a day, a place, or people by their name. */
export interface LinesWanted {
  draft: Draft
  /** The draft's maker also finds what was agreed before; a colleague nothing but what was sent. */
  own: boolean
  /** Only visits whose invitations have not gone out. */
  unsentOnly: boolean
  by: BoardOrder
  of: string
  zone: string
  month: { from: Date; to: Date }
}

export interface LinePage {
  from: number
  size: number
}

const linesOf = (programmeId: number, { draft, own, unsentOnly, month }: LinesWanted): RawBuilder<unknown> => {
  const sent = own ? (unsentOnly ? sql`and v.sent_at is null` : sql``) : sql`and ${onceSent}`
  const drafted = sql`
    select v.request_id, null::uuid as visit_id, v.id as draft_visit_id, t.starts_at, r.place_id, r.online
    from visits.draft_visit v
    join visits.request_slot t on t.programme_id = v.programme_id and t.id = v.slot_id
    join visits.request r on r.programme_id = v.programme_id and r.id = v.request_id
    where v.programme_id = ${programmeId} and v.draft_id = ${draft.id} and v.ended_at is null ${sent}`
  if (!own || unsentOnly) return drafted
  return sql`${drafted}
    union all
    select x.request_id, x.id, null, x.starts_at, x.place_id, x.online from visits.visit x
    where x.programme_id = ${programmeId} and x.status in ('planned', 'confirmed')
      and x.starts_at >= ${month.from} and x.starts_at < ${month.to}
      and not exists (select from visits.draft_visit v where v.programme_id = x.programme_id and v.draft_id = ${draft.id}
        and v.request_id = x.request_id and v.ended_at is null)`
}

// Days in their order, places by their reading, people by theirs: nobody comes first for what they do.
const shownBy = (programmeId: number, wanted: LinesWanted): RawBuilder<unknown> => {
  const { by, of, zone } = wanted
  const lines = linesOf(programmeId, wanted)
  if (by === 'day')
    return sql`
      select * from (select (l.starts_at at time zone ${zone})::date::text as grp, '' as label, l.* from (${lines}) l) g
      where ${of} = '' or grp = ${of}`
  if (by === 'place')
    return sql`
      select * from (
        select case when l.online then '' else coalesce(l.place_id::text, '') end as grp, coalesce(pl.kana || pl.name, '') as label, l.*
        from (${lines}) l left join places.place pl on pl.programme_id = ${programmeId} and pl.id = l.place_id and not l.online) g
      where ${of} = '' or grp = ${of}`
  const like = `%${of.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const yes =
    by === 'supporter'
      ? sql`union select l.*, y.person_id from l join visits.proposal y on y.programme_id = ${programmeId}
          and y.request_id = l.request_id and y.status in ('yes', 'changed') where l.draft_visit_id is not null`
      : sql``
  return sql`
    with l as materialized (${lines}),
      w as (
        select l.*, s.person_id from l join visits.draft_seat s on s.programme_id = ${programmeId}
          and s.draft_visit_id = l.draft_visit_id and s.part = ${by}
        union select l.*, a.person_id from l join visits.participant a on a.programme_id = ${programmeId}
          and a.visit_id = l.visit_id and a.part = ${by} and a.left_at is null ${yes}),
      them as (
        select * from w
        union all select l.*, null from l where not exists (select from w
          where w.request_id = l.request_id and w.visit_id is not distinct from l.visit_id))
    select coalesce(t.person_id::text, '') as grp, coalesce(p.kana, '') as label, t.*
    from them t left join people.person p on p.programme_id = ${programmeId} and p.id = t.person_id
    where ${of} = '' or p.kana like ${like} or p.name like ${like}`
}

/** One page of them, and whether there are more. */
export const boardLines = async (
  tx: Tx,
  programmeId: number,
  wanted: LinesWanted,
  { from, size }: LinePage,
): Promise<{ lines: BoardLine[]; more: boolean }> => {
  const { rows } = await sql<BoardLine>`
    select grp as "group", request_id as "requestId", visit_id as "visitId" from (${shownBy(programmeId, wanted)}) o
    order by label, grp, starts_at, request_id, visit_id limit ${size + 1} offset ${from}`.execute(tx)
  return { lines: rows.slice(0, size), more: rows.length > size }
}

/** The places that there are, to choose one of. */
export const boardPlaces = async (tx: Tx, programmeId: number, wanted: LinesWanted): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select pl.id from places.place pl where pl.programme_id = ${programmeId}
      and pl.id in (select l.place_id from (${linesOf(programmeId, wanted)}) l where not l.online)
    order by pl.kana, pl.name, pl.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** How many visits a draft holds: its own, not anybody's. */
export const countDrafted = async (tx: Tx, draftId: string, { sentOnly }: { sentOnly: boolean }): Promise<number> => {
  const { rows } = await sql<{ visits: number }>`
    select count(*)::int as visits from visits.draft_visit v
    where v.draft_id = ${draftId} and v.ended_at is null ${sentOnly ? sql`and ${onceSent}` : sql``}`.execute(tx)
  return rows[0]?.visits ?? 0
}

/** Requests that look for people at a time still ahead in the month, and are not in the draft: earliest first. */
export const openBeside = async (
  tx: Tx,
  programmeId: number,
  { draft, month, now }: { draft: Draft; month: { from: Date; to: Date }; now: Date },
  { from, size }: LinePage,
): Promise<{ ids: string[]; more: boolean }> => {
  const { rows } = await sql<{ id: string }>`
    select r.id from visits.request r
    join visits.request_slot s on s.programme_id = r.programme_id and s.request_id = r.id and s.removed_at is null
      and s.starts_at >= ${month.from} and s.starts_at < ${month.to} and s.starts_at > ${now}
    where r.programme_id = ${programmeId} and r.status in ('agreed', 'matching')
      and not exists (select from visits.draft_visit v where v.programme_id = r.programme_id and v.draft_id = ${draft.id}
        and v.request_id = r.id and v.ended_at is null)
      and not exists (select from visits.series o where o.programme_id = r.programme_id and o.request_id = r.id)
      and r.supporters_wanted > (select count(*) from visits.proposal p where p.programme_id = r.programme_id
        and p.request_id = r.id and p.status in ('yes', 'changed'))
    group by r.id order by min(s.starts_at), r.id limit ${size + 1} offset ${from}`.execute(tx)
  return { ids: rows.slice(0, size).map((row) => row.id), more: rows.length > size }
}
