import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type ProposalBlocker, proposalBlockers } from '../core/proposal-status.ts'
import { suggestedAnswerBy } from '../core/proposal-time.ts'
import { findProposal, getProposal, markProposal, type Proposal, proposalsOf } from '../data/proposals.ts'
import { lockRequest, type Request } from '../data/requests.ts'
import { proposalPaths } from '../web/paths.ts'
import { proposalFacts, takeProposalStep } from './proposal-step.ts'
import { takeBack } from './take-back-proposals.ts'

type Moved = Result<Proposal, ProposalBlocker[]> | null

/** The coordinator takes an invitation back, kindly. */
export const withdrawProposal = (ctx: Ctx, id: string): Promise<Moved> =>
  moved(ctx, id, 'withdrawn', async (proposal) => takeBack(ctx, proposal))

/** A seat has opened: who wished to be called is asked again. */
export const offerSeatAgain = (ctx: Ctx, id: string): Promise<Moved> =>
  moved(ctx, id, 'sent', async (proposal, request) => {
    const slot = request.slots.find((one) => one.id === proposal.slotId)
    const messageId = await ctx.outbox.tell(
      proposal.personId,
      'visits.seat_opened',
      { proposal: id },
      proposalPaths.proposal(id),
    )
    await takeProposalStep(ctx, proposal, 'sent', {
      answered_at: null,
      message_id: messageId,
      ...(slot ? { answer_by: suggestedAnswerBy(ctx.now, slot.startsAt) } : {}),
    })
  })

const moved = async (
  ctx: Ctx,
  id: string,
  to: 'withdrawn' | 'sent',
  work: (proposal: Proposal, request: Request) => Promise<void>,
): Promise<Moved> => {
  const found = await findProposal(ctx.tx, ctx.actor, id)
  if (!found || ctx.actor.role !== 'coordinator') return null
  const request = await lockRequest(ctx.tx, found.requestId)
  const proposal = await getProposal(ctx.tx, id)
  const facts = proposalFacts(ctx, request, proposal, await proposalsOf(ctx.tx, request.id))
  const blockers = proposalBlockers({ from: proposal.status, to, who: 'coordinator' }, facts)
  if (blockers.length > 0) return no(blockers)
  await work(proposal, request)
  return ok(proposal)
}

/** 「空いたらお声がけしてもよいですか」: yes or no, from the person or as told. */
export const sayCallIfSeatOpens = async (
  ctx: Ctx,
  id: string,
  call: boolean,
): Promise<Result<Proposal, { kind: 'not_asked' }[]> | null> => {
  const found = await findProposal(ctx.tx, ctx.actor, id)
  if (!found) return null
  await lockRequest(ctx.tx, found.requestId)
  const proposal = await getProposal(ctx.tx, id)
  if (proposal.status !== 'seat_filled') return no([{ kind: 'not_asked' }])
  await markProposal(ctx.tx, id, { call_if_seat_opens: call })
  ctx.audit.wrote({ action: 'proposal_call_wish', kind: 'proposal', id, subject: proposal.personId })
  return ok(proposal)
}
