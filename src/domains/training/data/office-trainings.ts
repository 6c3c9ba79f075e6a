import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

/** A training that the office gave its own staff. */
export interface TrainingContent {
  on: CalendarDay
  topic: string
  /** Of the office's people, by id. */
  ledBy: string[]
  others: number
}

export interface OfficeTraining extends TrainingContent {
  id: string
  version: number
}

/** The newest first; `id`: one of them. */
export const trainingsOf = async (
  tx: Tx,
  programmeId: number,
  placeId: string,
  id?: string,
): Promise<OfficeTraining[]> => {
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
  }))
}

const columnsOf = ({ on, topic, ledBy, others }: TrainingContent) => ({ on_day: on, topic, led_by: ledBy, others })

export const insertTraining = async (
  tx: Tx,
  programmeId: number,
  one: TrainingContent & { id: string; placeId: string; now: Date },
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
  content: TrainingContent,
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
