import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { stands, type VisitStatus, visitStatuses } from '../core/visit-status.ts'
import { lockVisits } from './locks.ts'
import { reachedBy } from './visit-scope.ts'

export interface VisitParticipant {
  personId: string
  name: string
  kana: string
  nickname: string
  /** Their record was erased: that somebody went stays, and nobody speaks for them. */
  erased: boolean
  part: 'supporter' | 'companion'
  agreedAt: Date | null
  leftAt: Date | null
  /** Paused meanwhile: asked whether they still wish to. */
  askedAgainAt: Date | null
  attended: boolean | null
  tasksDone: string[]
}

/** A visit as its own page needs it, whoever looks: what is shown of it is decided there. */
export interface VisitFull {
  id: string
  status: VisitStatus
  requestId: string
  seriesId: string | null
  placeId: string
  placeName: string
  placeAddress: string
  placeAccess: string
  placePhone: string
  placeLooks: string
  activityId: string
  activityName: { ja: string; en: string; easy: string }
  heavy: boolean
  purpose: string
  audience: string
  audienceCount: number | null
  startsAt: Date
  endsAt: Date
  online: boolean
  companionNeeded: boolean
  metCount: number | null
  reason: string | null
  replaces: string | null
  replacedBy: string | null
  version: number
  placeAgreedAt: Date | null
  participants: VisitParticipant[]
}

interface Row extends Omit<VisitFull, 'status' | 'activityName' | 'participants'> {
  status: string
  ja: string
  en: string
  easy: string
}

/** The visit, or null where the actor does not reach it. */
export const findVisit = async (tx: Tx, actor: Actor, id: string): Promise<VisitFull | null> => {
  const { rows } = await sql<Row>`
    select v.id, v.status, v.request_id as "requestId", v.series_id as "seriesId", v.place_id as "placeId", v.activity_id as "activityId",
      v.starts_at as "startsAt", v.ends_at as "endsAt", v.online, v.companion_needed as "companionNeeded", v.met_count as "metCount",
      v.reason, v.replaces, v.version, next.id as "replacedBy", agreed.agreed_at as "placeAgreedAt",
      pl.name as "placeName", pl.address as "placeAddress", pl.access as "placeAccess", pl.phone as "placePhone", pl.what_is_found as "placeLooks",
      a.name as ja, a.name_en as en, a.name_easy as easy, a.heavy, r.purpose, r.audience, r.audience_count as "audienceCount"
    from visits.visit v
    join visits.request r on r.programme_id = v.programme_id and r.id = v.request_id
    join places.place pl on pl.programme_id = v.programme_id and pl.id = v.place_id
    join programme.activity a on a.programme_id = v.programme_id and a.id = v.activity_id
    left join visits.place_agreement agreed on agreed.programme_id = v.programme_id and agreed.visit_id = v.id
    left join visits.visit next on next.programme_id = v.programme_id and next.replaces = v.id
    where v.programme_id = ${actor.programmeId} and v.id = ${id} and ${reachedBy(actor)}`.execute(tx)
  const row = rows[0]
  if (!row) return null
  const { ja, en, easy, status, ...rest } = row
  return {
    ...rest,
    status: visitStatuses.find((one) => one === status) ?? 'planned',
    activityName: { ja, en, easy },
    participants: await participantsOf(tx, actor.programmeId, id),
  }
}

/** The visit that stands in its place after it took another day, however often; null where it did not, or none stands. */
export const findStandingSuccessor = async (tx: Tx, actor: Actor, id: string): Promise<VisitFull | null> => {
  const visit = await findVisit(tx, actor, id)
  if (!visit?.replacedBy) return null
  const next = await findVisit(tx, actor, visit.replacedBy)
  return next && stands(next.status) ? next : findStandingSuccessor(tx, actor, visit.replacedBy)
}

/** A visit with its request and itself locked: for whoever changes it. */
export const findVisitForUpdate = async (tx: Tx, actor: Actor, id: string): Promise<VisitFull | null> => {
  await lockVisits(tx, [id])
  return findVisit(tx, actor, id)
}

const participantsOf = async (tx: Tx, programmeId: number, visitId: string): Promise<VisitParticipant[]> => {
  const rows = await tx
    .selectFrom('visits.participant as p')
    .innerJoin('people.person as person', (on) =>
      on.onRef('person.programme_id', '=', 'p.programme_id').onRef('person.id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'person.name',
      'person.kana',
      'person.nickname',
      'person.erased_at',
      'p.part',
      'p.agreed_at',
      'p.left_at',
      'p.asked_again_at',
      'p.attended',
      'p.tasks_done',
    ])
    .where('p.programme_id', '=', programmeId)
    .where('p.visit_id', '=', visitId)
    .orderBy('p.part', 'desc')
    .orderBy('person.kana')
    .orderBy('p.person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    kana: row.kana,
    nickname: row.nickname,
    erased: row.erased_at !== null,
    part: row.part === 'companion' ? 'companion' : 'supporter',
    agreedAt: row.agreed_at,
    leftAt: row.left_at,
    askedAgainAt: row.asked_again_at,
    attended: row.attended,
    tasksDone: row.tasks_done,
  }))
}

export interface VisitMeeting {
  id: string
  startsAt: Date
  endsAt: Date
  where: string
  online: boolean
  cancelledAt: Date | null
}

export const meetingsOf = async (tx: Tx, visitId: string): Promise<VisitMeeting[]> =>
  (
    await tx
      .selectFrom('visits.meeting')
      .selectAll()
      .where('visit_id', '=', visitId)
      .orderBy('starts_at')
      .orderBy('id')
      .execute()
  ).map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    where: row.where_text,
    online: row.online,
    cancelledAt: row.cancelled_at,
  }))

export interface VisitStep {
  from: string | null
  to: string
  at: Date
  reason: string
}

export const historyOf = async (tx: Tx, visitId: string): Promise<VisitStep[]> =>
  (
    await tx
      .selectFrom('visits.visit_event')
      .select(['from_status', 'to_status', 'at', 'reason'])
      .where('visit_id', '=', visitId)
      .orderBy('at')
      .orderBy('id')
      .execute()
  ).map((row) => ({ from: row.from_status, to: row.to_status, at: row.at, reason: row.reason }))
