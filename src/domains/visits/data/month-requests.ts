import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Around } from './matching-facts.ts'

const oneOf = (column: string, only: readonly string[] | undefined) =>
  only ? sql`and ${sql.ref(column)} = any(${[...only]}::uuid[])` : sql``

/** Requests that look for people at a time within the stretch, all or of these. What repeats is planned by its own rule. */
export const openRequestsWithin = async (
  tx: Tx,
  programmeId: number,
  { from, to }: Pick<Around, 'from' | 'to'>,
  only?: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select r.id from visits.request r
    where r.programme_id = ${programmeId} and r.status in ('agreed', 'matching') ${oneOf('r.id', only)}
      and exists (select from visits.request_slot s where s.programme_id = r.programme_id and s.request_id = r.id
        and s.removed_at is null and s.starts_at >= ${from} and s.starts_at < ${to})
      and not exists (select from visits.series s where s.programme_id = r.programme_id and s.request_id = r.id)
    order by r.id`.execute(tx)
  return rows.map((row) => row.id)
}

export interface StandingGroup {
  requestId: string
  visitId: string
  placeId: string
  startsAt: Date
  endsAt: Date
  supporterIds: string[]
  companionIds: string[]
}

/** Visits that stand within the stretch, with who goes there: all, or those of these requests. */
export const standingWithin = async (
  tx: Tx,
  programmeId: number,
  { from, to }: Pick<Around, 'from' | 'to'>,
  only?: readonly string[],
): Promise<StandingGroup[]> => {
  const { rows } = await sql<StandingGroup>`
    select v.request_id as "requestId", v.id as "visitId", v.place_id as "placeId", v.starts_at as "startsAt", v.ends_at as "endsAt",
      coalesce(array_agg(p.person_id::text order by p.person_id) filter (where p.part = 'supporter'), '{}') as "supporterIds",
      coalesce(array_agg(p.person_id::text order by p.person_id) filter (where p.part = 'companion'), '{}') as "companionIds"
    from visits.visit v
    left join visits.participant p on p.programme_id = v.programme_id and p.visit_id = v.id and p.left_at is null
    where v.programme_id = ${programmeId} and v.status in ('planned', 'confirmed') ${oneOf('v.request_id', only)}
      and v.starts_at >= ${from} and v.starts_at < ${to}
    group by v.id, v.request_id, v.place_id, v.starts_at, v.ends_at
    order by v.starts_at, v.id`.execute(tx)
  return rows
}
