import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { onceSent, type WhichVisits } from './draft-visits.ts'

/** A visit of a draft that is not looked at itself, but takes the time of somebody who is. */
export interface VisitBeside {
  requestId: string
  slotId: string
  /** Minutes since the epoch. */
  from: number
  to: number
  placeId: string | null
  lat: number | null
  lng: number | null
  online: boolean
  supporterIds: string[]
  companionId: string | null
}

/**
 * The other visits of a draft whose requests still look for people: all of them, or those that matter to these people. A supporter's whole month
 * does; who goes along has no limit but their time, so of theirs those around the requests that are looked at.
 */
export const visitsBeside = async (
  tx: Tx,
  programmeId: number,
  { draftId, sentOnly, requestIds = [] }: WhichVisits,
  people: readonly string[] | 'all',
): Promise<VisitBeside[]> => {
  const sent = sentOnly ? sql`and ${onceSent}` : sql``
  const looked = [...requestIds]
  const theirs =
    people === 'all'
      ? sql``
      : sql`join (
          select o.draft_visit_id, bool_or(o.part = 'supporter') as goes from visits.draft_seat o
          where o.programme_id = ${programmeId} and o.person_id = any(${[...people]}::uuid[]) and o.part <> 'stand_in'
          group by o.draft_visit_id) theirs on theirs.draft_visit_id = v.id`
  const thatMatter =
    people === 'all'
      ? sql``
      : sql`and (theirs.goes or t.starts_at > (select min(l.starts_at) - interval '1 day' from visits.request_slot l
              where l.programme_id = ${programmeId} and l.request_id = any(${looked}::uuid[]))
            and t.starts_at < (select max(l.starts_at) + interval '1 day' from visits.request_slot l
              where l.programme_id = ${programmeId} and l.request_id = any(${looked}::uuid[])))`
  const { rows } = await sql<VisitBeside>`
    select v.request_id as "requestId", v.slot_id as "slotId", (extract(epoch from t.starts_at) / 60)::int as "from",
      (extract(epoch from t.ends_at) / 60)::int as "to", r.place_id as "placeId", pl.lat, pl.lng, r.online,
      coalesce(array_agg(s.person_id::text order by s.person_id) filter (where s.part = 'supporter' and yes.id is null), '{}')
        as "supporterIds",
      (array_agg(s.person_id::text) filter (where s.part = 'companion'))[1] as "companionId"
    from visits.draft_visit v ${theirs}
    join visits.request_slot t on t.programme_id = v.programme_id and t.id = v.slot_id and t.removed_at is null
    join visits.request r on r.programme_id = v.programme_id and r.id = v.request_id and r.status in ('agreed', 'matching')
    left join places.place pl on pl.programme_id = r.programme_id and pl.id = r.place_id
    left join visits.draft_seat s on s.programme_id = v.programme_id and s.draft_visit_id = v.id
    left join visits.proposal yes on yes.programme_id = v.programme_id and yes.request_id = v.request_id
      and yes.person_id = s.person_id and yes.status in ('yes', 'changed')
    where v.programme_id = ${programmeId} and v.draft_id = ${draftId} and v.ended_at is null ${sent} ${thatMatter}
      and v.request_id <> all(${looked}::uuid[])
    group by v.programme_id, v.id, t.id, t.starts_at, t.ends_at, r.id, r.place_id, r.online, pl.lat, pl.lng
    order by v.request_id`.execute(tx)
  return rows
}
