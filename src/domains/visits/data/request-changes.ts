import type { Tx } from '#platform/db/index.ts'
import type { RequestStatus } from '../core/request-status.ts'
import type { RequestSlot } from './requests.ts'

/** Times are kept where they stay the same, taken off where not, and new ones are added. */
export const replaceSlots = async (
  tx: Tx,
  programmeId: number,
  request: { id: string; slots: readonly RequestSlot[] },
  wanted: readonly RequestSlot[],
  now: Date,
): Promise<void> => {
  const key = (slot: RequestSlot): string => `${slot.startsAt.getTime()}-${slot.endsAt.getTime()}`
  const wantedKeys = new Set(wanted.map(key))
  const gone = request.slots.filter((slot) => !wantedKeys.has(key(slot))).map((slot) => slot.id)
  if (gone.length > 0)
    await tx.updateTable('visits.request_slot').set({ removed_at: now }).where('id', 'in', gone).execute()
  const have = new Set(request.slots.map(key))
  const fresh = wanted.filter((slot) => !have.has(key(slot)))
  if (fresh.length === 0) return
  await tx
    .insertInto('visits.request_slot')
    .values(
      fresh.map((slot) => ({
        programme_id: programmeId,
        id: slot.id,
        request_id: request.id,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
      })),
    )
    .execute()
}

export interface RequestChange {
  requestId: string
  from: RequestStatus | null
  to: RequestStatus
  by: string | null
  reason: string
}

/** A change of state is a row: who, when and why. */
export const insertRequestEvent = (tx: Tx, programmeId: number, change: RequestChange & { id: string; at: Date }) =>
  tx
    .insertInto('visits.request_event')
    .values({
      programme_id: programmeId,
      id: change.id,
      request_id: change.requestId,
      from_status: change.from,
      to_status: change.to,
      at: change.at,
      by_membership: change.by,
      reason: change.reason,
    })
    .execute()

/** One time that was offered, whether it still is or not. */
export const findSlot = async (tx: Tx, id: string): Promise<RequestSlot | null> => {
  const row = await tx
    .selectFrom('visits.request_slot')
    .select(['id', 'starts_at', 'ends_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, startsAt: row.starts_at, endsAt: row.ends_at } : null
}
