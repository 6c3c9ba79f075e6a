import type { Tx } from '#platform/db/index.ts'
import { type VisitStatus, visitStatuses } from '../core/visit-status.ts'

export interface NewVisit {
  id: string
  requestId: string
  placeId: string
  activityId: string
  seriesId: string | null
  field: string
  startsAt: Date
  endsAt: Date
  online: boolean
  companionNeeded: boolean
  /** The visit that this one takes the place of. */
  replaces: string | null
}

/** A visit as planned, with the first row of its history. */
export const insertVisit = async (
  tx: Tx,
  programmeId: number,
  visit: NewVisit,
  note: { eventId: string; by: string | null; now: Date },
): Promise<void> => {
  await tx
    .insertInto('visits.visit')
    .values({
      programme_id: programmeId,
      id: visit.id,
      request_id: visit.requestId,
      place_id: visit.placeId,
      activity_id: visit.activityId,
      series_id: visit.seriesId,
      status: 'planned',
      field: visit.field,
      starts_at: visit.startsAt,
      ends_at: visit.endsAt,
      online: visit.online,
      companion_needed: visit.companionNeeded,
      replaces: visit.replaces,
      created_at: note.now,
    })
    .execute()
  await insertVisitEvent(tx, programmeId, {
    id: note.eventId,
    visitId: visit.id,
    from: null,
    to: 'planned',
    at: note.now,
    by: note.by,
    reason: '',
  })
}

export interface VisitChange {
  id: string
  visitId: string
  from: VisitStatus | null
  to: VisitStatus
  at: Date
  by: string | null
  reason: string
}

export const insertVisitEvent = (tx: Tx, programmeId: number, change: VisitChange) =>
  tx
    .insertInto('visits.visit_event')
    .values({
      programme_id: programmeId,
      id: change.id,
      visit_id: change.visitId,
      from_status: change.from,
      to_status: change.to,
      at: change.at,
      by_membership: change.by,
      reason: change.reason,
    })
    .execute()

/** `reason`: whose side it was, where it was cancelled or not held. */
export const markVisit = (tx: Tx, id: string, marks: { status: VisitStatus; reason?: string | null }) =>
  tx
    .updateTable('visits.visit')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export interface NewParticipant {
  visitId: string
  personId: string
  part: 'supporter' | 'companion'
  agreedAt: Date | null
  via: string
  recordedBy: string | null
}

export const insertParticipants = async (
  tx: Tx,
  programmeId: number,
  people: readonly NewParticipant[],
): Promise<void> => {
  if (people.length === 0) return
  await tx
    .insertInto('visits.participant')
    .values(
      people.map((one) => ({
        programme_id: programmeId,
        visit_id: one.visitId,
        person_id: one.personId,
        part: one.part,
        agreed_at: one.agreedAt,
        via: one.via,
        recorded_by: one.recordedBy,
      })),
    )
    // Who had left and comes again takes the same row.
    .onConflict((on) =>
      on.columns(['programme_id', 'visit_id', 'person_id', 'part']).doUpdateSet((is) => ({
        agreed_at: is.ref('excluded.agreed_at'),
        via: is.ref('excluded.via'),
        recorded_by: is.ref('excluded.recorded_by'),
        left_at: null,
        asked_again_at: null,
      })),
    )
    .execute()
}

export interface StandingVisit {
  id: string
  seriesId: string | null
  status: VisitStatus
  startsAt: Date
  supporterIds: string[]
  companionIds: string[]
}

/** Visits of a locked request that still stand, with everybody in them: locked too. */
export const standingVisitsOf = async (tx: Tx, requestId: string): Promise<StandingVisit[]> => {
  const rows = await tx
    .selectFrom('visits.visit as v')
    .leftJoin('visits.participant as p', (on) =>
      on.onRef('p.programme_id', '=', 'v.programme_id').onRef('p.visit_id', '=', 'v.id').on('p.left_at', 'is', null),
    )
    .select(['v.id', 'v.series_id', 'v.status', 'v.starts_at', 'p.person_id', 'p.part'])
    .where('v.request_id', '=', requestId)
    .where('v.status', 'in', ['planned', 'confirmed'])
    .orderBy('v.id')
    .forUpdate('v')
    .execute()
  const ids = [...new Set(rows.map((row) => row.id))]
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id)
    const [first] = own
    if (!first) return []
    const inPart = (part: string): string[] =>
      own.flatMap((row) => (row.person_id && row.part === part ? [row.person_id] : []))
    return [
      {
        id,
        seriesId: first.series_id,
        status: visitStatuses.find((one) => one === first.status) ?? 'planned',
        startsAt: first.starts_at,
        supporterIds: inPart('supporter'),
        companionIds: inPart('companion'),
      },
    ]
  })
}

export interface StandingSeat {
  visitId: string
  status: VisitStatus
  agreedAt: Date | null
  askedAgainAt: Date | null
}

/** Where somebody is expected, or was asked to come: of visits still ahead. To change them, `holdAllOf` the person first. */
export const standingSeatsOf = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  now: Date,
): Promise<StandingSeat[]> => {
  const rows = await tx
    .selectFrom('visits.participant as p')
    .innerJoin('visits.visit as v', (on) =>
      on.onRef('v.programme_id', '=', 'p.programme_id').onRef('v.id', '=', 'p.visit_id'),
    )
    .select(['v.id', 'v.status', 'p.agreed_at', 'p.asked_again_at'])
    .where('p.programme_id', '=', programmeId)
    .where('p.person_id', '=', personId)
    .where('p.part', '=', 'supporter')
    .where('p.left_at', 'is', null)
    .where('v.status', 'in', ['planned', 'confirmed'])
    .where('v.starts_at', '>', now)
    .orderBy('v.starts_at')
    .orderBy('v.id')
    .execute()
  return rows.map((row) => ({
    visitId: row.id,
    status: row.status === 'confirmed' ? 'confirmed' : 'planned',
    agreedAt: row.agreed_at,
    askedAgainAt: row.asked_again_at,
  }))
}
