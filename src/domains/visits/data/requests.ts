import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Field, isField } from '#domains/programme/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type RequestStatus, requestStatuses } from '../core/request-status.ts'

export interface RequestSlot {
  id: string
  startsAt: Date
  endsAt: Date
}

export const ifFewChoices = ['go_ahead', 'talk_with_staff', 'other_day', 'ask_then'] as const
export type IfFew = (typeof ifFewChoices)[number]
export const preparations = ['none', 'talk', 'trial'] as const
export type Preparation = (typeof preparations)[number]
export const vias = ['phone', 'fax', 'paper', 'in_person', 'mail'] as const
export type Via = (typeof vias)[number]
export type ForGender = 'woman' | 'man'

/** What is asked for: everything that a form can change. */
export interface RequestContent {
  field: Field
  title: string
  purpose: string
  supportersWanted: number
  online: boolean
  audience: string
  audienceCount: number | null
  ifFew: IfFew
  preparation: Preparation
  themes: string[]
  forGender: ForGender | null
  language: string
  recording: boolean
}

export interface Request extends RequestContent {
  id: string
  placeId: string | null
  activityId: string
  status: RequestStatus
  ideaOf: string | null
  personConsentOn: CalendarDay | null
  enteredBy: string | null
  enteredVia: Via | null
  confirmedHow: string
  contentAgreedOn: CalendarDay | null
  materiallyChangedAt: Date | null
  createdBy: string
  createdAt: Date
  submittedAt: Date | null
  version: number
  slots: RequestSlot[]
}

const columns = [
  'id',
  'place_id',
  'activity_id',
  'status',
  'field',
  'title',
  'purpose',
  'supporters_wanted',
  'online',
  'audience',
  'audience_count',
  'if_few',
  'preparation',
  'themes',
  'for_gender',
  'language',
  'recording',
  'idea_of',
  'person_consent_on',
  'entered_by',
  'entered_via',
  'confirmed_how',
  'content_agreed_on',
  'materially_changed_at',
  'created_by',
  'created_at',
  'submitted_at',
  'version',
] as const

const query = (tx: Tx) => tx.selectFrom('visits.request').select([...columns])
type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const oneOf = <T extends string>(all: readonly T[], text: string | null, otherwise: T): T =>
  all.find((one) => one === text) ?? otherwise

const requestOf = (row: Row, slots: RequestSlot[]): Request => ({
  id: row.id,
  placeId: row.place_id,
  activityId: row.activity_id,
  status: oneOf(requestStatuses, row.status, 'draft'),
  field: isField(row.field) ? row.field : 'community',
  title: row.title,
  purpose: row.purpose,
  supportersWanted: row.supporters_wanted,
  online: row.online,
  audience: row.audience,
  audienceCount: row.audience_count,
  ifFew: oneOf(ifFewChoices, row.if_few, 'go_ahead'),
  preparation: oneOf(preparations, row.preparation, 'none'),
  themes: row.themes,
  forGender: row.for_gender === 'woman' || row.for_gender === 'man' ? row.for_gender : null,
  language: row.language,
  recording: row.recording,
  ideaOf: row.idea_of,
  personConsentOn: row.person_consent_on,
  enteredBy: row.entered_by,
  enteredVia: vias.find((via) => via === row.entered_via) ?? null,
  confirmedHow: row.confirmed_how,
  contentAgreedOn: row.content_agreed_on,
  materiallyChangedAt: row.materially_changed_at,
  createdBy: row.created_by,
  createdAt: row.created_at,
  submittedAt: row.submitted_at,
  version: row.version,
  slots,
})

const rowOf = (content: RequestContent) => ({
  field: content.field,
  title: content.title,
  purpose: content.purpose,
  supporters_wanted: content.supportersWanted,
  online: content.online,
  audience: content.audience,
  audience_count: content.audienceCount,
  if_few: content.ifFew,
  preparation: content.preparation,
  themes: content.themes,
  for_gender: content.forGender,
  language: content.language,
  recording: content.recording,
})

/** Whom a request is there for at all: the coordinator, its own place, and the supporter whose idea it is. */
const reach = (tx: Tx, actor: Actor) => {
  const all = query(tx)
  if (actor.role === 'coordinator') return all
  if (actor.role === 'host' && actor.placeId !== null)
    // A draft that staff are still typing is not yet the place's own.
    return all
      .where('place_id', '=', actor.placeId)
      .where((is) => is.or([is('status', '<>', 'draft'), is('entered_by', 'is', null)]))
  if (actor.role === 'supporter') return all.where('idea_of', '=', actor.personId)
  return null
}

export const findRequest = async (tx: Tx, actor: Actor, id: string): Promise<Request | null> => {
  const row = await reach(tx, actor)?.where('id', '=', id).executeTakeFirst()
  return row ? requestOf(row, await slotsOf(tx, id)) : null
}

/** As `findRequest`, held until the transaction ends: who decides on it, decides alone. */
export const findRequestForUpdate = async (tx: Tx, actor: Actor, id: string): Promise<Request | null> => {
  const row = await reach(tx, actor)?.where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? requestOf(row, await slotsOf(tx, id)) : null
}

/** For rules that act on behalf of nobody, and for those who were asked: the way to it was checked before. */
export const getRequest = async (tx: Tx, id: string): Promise<Request> =>
  requestOf(await query(tx).where('id', '=', id).executeTakeFirstOrThrow(), await slotsOf(tx, id))

export const lockRequest = async (tx: Tx, id: string): Promise<Request> =>
  requestOf(await query(tx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow(), await slotsOf(tx, id))

const slotsOf = async (tx: Tx, requestId: string): Promise<RequestSlot[]> =>
  (await slotsByRequest(tx, [requestId])).get(requestId) ?? []

const slotsByRequest = async (tx: Tx, requestIds: readonly string[]): Promise<Map<string, RequestSlot[]>> => {
  const rows = await tx
    .selectFrom('visits.request_slot')
    .select(['id', 'request_id', 'starts_at', 'ends_at'])
    .where('request_id', 'in', [...requestIds])
    .where('removed_at', 'is', null)
    .orderBy('starts_at')
    .execute()
  const slots = Map.groupBy(rows, (row) => row.request_id)
  return new Map(
    Array.from(slots, ([id, own]) => [
      id,
      own.map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at })),
    ]),
  )
}

/** Several at once, for who plans them together. */
export const getRequests = async (tx: Tx, ids: readonly string[]): Promise<Request[]> => {
  if (ids.length === 0) return []
  const found = query(tx)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const [rows, slots] = await Promise.all([found, slotsByRequest(tx, ids)])
  return rows.map((row) => requestOf(row, slots.get(row.id) ?? []))
}

export interface NewRequest {
  id: string
  placeId: string | null
  activityId: string
  content: RequestContent
  ideaOf: string | null
  entered: { by: string; via: Via | null; how: string } | null
  createdBy: string
  now: Date
}

export const insertRequest = (tx: Tx, programmeId: number, request: NewRequest) =>
  tx
    .insertInto('visits.request')
    .values({
      programme_id: programmeId,
      id: request.id,
      place_id: request.placeId,
      activity_id: request.activityId,
      status: 'draft',
      ...rowOf(request.content),
      idea_of: request.ideaOf,
      entered_by: request.entered?.by ?? null,
      entered_via: request.entered?.via ?? null,
      confirmed_how: request.entered?.how ?? '',
      created_by: request.createdBy,
      created_at: request.now,
    })
    .execute()

/** Saves over the version that was read; false where somebody else was quicker. */
export const updateRequestContent = async (
  tx: Tx,
  id: string,
  version: number,
  content: RequestContent,
  entered: { via: Via | null; how: string } | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('visits.request')
    .set({
      ...rowOf(content),
      ...(entered ? { entered_via: entered.via, confirmed_how: entered.how } : {}),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface RequestMarks {
  status?: RequestStatus
  place_id?: string
  field?: Field
  submitted_at?: Date
  content_agreed_on?: CalendarDay | null
  materially_changed_at?: Date
  person_consent_on?: CalendarDay
}

export const markRequest = (tx: Tx, id: string, marks: RequestMarks) =>
  tx
    .updateTable('visits.request')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
