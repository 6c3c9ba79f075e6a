import type { Tx } from '#platform/db/index.ts'
import type { PlaceStatus } from '../core/place-status.ts'

export interface PlaceStep {
  id: string
  placeId: string
  from: PlaceStatus | null
  to: PlaceStatus
  at: Date
  by: string | null
  reason: string
}

/** Leads a place on, and keeps that it was so. False where it stands elsewhere meanwhile. */
export const leadPlace = async (
  tx: Tx,
  programmeId: number,
  step: PlaceStep & { from: PlaceStatus },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('places.place')
    .set((is) => ({
      status: step.to,
      version: is('version', '+', 1),
      ...(step.to === 'confirmed' ? { confirmed_at: step.at } : {}),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', step.placeId)
    .where('status', '=', step.from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await noteSteps(tx, programmeId, [step])
  return true
}

export const noteSteps = async (tx: Tx, programmeId: number, steps: readonly PlaceStep[]): Promise<void> => {
  if (steps.length === 0) return
  await tx
    .insertInto('places.place_event')
    .values(
      steps.map((step) => ({
        programme_id: programmeId,
        id: step.id,
        place_id: step.placeId,
        from_status: step.from,
        to_status: step.to,
        at: step.at,
        by_membership: step.by,
        reason: step.reason,
      })),
    )
    .execute()
}

/** What became of a place, the newest first. */
export const historyOf = (tx: Tx, programmeId: number, placeId: string) =>
  tx
    .selectFrom('places.place_event')
    .select(['to_status as to', 'at', 'reason'])
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
