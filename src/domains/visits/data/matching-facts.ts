import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** Time that something takes, and where: what a way to it is counted from. */
export interface TakenTimeRow {
  personId: string
  /** Minutes since the epoch: thousands of rows are not made into dates. */
  from: number
  to: number
  lat: number | null
  lng: number | null
  online: boolean
}

/** The stretch that is looked at, beside visits that are themselves in question. */
export interface Around {
  from: Date
  to: Date
  without: readonly string[]
  /** Only of these; everybody where nobody is named. */
  people?: readonly string[] | undefined
}

const ofThese = (column: string, people: readonly string[] | undefined) =>
  people ? sql`and ${sql.ref(column)} = any(${[...people]}::uuid[])` : sql``

/** Everything that takes anybody's time within the stretch, one statement for the whole programme. */
export const takenTimes = async (
  tx: Tx,
  programmeId: number,
  { from, to, without, people }: Around,
): Promise<TakenTimeRow[]> => {
  const { rows } = await sql<TakenTimeRow>`
    select b.person_id as "personId", (extract(epoch from lower(b.during)) / 60)::int as "from",
      (extract(epoch from upper(b.during)) / 60)::int as "to",
      p.lat, p.lng, coalesce(v.online, false) as online
    from people.booking b
    left join visits.visit v on v.programme_id = b.programme_id and v.id = b.ref_id
    left join places.place p on p.programme_id = v.programme_id and p.id = v.place_id
    where b.programme_id = ${programmeId} and b.released_at is null ${ofThese('b.person_id', people)}
      and b.during && tstzrange(${from}::timestamptz, ${to}::timestamptz, '[)')
      and b.ref_id <> all(${[...without]}::uuid[])
      and b.ref_id not in (select m.id from visits.meeting m where m.visit_id = any(${[...without]}::uuid[]))`.execute(
    tx,
  )
  return rows
}

/** When people go on visits, held ones included, in minutes since the epoch: for limits and rest. Who was only asked about a day does not go yet. */
export const visitTimes = async (
  tx: Tx,
  programmeId: number,
  { from, to, without, people }: Around,
): Promise<{ personId: string; startsAt: number }[]> => {
  const { rows } = await sql<{ personId: string; startsAt: number }>`
    select p.person_id as "personId", (extract(epoch from v.starts_at) / 60)::int as "startsAt"
    from visits.visit v
    join visits.participant p on p.programme_id = v.programme_id and p.visit_id = v.id
    where v.programme_id = ${programmeId} and v.starts_at >= ${from} and v.starts_at < ${to}
      ${ofThese('p.person_id', people)}
      and v.status in ('planned', 'confirmed', 'held') and p.left_at is null and v.id <> all(${[...without]}::uuid[])
      and (p.agreed_at is not null or p.part = 'companion' or exists (select from people.booking b
        where b.programme_id = p.programme_id and b.ref_id = p.visit_id and b.person_id = p.person_id and b.released_at is null))`.execute(
    tx,
  )
  return rows
}

/** Times to which somebody has said yes where the visit is still to be made, in minutes since the epoch. */
export const promisedTimes = async (
  tx: Tx,
  programmeId: number,
  { from, to, people }: Omit<Around, 'without'>,
): Promise<Pick<TakenTimeRow, 'personId' | 'from' | 'to' | 'online'>[]> => {
  const { rows } = await sql<Pick<TakenTimeRow, 'personId' | 'from' | 'to' | 'online'>>`
    select p.person_id as "personId", (extract(epoch from s.starts_at) / 60)::int as "from",
      (extract(epoch from s.ends_at) / 60)::int as "to", r.online
    from visits.proposal p
    join visits.request_slot s on s.programme_id = p.programme_id and s.id = p.slot_id
    join visits.request r on r.programme_id = p.programme_id and r.id = p.request_id
    where p.programme_id = ${programmeId} and p.status in ('yes', 'changed') ${ofThese('p.person_id', people)}
      and s.removed_at is null and s.starts_at >= ${from} and s.starts_at < ${to} and r.status in ('agreed', 'matching')
      and not exists (select from visits.series o where o.programme_id = r.programme_id and o.request_id = r.id)`.execute(
    tx,
  )
  return rows
}

/** Who has been at the place before. */
export const whoKnowsPlace = async (tx: Tx, programmeId: number, placeId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('visits.visit as v')
    .innerJoin('visits.participant as p', (on) =>
      on.onRef('p.programme_id', '=', 'v.programme_id').onRef('p.visit_id', '=', 'v.id'),
    )
    .select('p.person_id')
    .distinct()
    .where('v.programme_id', '=', programmeId)
    .where('v.place_id', '=', placeId)
    .where('v.status', '=', 'held')
    .where('p.attended', 'is distinct from', false)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** For whom an invitation of another request waits. */
export const whoIsAskedElsewhere = async (tx: Tx, programmeId: number, requestId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('visits.proposal')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('request_id', '<>', requestId)
    .where('status', 'in', ['sent', 'asking', 'changed'])
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Who has been at which of these places before, by person. */
export const placesKnown = async (
  tx: Tx,
  programmeId: number,
  placeIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> => {
  const { rows } = await sql<{ personId: string; placeIds: string[] }>`
    select p.person_id as "personId", array_agg(distinct v.place_id::text) as "placeIds"
    from visits.visit v join visits.participant p on p.programme_id = v.programme_id and p.visit_id = v.id
    where v.programme_id = ${programmeId} and v.place_id = any(${[...placeIds]}::uuid[])
      and v.status = 'held' and p.attended is distinct from false
    group by p.person_id`.execute(tx)
  return new Map(rows.map((row) => [row.personId, new Set(row.placeIds)]))
}

/** How often supporters went, or are to go, within the stretch: what was called off or declined is not in it. */
export const visitsWithin = async (
  tx: Tx,
  programmeId: number,
  { from, to }: Pick<Around, 'from' | 'to'>,
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ personId: string; visits: number }>`
    select p.person_id as "personId", count(*)::int as visits
    from visits.visit v join visits.participant p on p.programme_id = v.programme_id and p.visit_id = v.id
    where v.programme_id = ${programmeId} and v.starts_at >= ${from} and v.starts_at < ${to}
      and v.status in ('planned', 'confirmed', 'held') and p.part = 'supporter' and p.left_at is null
      and p.agreed_at is not null and p.attended is distinct from false
    group by p.person_id`.execute(tx)
  return new Map(rows.map((row) => [row.personId, row.visits]))
}
