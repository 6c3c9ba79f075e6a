import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { type FeeService, feeServices, type FeeSupplement, feeSupplements } from '../core/fee-rules.ts'

export interface FeeNotice {
  notifiedOn: CalendarDay | null
  publishedOn: CalendarDay | null
}

/** What the office itself says of itself, without its people. */
export interface OfficeDescription {
  officeNumber: string
  services: FeeService[]
  flatRate: FeeService[]
  /** The programme's staff may see the results, without names. */
  shown: boolean
  notices: Record<FeeSupplement, FeeNotice>
}

export interface FeeOffice extends OfficeDescription {
  placeId: string
  version: number
}

export const noNotices = (): Record<FeeSupplement, FeeNotice> => {
  const none = { notifiedOn: null, publishedOn: null }
  return { peer_system: none, peer_practice: none, peer_after_leaving: none }
}

const servicesIn = (stored: readonly string[]): FeeService[] => feeServices.filter((one) => stored.includes(one))

/** Null where the place wrote nothing down yet. */
export const findOffice = async (tx: Tx, programmeId: number, placeId: string): Promise<FeeOffice | null> => {
  const row = await tx
    .selectFrom('training.fee_office')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
    .executeTakeFirst()
  if (!row) return null
  return {
    placeId,
    officeNumber: row.office_number,
    services: servicesIn(row.services),
    flatRate: servicesIn(row.flat_rate),
    shown: row.shown_to_programme,
    version: row.version,
    notices: await noticesOf(tx, programmeId, placeId),
  }
}

const noticesOf = async (tx: Tx, programmeId: number, placeId: string): Promise<Record<FeeSupplement, FeeNotice>> => {
  const rows = await tx
    .selectFrom('training.fee_notice')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
    .execute()
  const all = noNotices()
  for (const supplement of feeSupplements) {
    const row = rows.find((one) => one.supplement === supplement)
    if (row) all[supplement] = { notifiedOn: row.notified_on, publishedOn: row.published_on }
  }
  return all
}

/** The places whose hosts show their results to the programme. */
export const shownOffices = async (tx: Tx, programmeId: number): Promise<string[]> => {
  const rows = await tx
    .selectFrom('training.fee_office')
    .select('place_id')
    .where('programme_id', '=', programmeId)
    .where('shown_to_programme', '=', true)
    .execute()
  return rows.map((row) => row.place_id)
}

/** The empty office, where there is none yet: version 0 was read of it, so its first saving is version 1. */
export const ensureOffice = async (tx: Tx, programmeId: number, placeId: string, now: Date): Promise<void> => {
  await tx
    .insertInto('training.fee_office')
    .values({ programme_id: programmeId, place_id: placeId, version: 0, saved_at: now })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Writes over the version that was read; false where somebody else was quicker. */
export const updateOffice = async (
  tx: Tx,
  programmeId: number,
  which: { placeId: string; version: number },
  said: OfficeDescription & { now: Date },
): Promise<boolean> => {
  const { placeId } = which
  const { numUpdatedRows } = await tx
    .updateTable('training.fee_office')
    .set((is) => ({
      office_number: said.officeNumber,
      services: said.services,
      flat_rate: said.flatRate,
      shown_to_programme: said.shown,
      saved_at: said.now,
      version: is('version', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  for (const supplement of feeSupplements) {
    const { notifiedOn, publishedOn } = said.notices[supplement]
    const dates = { notified_on: notifiedOn, published_on: publishedOn }
    await tx
      .insertInto('training.fee_notice')
      .values({ programme_id: programmeId, place_id: placeId, supplement, ...dates })
      .onConflict((on) => on.columns(['programme_id', 'place_id', 'supplement']).doUpdateSet(dates))
      .execute()
  }
  return true
}
