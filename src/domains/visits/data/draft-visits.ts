import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type Draft, isOwn } from './drafts.ts'

/** One visit of a draft, with the time that it was planned for. */
export interface DraftVisit {
  id: string
  requestId: string
  /** Which visit it is that the draft has had for its request, from 1. */
  version: number
  slotId: string
  startsAt: Date
  endsAt: Date
  frozen: boolean
  sentAt: Date | null
  notSent: string | null
  supporterIds: readonly string[]
  companionId: string | null
  /** Who could come if somebody falls out. They are not told, and nothing is held back for it. */
  standInId: string | null
}

/** How a visit came to be in the draft. */
export type DraftWay = 'planned' | 'chosen' | 'repaired'

/** Which visits of a draft are looked at: of a colleague's draft those that were sent, and nothing else of it. */
export interface WhichVisits {
  draftId: string
  sentOnly: boolean
  /** Only those for these requests. */
  requestIds?: readonly string[]
  /** Only those for these requests, or with one of these people. */
  touching?: Touching
}

export interface Touching {
  requestIds: readonly string[]
  people: readonly string[]
}

export const whichVisits = (actor: Actor, draft: Draft, requestIds?: readonly string[]): WhichVisits => ({
  draftId: draft.id,
  sentOnly: !isOwn(actor, draft),
  ...(requestIds ? { requestIds } : {}),
})

/**
 * Of a draft's visits (`v`), those for requests whose invitations went out: also where a seat was given to somebody else since, and the visit as it
 * is now has not been sent.
 */
export const onceSent = sql<boolean>`exists (select from visits.draft_visit sent
  where sent.programme_id = v.programme_id and sent.draft_id = v.draft_id and sent.request_id = v.request_id and sent.sent_at is not null)`

export const visitsOfDraft = async (tx: Tx, which: WhichVisits): Promise<DraftVisit[]> =>
  (await visitsOfDrafts(tx, [which.draftId], which)).get(which.draftId) ?? []

const visitsOfDrafts = async (
  tx: Tx,
  draftIds: readonly string[],
  { sentOnly, requestIds, touching }: Omit<WhichVisits, 'draftId'>,
): Promise<Map<string, DraftVisit[]>> => {
  const sent = sentOnly ? sql`and ${onceSent}` : sql``
  const some = requestIds ? sql`and v.request_id = any(${[...requestIds]}::uuid[])` : sql``
  const touched = touching
    ? sql`and (v.request_id = any(${[...touching.requestIds]}::uuid[]) or exists (select from visits.draft_seat o
        where o.programme_id = v.programme_id and o.draft_visit_id = v.id and o.part <> 'stand_in'
          and o.person_id = any(${[...touching.people]}::uuid[])))`
    : sql``
  const { rows } = await sql<DraftVisit & { draftId: string }>`
    select v.draft_id as "draftId", v.id, v.request_id as "requestId", v.version, v.slot_id as "slotId", t.starts_at as "startsAt",
      t.ends_at as "endsAt", v.frozen, v.sent_at as "sentAt", v.not_sent as "notSent",
      coalesce(array_agg(s.person_id::text order by s.person_id) filter (where s.part = 'supporter'), '{}') as "supporterIds",
      (array_agg(s.person_id::text) filter (where s.part = 'companion'))[1] as "companionId",
      (array_agg(s.person_id::text) filter (where s.part = 'stand_in'))[1] as "standInId"
    from visits.draft_visit v
    join visits.request_slot t on t.programme_id = v.programme_id and t.id = v.slot_id
    left join visits.draft_seat s on s.programme_id = v.programme_id and s.draft_visit_id = v.id
    where v.draft_id = any(${[...draftIds]}::uuid[]) and v.ended_at is null ${sent} ${some} ${touched}
    group by v.programme_id, v.id, t.starts_at, t.ends_at
    order by t.starts_at, v.request_id`.execute(tx)
  return Map.groupBy(rows, (row) => row.draftId)
}

export type PlannedVisit = Pick<DraftVisit, 'requestId' | 'slotId' | 'supporterIds' | 'companionId'>

/** How and when visits are put in; `newId` names them. */
export interface Putting {
  programmeId: number
  draftId: string
  way: DraftWay
  at: Date
  newId: () => string
}

/** Puts these visits in, each in the place of what was there for its request. What is chosen by hand stays when the rest is planned again. */
export const putDraftVisits = async (
  tx: Tx,
  { programmeId, draftId, way, at, newId }: Putting,
  visits: readonly PlannedVisit[],
): Promise<Map<string, string>> => {
  const ids = new Map(visits.map((one) => [one.requestId, newId()]))
  if (visits.length === 0) return ids
  const requestIds = visits.map((one) => one.requestId)
  await endDraftVisits(tx, draftId, requestIds, at)
  await sql`
    insert into visits.draft_visit (programme_id, id, draft_id, request_id, slot_id, frozen, way, put_at, version)
    select ${programmeId}, n.id, ${draftId}::uuid, n.request_id, n.slot_id, ${way !== 'planned'}, ${way}, ${at}::timestamptz,
      1 + coalesce((select max(w.version) from visits.draft_visit w
        where w.programme_id = ${programmeId} and w.draft_id = ${draftId} and w.request_id = n.request_id), 0)
    from unnest(${[...ids.values()]}::uuid[], ${requestIds}::uuid[], ${visits.map((one) => one.slotId)}::uuid[])
      as n (id, request_id, slot_id)`.execute(tx)
  await putSeats(
    tx,
    programmeId,
    visits.flatMap((one) => {
      const id = ids.get(one.requestId) ?? ''
      return [
        ...one.supporterIds.map((personId) => ({ id, personId, part: 'supporter' as const })),
        ...(one.companionId === null ? [] : [{ id, personId: one.companionId, part: 'companion' as const }]),
      ]
    }),
  )
  return ids
}

interface Seat {
  /** Of the draft's visit. */
  id: string
  personId: string
  part: 'supporter' | 'companion' | 'stand_in'
}

const putSeats = async (tx: Tx, programmeId: number, seats: readonly Seat[]): Promise<void> => {
  if (seats.length === 0) return
  await sql`
    insert into visits.draft_seat (programme_id, draft_visit_id, person_id, part)
    select ${programmeId}, n.id, n.person_id, n.part
    from unnest(${seats.map((one) => one.id)}::uuid[], ${seats.map((one) => one.personId)}::uuid[], ${seats.map((one) => one.part)}::text[])
      as n (id, person_id, part)`.execute(tx)
}

/** Who could stand in, by request; `ids` are the draft's visits. Whoever was found for a visit before is replaced: nobody was told. */
export const putStandIns = async (
  tx: Tx,
  programmeId: number,
  ids: ReadonlyMap<string, string>,
  standIns: ReadonlyMap<string, string>,
): Promise<void> => {
  await sql`delete from visits.draft_seat where programme_id = ${programmeId} and part = 'stand_in'
    and draft_visit_id = any(${[...ids.values()]}::uuid[])`.execute(tx)
  const seats = Array.from(ids, ([requestId, id]): Seat[] => {
    const personId = standIns.get(requestId)
    return personId === undefined ? [] : [{ id, personId, part: 'stand_in' }]
  })
  await putSeats(tx, programmeId, seats.flat())
}

/** They are no longer in the draft; what they were stays. */
export const endDraftVisits = async (
  tx: Tx,
  draftId: string,
  requestIds: readonly string[],
  at: Date,
): Promise<void> => {
  await sql`
    update visits.draft_visit set ended_at = ${at}
    where draft_id = ${draftId} and request_id = any(${[...requestIds]}::uuid[]) and ended_at is null`.execute(tx)
}

export const markDraftVisit = (
  tx: Tx,
  draftId: string,
  requestId: string,
  marks: { frozen?: boolean; sent_at?: Date; not_sent?: string | null },
) =>
  tx
    .updateTable('visits.draft_visit')
    .set(marks)
    .where('draft_id', '=', draftId)
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .execute()

/** Who was to go along when the invitations of a draft went out for this time of a request; whatever came of the draft since. */
export const companionPlanned = async (tx: Tx, of: { requestId: string; slotId: string }): Promise<string | null> =>
  (
    await tx
      .selectFrom('visits.draft_visit as v')
      .innerJoin('visits.draft_seat as s', (on) =>
        on.onRef('s.programme_id', '=', 'v.programme_id').onRef('s.draft_visit_id', '=', 'v.id'),
      )
      .select('s.person_id')
      .where('v.request_id', '=', of.requestId)
      .where('v.slot_id', '=', of.slotId)
      .where('v.sent_at', 'is not', null)
      .where('s.part', '=', 'companion')
      .orderBy('v.put_at', 'desc')
      .orderBy('v.id')
      .limit(1)
      .executeTakeFirst()
  )?.person_id ?? null

/** Who could stand in for this time of a request: as the actor's own draft says, or what was sent of another's. */
export const standInPlanned = async (
  tx: Tx,
  actor: Actor,
  of: { requestId: string; slotId: string },
): Promise<string | null> =>
  (
    await tx
      .selectFrom('visits.draft_visit as v')
      .innerJoin('visits.draft as d', (on) =>
        on.onRef('d.programme_id', '=', 'v.programme_id').onRef('d.id', '=', 'v.draft_id'),
      )
      .innerJoin('visits.draft_seat as s', (on) =>
        on.onRef('s.programme_id', '=', 'v.programme_id').onRef('s.draft_visit_id', '=', 'v.id'),
      )
      .select('s.person_id')
      .where('v.request_id', '=', of.requestId)
      .where('v.slot_id', '=', of.slotId)
      .where('v.ended_at', 'is', null)
      .where('d.put_away_at', 'is', null)
      .where((is) => is.or([is('d.made_by', '=', actor.membershipId), onceSent]))
      .where('s.part', '=', 'stand_in')
      .orderBy('v.put_at', 'desc')
      .orderBy('v.id')
      .limit(1)
      .executeTakeFirst()
  )?.person_id ?? null

export interface OtherDraft {
  maker: { name: string; kana: string }
  visits: readonly DraftVisit[]
}

/** What other coordinators have in their drafts of the month, sent or not, around these requests and people: only to say where two collide. */
export const otherDraftsOf = async (
  tx: Tx,
  actor: Actor,
  month: CalendarDay,
  touching: Touching,
): Promise<OtherDraft[]> => {
  const { rows } = await sql<{ id: string; name: string; kana: string }>`
    select d.id, p.name, p.kana from visits.draft d
    join platform.membership m on m.programme_id = d.programme_id and m.id = d.made_by
    join people.person p on p.programme_id = m.programme_id and p.id = m.person_id
    where d.programme_id = ${actor.programmeId} and d.month = ${month} and d.made_by <> ${actor.membershipId}
      and d.put_away_at is null and d.planned_at is not null
    order by d.made_at desc, d.id`.execute(tx)
  const ids = rows.map((row) => row.id)
  const visits = ids.length === 0 ? new Map() : await visitsOfDrafts(tx, ids, { sentOnly: false, touching })
  return rows.map(({ id, name, kana }) => ({ maker: { name, kana }, visits: visits.get(id) ?? [] }))
}
