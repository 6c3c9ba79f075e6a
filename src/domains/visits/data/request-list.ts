import type { Locale } from '#platform/i18n/reader.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type RequestStatus, requestStatuses } from '../core/request-status.ts'

export interface RequestLine {
  id: string
  status: RequestStatus
  title: string
  activity: Record<Locale, string>
  placeName: string | null
  firstSlot: { startsAt: Date; endsAt: Date } | null
  isIdea: boolean
  enteredByStaff: boolean
  createdAt: Date
}

export interface RequestFilter {
  statuses: readonly RequestStatus[] | null
  offset: number
  limit: number
}

/** Requests as a list, newest first. The page is selected before anything is joined. */
export const listRequests = async (tx: Tx, actor: Actor, filter: RequestFilter): Promise<RequestLine[]> => {
  const chosen = scoped(tx, actor, filter)
  if (!chosen) return []
  const rows = await tx
    .selectFrom(
      chosen
        .select([
          'id',
          'programme_id',
          'status',
          'title',
          'activity_id',
          'place_id',
          'idea_of',
          'entered_by',
          'created_at',
        ])
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(filter.limit)
        .offset(filter.offset)
        .as('r'),
    )
    .innerJoin('programme.activity as a', (on) =>
      on.onRef('a.programme_id', '=', 'r.programme_id').onRef('a.id', '=', 'r.activity_id'),
    )
    .leftJoin('places.place as p', (on) =>
      on.onRef('p.programme_id', '=', 'r.programme_id').onRef('p.id', '=', 'r.place_id'),
    )
    .select([
      'r.id',
      'r.status',
      'r.title',
      'r.idea_of',
      'r.entered_by',
      'r.created_at',
      'a.name',
      'a.name_en',
      'a.name_easy',
      'p.name as place_name',
    ])
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id')
    .execute()
  const first = await firstSlots(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    status: requestStatuses.find((one) => one === row.status) ?? 'draft',
    title: row.title,
    activity: { ja: row.name, en: row.name_en, easy: row.name_easy },
    placeName: row.place_name,
    firstSlot: first.get(row.id) ?? null,
    isIdea: row.idea_of !== null,
    enteredByStaff: row.entered_by !== null,
    createdAt: row.created_at,
  }))
}

const firstSlots = async (tx: Tx, requestIds: readonly string[]) => {
  if (requestIds.length === 0) return new Map<string, { startsAt: Date; endsAt: Date }>()
  const rows = await tx
    .selectFrom('visits.request_slot')
    .select(['request_id', 'starts_at', 'ends_at'])
    .distinctOn('request_id')
    .where('request_id', 'in', [...requestIds])
    .where('removed_at', 'is', null)
    .orderBy('request_id')
    .orderBy('starts_at')
    .execute()
  return new Map(rows.map((row) => [row.request_id, { startsAt: row.starts_at, endsAt: row.ends_at }]))
}

const scoped = (tx: Tx, actor: Actor, filter: RequestFilter) => {
  const base = tx.selectFrom('visits.request')
  const all = filter.statuses ? base.where('status', 'in', [...filter.statuses]) : base
  if (actor.role === 'coordinator') return all
  if (actor.role === 'host' && actor.placeId !== null)
    return all
      .where('place_id', '=', actor.placeId)
      .where((is) => is.or([is('status', '<>', 'draft'), is('entered_by', 'is', null)]))
  if (actor.role === 'supporter') return all.where('idea_of', '=', actor.personId)
  return null
}

export interface RequestEventLine {
  from: RequestStatus | null
  to: RequestStatus
  at: Date
  reason: string
  byRole: string | null
  by: { name: string; kana: string } | null
}

/** What happened to it, oldest first. */
export const listRequestEvents = async (tx: Tx, requestId: string): Promise<RequestEventLine[]> =>
  (
    await tx
      .selectFrom('visits.request_event as e')
      .leftJoin('platform.membership as m', (on) =>
        on.onRef('m.programme_id', '=', 'e.programme_id').onRef('m.id', '=', 'e.by_membership'),
      )
      .leftJoin('people.person as p', (on) =>
        on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.person_id'),
      )
      .select(['e.from_status', 'e.to_status', 'e.at', 'e.reason', 'm.role', 'p.name', 'p.kana'])
      .where('e.request_id', '=', requestId)
      .orderBy('e.at')
      // Made and sent in one press: the making comes first.
      .orderBy((is) => is('e.from_status', 'is not', null))
      .orderBy('e.id')
      .execute()
  ).map((row) => ({
    from: requestStatuses.find((one) => one === row.from_status) ?? null,
    to: requestStatuses.find((one) => one === row.to_status) ?? 'draft',
    at: row.at,
    reason: row.reason,
    byRole: row.role,
    by: row.name === null ? null : { name: row.name, kana: row.kana ?? '' },
  }))

/** How many visits of the request still stand, and how many are over. */
export const countVisits = async (tx: Tx, requestId: string): Promise<{ open: number; over: number }> => {
  const rows = await tx
    .selectFrom('visits.visit')
    .select((is) => ['status', is.fn.countAll<number>().as('n')])
    .where('request_id', '=', requestId)
    .groupBy('status')
    .execute()
  const count = (statuses: readonly string[]): number =>
    rows.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + Number(row.n), 0)
  return { open: count(['planned', 'confirmed']), over: count(['held', 'not_held']) }
}
