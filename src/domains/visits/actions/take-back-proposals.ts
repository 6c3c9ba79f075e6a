import type { Ctx } from '#platform/http/call.ts'
import { isOpen } from '../core/proposal-status.ts'
import { suggestedAnswerBy } from '../core/proposal-time.ts'
import { markProposal, type Proposal, proposalsOf } from '../data/proposals.ts'
import type { Request } from '../data/requests.ts'
import { proposalPaths } from '../web/paths.ts'
import { takeProposalStep } from './proposal-step.ts'

/** The request will not take place: everybody who was asked and has not said no is told, kindly. */
export const takeBackProposals = async (ctx: Ctx, request: Pick<Request, 'id'>): Promise<void> => {
  const all = await proposalsOf(ctx.tx, request.id)
  for (const one of all)
    if (isOpen(one.status) || one.status === 'yes' || one.status === 'seat_filled') await takeBack(ctx, one)
}

/** Takes one proposal back: an unread invitation disappears, and a kind word says why nothing is to be done. */
export const takeBack = async (ctx: Ctx, proposal: Proposal, kind = 'visits.proposal_withdrawn'): Promise<void> => {
  await takeProposalStep(ctx, proposal, 'withdrawn')
  if (proposal.messageId) await ctx.outbox.withdraw(proposal.messageId)
  await ctx.outbox.tell(proposal.personId, kind, { proposal: proposal.id }, proposalPaths.proposal(proposal.id))
}

/** Looked for again after a while: nobody finds that their time to answer ran out meanwhile. */
export const refreshAnswerTimes = async (ctx: Ctx, request: Request): Promise<void> => {
  for (const one of await proposalsOf(ctx.tx, request.id)) {
    const slot = request.slots.find((each) => each.id === one.slotId)
    if (!slot || !isOpen(one.status)) continue
    const answerBy = suggestedAnswerBy(ctx.now, slot.startsAt)
    if (answerBy > one.answerBy) await markProposal(ctx.tx, one.id, { answer_by: answerBy })
  }
}
