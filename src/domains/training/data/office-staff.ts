import type { Tx } from '#platform/db/index.ts'

export const officeStaffField = 'training.office_staff.facts_sealed'

/** Somebody of an office, still sealed. */
export interface SealedStaff {
  id: string
  factsSealed: string
  version: number
  hoursVersion: number
  /** Month to hundredths of a full-time post. */
  fte: Record<string, number>
}

/** The people of an office in the order in which they were written down; `id`: one of them. */
export const staffOf = async (tx: Tx, programmeId: number, placeId: string, id?: string): Promise<SealedStaff[]> => {
  let query = tx
    .selectFrom('training.office_staff')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.orderBy('created_at').orderBy('id').execute()
  const hours = await hoursOf(
    tx,
    programmeId,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    factsSealed: row.facts_sealed,
    version: row.version,
    hoursVersion: row.hours_version,
    fte: Object.fromEntries((hours.get(row.id) ?? []).map(({ month, fte }) => [month, fte])),
  }))
}

const hoursOf = async (tx: Tx, programmeId: number, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { month: string; fte: number }[]>()
  const rows = await tx
    .selectFrom('training.office_hours')
    .select(['staff_id', 'month', 'fte'])
    .where('programme_id', '=', programmeId)
    .where('staff_id', 'in', ids)
    .execute()
  return Map.groupBy(rows, (row) => row.staff_id)
}

export const insertStaff = async (
  tx: Tx,
  programmeId: number,
  one: { id: string; placeId: string; factsSealed: string; now: Date },
): Promise<void> => {
  await tx
    .insertInto('training.office_staff')
    .values({
      programme_id: programmeId,
      id: one.id,
      place_id: one.placeId,
      facts_sealed: one.factsSealed,
      created_at: one.now,
    })
    .execute()
}

interface Read {
  id: string
  /** What was read: another one means that somebody else was quicker. */
  version: number
}

export const updateStaff = async (tx: Tx, programmeId: number, read: Read, factsSealed: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.office_staff')
    .set((is) => ({ facts_sealed: factsSealed, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** These months and what was worked in each; null: nothing is written down for it. */
export const writeHours = async (
  tx: Tx,
  programmeId: number,
  read: Read,
  hours: ReadonlyMap<string, number | null>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.office_staff')
    .set((is) => ({ hours_version: is('hours_version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', read.id)
    .where('hours_version', '=', read.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .deleteFrom('training.office_hours')
    .where('programme_id', '=', programmeId)
    .where('staff_id', '=', read.id)
    .where('month', 'in', [...hours.keys()])
    .execute()
  const rows = [...hours].flatMap(([month, fte]) =>
    fte === null ? [] : [{ programme_id: programmeId, staff_id: read.id, month, fte }],
  )
  if (rows.length > 0) await tx.insertInto('training.office_hours').values(rows).execute()
  return true
}

export const deleteStaff = async (tx: Tx, programmeId: number, id: string): Promise<void> => {
  await tx.deleteFrom('training.office_staff').where('programme_id', '=', programmeId).where('id', '=', id).execute()
}
