import type { Ctx } from '#platform/http/call.ts'
import { lockVisits } from '../data/locks.ts'
import { standingProposalsOf } from '../data/proposals.ts'
import { standingSeatsOf } from '../data/visits.ts'

/** Locks every request and every visit that waits for somebody or counts on them, in one call: for a pause or an end. */
export const holdAllOf = async ({ tx, actor, now }: Ctx, personId: string): Promise<void> => {
  const seats = await standingSeatsOf(tx, actor.programmeId, personId, now)
  const proposals = await standingProposalsOf(tx, personId)
  await lockVisits(
    tx,
    seats.map((one) => one.visitId),
    proposals.map((one) => one.requestId),
  )
}
