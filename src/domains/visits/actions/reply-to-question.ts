import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { answerByAfterReply } from '../core/proposal-time.ts'
import { findProposal, getProposal, markProposal, type Proposal } from '../data/proposals.ts'
import { lockRequest } from '../data/requests.ts'
import { proposalPaths } from '../web/paths.ts'
import { sealTurn } from './question-words.ts'

/** Staff answer what was asked; the person gets at least two more days to think. */
export const replyToQuestion = async (
  ctx: Ctx,
  id: string,
  text: string,
): Promise<Result<Proposal, { kind: 'nothing_asked' }[]> | null> => {
  const found = await findProposal(ctx.tx, ctx.actor, id)
  if (!found || ctx.actor.role !== 'coordinator') return null
  const request = await lockRequest(ctx.tx, found.requestId)
  const proposal = await getProposal(ctx.tx, id)
  if (proposal.questionSealed === null) return no([{ kind: 'nothing_asked' }])
  const slot = request.slots.find((one) => one.id === proposal.slotId)
  const reply = await sealTurn(ctx, proposal, 'reply', text)
  await markProposal(ctx.tx, id, {
    reply_sealed: reply,
    replied_at: ctx.now,
    ...(slot
      ? { answer_by: answerByAfterReply(ctx.now, { answerBy: proposal.answerBy, slotStartsAt: slot.startsAt }) }
      : {}),
  })
  ctx.audit.wrote({ action: 'proposal_replied', kind: 'proposal', id, subject: proposal.personId })
  await ctx.outbox.tell(proposal.personId, 'visits.proposal_reply', { proposal: id }, proposalPaths.proposal(id))
  return ok(proposal)
}
