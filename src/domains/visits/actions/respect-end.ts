import type { Ctx } from '#platform/http/call.ts'
import { isOpen } from '../core/proposal-status.ts'
import { getProposal, standingProposalsOf } from '../data/proposals.ts'
import { lockRequest } from '../data/requests.ts'
import { markLeft } from '../data/visit-changes.ts'
import { insertVisitEvent, markVisit, type StandingSeat, standingSeatsOf } from '../data/visits.ts'
import { visitPaths } from '../web/paths.ts'
import { byOf } from './by.ts'
import { holdAllOf } from './hold-all-of.ts'
import { takeBack } from './take-back-proposals.ts'
import { tellCoordinators } from './tell.ts'
import { giveTimeBack } from './visit-time.ts'

/** A registration ended: what was asked is taken back kindly, and the seats in visits ahead open. */
export const respectEnd = async (ctx: Ctx, personId: string): Promise<void> => {
  await holdAllOf(ctx, personId)
  for (const found of await standingProposalsOf(ctx.tx, personId)) {
    const request = await lockRequest(ctx.tx, found.requestId)
    const proposal = await getProposal(ctx.tx, found.id)
    const unused = proposal.status === 'yes' && request.status === 'matching'
    if (isOpen(proposal.status) || unused) await takeBack(ctx, proposal)
  }
  for (const seat of await standingSeatsOf(ctx.tx, ctx.actor.programmeId, personId, ctx.now))
    await openSeat(ctx, seat, personId)
}

const openSeat = async (ctx: Ctx, { visitId, status }: StandingSeat, personId: string): Promise<void> => {
  await markLeft(ctx.tx, { visitId, personId, part: 'supporter' }, ctx.now)
  const held = await giveTimeBack(ctx, visitId, personId)
  ctx.audit.wrote({ action: 'left', kind: 'visit', id: visitId, subject: personId })
  if (status === 'confirmed') {
    await markVisit(ctx.tx, visitId, { status: 'planned' })
    const change = {
      id: ctx.newId(),
      visitId,
      from: status,
      to: 'planned',
      at: ctx.now,
      by: byOf(ctx),
      reason: '',
    } as const
    await insertVisitEvent(ctx.tx, ctx.actor.programmeId, change)
  }
  if (held) await tellCoordinators(ctx, 'visits.seat_open', { visit: visitId }, visitPaths.visit(visitId))
}
