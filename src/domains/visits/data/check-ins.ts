import type { Tx } from '#platform/db/index.ts'

export type Moment = 'before' | 'after'

export interface SealedCheckIn {
  id: string
  visitId: string
  personId: string
  moment: Moment
  answersSealed: string
  shownToCompanion: boolean
  at: Date
  /** How it was said: 'self', or told to staff. */
  via: string
  version: number
}

const columns = [
  'id',
  'visit_id',
  'person_id',
  'moment',
  'answers_sealed',
  'shown_to_companion',
  'at',
  'via',
  'version',
] as const
const read = (tx: Tx) => tx.selectFrom('visits.check_in').select([...columns])

type Row = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>

const checkInOf = (row: Row): SealedCheckIn => ({
  id: row.id,
  visitId: row.visit_id,
  personId: row.person_id,
  moment: row.moment === 'before' ? 'before' : 'after',
  answersSealed: row.answers_sealed,
  shownToCompanion: row.shown_to_companion,
  at: row.at,
  via: row.via,
  version: row.version,
})

export const checkInsOf = async (tx: Tx, visitId: string): Promise<SealedCheckIn[]> =>
  (await read(tx).where('visit_id', '=', visitId).orderBy('at').orderBy('id').execute()).map(checkInOf)

/** A person's own, newest first: for their own course over time. */
export const checkInsByPerson = async (tx: Tx, personId: string, most: number): Promise<SealedCheckIn[]> =>
  (await read(tx).where('person_id', '=', personId).orderBy('at', 'desc').orderBy('id').limit(most).execute()).map(
    checkInOf,
  )

export const findCheckIn = async (
  tx: Tx,
  visitId: string,
  personId: string,
  moment: Moment,
): Promise<SealedCheckIn | null> => {
  const row = await read(tx)
    .where('visit_id', '=', visitId)
    .where('person_id', '=', personId)
    .where('moment', '=', moment)
    .executeTakeFirst()
  return row ? checkInOf(row) : null
}

export interface CheckInToKeep {
  id: string
  visitId: string
  personId: string
  moment: Moment
  answersSealed: string
  shownToCompanion: boolean
  at: Date
  via: string
  recordedBy: string | null
}

export const keepCheckIn = (tx: Tx, programmeId: number, one: CheckInToKeep): Promise<unknown> => {
  const said = {
    answers_sealed: one.answersSealed,
    shown_to_companion: one.shownToCompanion,
    at: one.at,
    via: one.via,
    recorded_by: one.recordedBy,
  }
  return tx
    .insertInto('visits.check_in')
    .values({
      programme_id: programmeId,
      id: one.id,
      visit_id: one.visitId,
      person_id: one.personId,
      moment: one.moment,
      ...said,
    })
    .onConflict((on) =>
      on
        .columns(['programme_id', 'visit_id', 'person_id', 'moment'])
        .doUpdateSet((is) => ({ ...said, version: is('visits.check_in.version', '+', 1) })),
    )
    .execute()
}

/** The person takes back what they said. */
export const removeCheckIn = (tx: Tx, id: string): Promise<unknown> =>
  tx.deleteFrom('visits.check_in').where('id', '=', id).execute()
