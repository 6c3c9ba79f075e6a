import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { type EnrolmentStatus, enrolmentStatuses } from '../core/enrolment-status.ts'

/** Somebody takes a run. */
export interface Enrolment {
  id: string
  runId: string
  personId: string
  applicationId: string | null
  status: EnrolmentStatus
  since: CalendarDay
  endedOn: CalendarDay | null
  trackSealed: string | null
  version: number
  name: string
  kana: string
}

export const enrolmentTrackField = 'training.enrolment.track_sealed'

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.enrolment as e')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'e.programme_id').onRef('p.id', '=', 'e.person_id'),
    )
    .select(['e.id', 'e.run_id', 'e.person_id', 'e.application_id', 'e.status', 'e.since', 'e.ended_on'])
    .select(['e.track_sealed', 'e.version', 'p.name', 'p.kana'])
    .where('e.programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const enrolmentOf = (row: Row): Enrolment => ({
  id: row.id,
  runId: row.run_id,
  personId: row.person_id,
  applicationId: row.application_id,
  status: enrolmentStatuses.find((one) => one === row.status) ?? 'taking',
  since: row.since,
  endedOn: row.ended_on,
  trackSealed: row.track_sealed,
  version: row.version,
  name: row.name,
  kana: row.kana,
})

/** For whoever may see it: the caller has looked. */
export const findEnrolment = async (tx: Tx, programmeId: number, id: string): Promise<Enrolment | null> => {
  const row = await query(tx, programmeId).where('e.id', '=', id).executeTakeFirst()
  return row ? enrolmentOf(row) : null
}

export const enrolmentOfPerson = async (
  tx: Tx,
  programmeId: number,
  which: { runId: string; personId: string },
): Promise<Enrolment | null> => {
  const row = await query(tx, programmeId)
    .where('e.run_id', '=', which.runId)
    .where('e.person_id', '=', which.personId)
    .executeTakeFirst()
  return row ? enrolmentOf(row) : null
}

/** Who takes a run, by reading. */
export const enrolmentsOfRun = async (tx: Tx, programmeId: number, runId: string): Promise<Enrolment[]> => {
  const rows = await query(tx, programmeId).where('e.run_id', '=', runId).orderBy('p.kana').orderBy('e.id').execute()
  return rows.map(enrolmentOf)
}

/** What a person takes and took, the newest first. */
export const enrolmentsOfPerson = async (tx: Tx, programmeId: number, personId: string): Promise<Enrolment[]> => {
  const rows = await query(tx, programmeId)
    .where('e.person_id', '=', personId)
    .orderBy('e.since', 'desc')
    .orderBy('e.id')
    .execute()
  return rows.map(enrolmentOf)
}

export interface NewEnrolment {
  id: string
  runId: string
  personId: string
  applicationId: string | null
  trackSealed: string | null
  since: CalendarDay
}

/** Somebody takes a run from now on. */
export const insertEnrolment = async (tx: Tx, programmeId: number, one: NewEnrolment): Promise<void> => {
  await tx
    .insertInto('training.enrolment')
    .values({
      programme_id: programmeId,
      id: one.id,
      run_id: one.runId,
      person_id: one.personId,
      ...takingColumns(one),
    })
    .execute()
}

/** Somebody who had left takes the run after all. */
export const reviveEnrolment = async (tx: Tx, programmeId: number, one: NewEnrolment): Promise<void> => {
  await tx
    .updateTable('training.enrolment')
    .set((is) => ({ ...takingColumns(one), ended_on: null, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', one.id)
    .execute()
}

const takingColumns = (one: NewEnrolment) => ({
  application_id: one.applicationId,
  track_sealed: one.trackSealed,
  status: 'taking',
  since: one.since,
})

/** Only where it is still in the state that was read; false where somebody else was quicker. */
export const moveEnrolment = async (
  tx: Tx,
  programmeId: number,
  step: { id: string; from: EnrolmentStatus; to: EnrolmentStatus; endedOn: CalendarDay | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.enrolment')
    .set((is) => ({ status: step.to, ended_on: step.endedOn, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', step.id)
    .where('status', '=', step.from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const eventReasonField = 'training.enrolment_event.reason_sealed'

export const insertEnrolmentEvent = async (
  tx: Tx,
  programmeId: number,
  event: {
    id: string
    enrolmentId: string
    from: EnrolmentStatus | null
    to: EnrolmentStatus
    at: Date
    by: string | null
    reasonSealed: string | null
  },
): Promise<void> => {
  await tx
    .insertInto('training.enrolment_event')
    .values({
      programme_id: programmeId,
      id: event.id,
      enrolment_id: event.enrolmentId,
      from_status: event.from,
      to_status: event.to,
      at: event.at,
      by_membership: event.by,
      reason_sealed: event.reasonSealed,
    })
    .execute()
}
