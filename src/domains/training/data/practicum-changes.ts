import type { Tx } from '#platform/db/index.ts'
import type { PracticumStatus } from '../core/practicum-status.ts'
import type { PracticumKind } from './practicum-offers.ts'

export interface NewPracticum {
  id: string
  kind: PracticumKind
  enrolmentId: string
  personId: string
  placeId: string
  offerId: string | null
  companionId: string | null
  goalsSealed: string | null
  now: Date
}

export const insertPracticum = async (tx: Tx, programmeId: number, one: NewPracticum): Promise<void> => {
  await tx
    .insertInto('training.practicum')
    .values({
      programme_id: programmeId,
      id: one.id,
      kind: one.kind,
      enrolment_id: one.enrolmentId,
      person_id: one.personId,
      place_id: one.placeId,
      offer_id: one.offerId,
      companion_id: one.companionId,
      status: 'proposed',
      goals_sealed: one.goalsSealed,
      created_at: one.now,
    })
    .execute()
}

export interface PracticumMarks {
  status?: PracticumStatus
  goals_sealed?: string | null
  trainee_agreed_at?: Date | null
  place_agreed_at?: Date | null
}

export const markPracticum = async (tx: Tx, programmeId: number, id: string, marks: PracticumMarks): Promise<void> => {
  await tx
    .updateTable('training.practicum')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export const insertPracticumEvent = async (
  tx: Tx,
  programmeId: number,
  event: {
    id: string
    practicumId: string
    from: PracticumStatus | null
    to: PracticumStatus
    at: Date
    by: string | null
    reasonSealed: string | null
  },
): Promise<void> => {
  await tx
    .insertInto('training.practicum_event')
    .values({
      programme_id: programmeId,
      id: event.id,
      practicum_id: event.practicumId,
      from_status: event.from,
      to_status: event.to,
      at: event.at,
      by_membership: event.by,
      reason_sealed: event.reasonSealed,
    })
    .execute()
}

export const insertDay = async (
  tx: Tx,
  programmeId: number,
  one: { id: string; practicumId: string; startsAt: Date; endsAt: Date },
): Promise<void> => {
  await tx
    .insertInto('training.practicum_day')
    .values({
      programme_id: programmeId,
      id: one.id,
      practicum_id: one.practicumId,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
    })
    .execute()
}

export interface DayMarks {
  status?: 'planned' | 'held' | 'cancelled'
  reason_sealed?: string | null
  diary_sealed?: string | null
  diary_shown?: boolean
  place_words_sealed?: string | null
}

/** Writes over the version that was read; false where somebody else was quicker. */
export const markDay = async (
  tx: Tx,
  programmeId: number,
  which: { id: string; version: number },
  marks: DayMarks,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.practicum_day')
    .set({ ...marks, version: which.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
