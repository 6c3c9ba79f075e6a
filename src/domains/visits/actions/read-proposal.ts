import { type Activity, findActivity, honorariumOn, listRates } from '#domains/programme/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Yen } from '#kernel/money.ts'
import type { Ctx } from '#platform/http/call.ts'
import { findProposal, type Proposal, proposalsOf } from '../data/proposals.ts'
import { findRequestPlace, type RequestPlace } from '../data/request-places.ts'
import { getRequest, type Request, type RequestSlot } from '../data/requests.ts'
import { findSlot } from '../data/request-changes.ts'
import { freeSeats } from './proposal-step.ts'
import { readConversation, type Turn } from './question-words.ts'

/** Everything that somebody needs to decide. */
export interface ProposalView {
  proposal: Proposal
  request: Request
  activity: Activity
  place: RequestPlace | null
  slot: RequestSlot
  yen: Yen | null
  seatsLeft: number
  conversation: (Turn & { by: 'supporter' | 'staff' })[]
}

export const readProposal = async (ctx: Ctx, id: string): Promise<ProposalView | null> => {
  const proposal = await findProposal(ctx.tx, ctx.actor, id)
  if (!proposal) return null
  const request = await getRequest(ctx.tx, proposal.requestId)
  const activity = await findActivity(ctx.tx, request.activityId)
  const slot = await findSlot(ctx.tx, proposal.slotId)
  if (!activity || !slot) return null
  return {
    proposal,
    request,
    activity,
    slot,
    place: request.placeId === null ? null : await findRequestPlace(ctx.tx, request.placeId),
    yen: honorariumOn(await listRates(ctx.tx, activity.id), dayIn(slot.startsAt, ctx.zone)),
    seatsLeft: freeSeats(request, proposal.slotId, await proposalsOf(ctx.tx, request.id), proposal.id),
    conversation: await readConversation(ctx, proposal),
  }
}
