import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

/** A training that the office gave its own staff. */
export interface TrainingContent {
  on: CalendarDay
  topic: string
  /** Of the office's people, by id. */
  ledBy: string[]
  /** How many others took part, those named among them. */
  others: number
}

/** A training with the names of those who took part, still sealed; null: nobody is named. */
export interface SealedTraining extends TrainingContent {
  id: string
  version: number
  attendeesSealed: string | null
}

type Kept = TrainingContent & Pick<SealedTraining, 'attendeesSealed'>

export const attendeesField = 'training.office_training.attendees_sealed'

/** The newest first; `id`: one of them. */
export const trainingsOf = async (
  tx: Tx,
  programmeId: number,
  placeId: string,
  id?: string,
): Promise<SealedTraining[]> => {
  let query = tx
    .selectFrom('training.office_training')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.orderBy('on_day', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    on: row.on_day,
    topic: row.topic,
    ledBy: row.led_by,
    others: row.others,
    version: row.version,
    attendeesSealed: row.attendees_sealed,
  }))
}

const columnsOf = ({ on, topic, ledBy, others, attendeesSealed }: Kept) => ({
  on_day: on,
  topic,
  led_by: ledBy,
  others,
  attendees_sealed: attendeesSealed,
})

export const insertTraining = async (
  tx: Tx,
  programmeId: number,
  one: Kept & { id: string; placeId: string; now: Date },
): Promise<void> => {
  const { id, placeId, now } = one
  await tx
    .insertInto('training.office_training')
    .values({ programme_id: programmeId, id, place_id: placeId, created_at: now, ...columnsOf(one) })
    .execute()
}

export const updateTraining = async (
  tx: Tx,
  programmeId: number,
  read: { id: string; version: number },
  content: Kept,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.office_training')
    .set((is) => ({ ...columnsOf(content), version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const deleteTraining = async (tx: Tx, programmeId: number, id: string): Promise<void> => {
  await tx.deleteFrom('training.office_training').where('programme_id', '=', programmeId).where('id', '=', id).execute()
}
