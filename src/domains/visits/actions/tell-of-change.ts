import type { Ctx } from '#platform/http/call.ts'
import { isOpen } from '../core/proposal-status.ts'
import { suggestedAnswerBy } from '../core/proposal-time.ts'
import { type MaterialChange, materialChange, type RequestTerms } from '../core/request-change.ts'
import { markProposal, type Proposal, proposalsOf } from '../data/proposals.ts'
import { getRequest, markRequest, type Request, type RequestSlot } from '../data/requests.ts'
import { proposalPaths } from '../web/paths.ts'
import { takeProposalStep } from './proposal-step.ts'
import { noteRequestStep } from './request-step.ts'

/** After the content was written anew: a change that matters is noted, everybody who was asked is told and may answer again. */
export const tellOfChange = async (ctx: Ctx, before: Request): Promise<Request> => {
  const after = await getRequest(ctx.tx, before.id)
  const proposals = await proposalsOf(ctx.tx, before.id)
  const changes = materialChange(termsOf(before), termsOf(after))
  if (changes.length === 0 || proposals.length === 0) return after
  await markRequest(ctx.tx, before.id, { materially_changed_at: ctx.now })
  await noteRequestStep(ctx, before, before.status, changedReason(changes))
  for (const proposal of proposals) await askAgain(ctx, proposal, before, after)
  return await getRequest(ctx.tx, before.id)
}

const termsOf = (request: Request): RequestTerms => ({
  ...request,
  slots: request.slots.map((slot) => ({ startsAt: slot.startsAt.getTime(), endsAt: slot.endsAt.getTime() })),
})

/** How a material change stands in the history; the page puts it into words. */
export const changedReason = (changes: readonly MaterialChange[]): string => `changed:${changes.join(',')}`

const askAgain = async (ctx: Ctx, proposal: Proposal, before: Request, after: Request): Promise<void> => {
  if (!isOpen(proposal.status) && proposal.status !== 'yes' && proposal.status !== 'declined') return
  const slot = slotAfter(proposal, before, after)
  const answerBy = slot ? suggestedAnswerBy(ctx.now, slot.startsAt) : proposal.answerBy
  const marks = {
    answer_by: answerBy > proposal.answerBy ? answerBy : proposal.answerBy,
    ...(slot && slot.id !== proposal.slotId ? { slot_id: slot.id } : {}),
  }
  if (proposal.status === 'yes') await takeProposalStep(ctx, proposal, 'changed', marks)
  else await markProposal(ctx.tx, proposal.id, marks)
  await ctx.outbox.tell(
    proposal.personId,
    'visits.proposal_changed',
    { proposal: proposal.id },
    proposalPaths.proposal(proposal.id),
  )
}

/** The time that took the place of theirs: the same, or else the nearest. */
const slotAfter = (proposal: Proposal, before: Request, after: Request): RequestSlot | null => {
  const same = after.slots.find((slot) => slot.id === proposal.slotId)
  const old = before.slots.find((slot) => slot.id === proposal.slotId)
  if (same || !old) return same ?? after.slots[0] ?? null
  const away = (slot: RequestSlot): number => Math.abs(slot.startsAt.getTime() - old.startsAt.getTime())
  return after.slots.toSorted((a, b) => away(a) - away(b))[0] ?? null
}
