import type { Ctx } from '#platform/http/call.ts'
import { dueClosings, dueReminders } from '../core/proposal-time.ts'
import { listWaiting } from '../data/proposal-list.ts'
import { getProposal, markProposal, standingProposalsOf } from '../data/proposals.ts'
import { lockRequest } from '../data/requests.ts'
import { afterPause } from '../core/proposal-status.ts'
import { proposalPaths } from '../web/paths.ts'
import { takeProposalStep } from './proposal-step.ts'
import { takeBack } from './take-back-proposals.ts'

/** Reminds the silent, once, by day. */
export const remindProposals = async (ctx: Ctx): Promise<void> => {
  const waiting = await listWaiting(ctx.tx)
  const due = new Set(dueReminders(ctx.now, ctx.zone, waiting))
  for (const one of waiting.filter((each) => due.has(each.id))) {
    await markProposal(ctx.tx, one.id, { reminded_at: ctx.now })
    ctx.audit.wrote({ action: 'proposal_reminded', kind: 'proposal', id: one.id, subject: one.personId })
    await ctx.outbox.tell(
      one.personId,
      'visits.proposal_reminder',
      { proposal: one.id },
      proposalPaths.proposal(one.id),
    )
  }
}

/** Time has passed: closed without a word of blame, and without a message. */
export const closeProposals = async (ctx: Ctx): Promise<void> => {
  const waiting = await listWaiting(ctx.tx)
  const due = new Set(dueClosings(ctx.now, waiting))
  for (const one of waiting.filter((each) => due.has(each.id))) {
    await lockRequest(ctx.tx, one.requestId)
    const proposal = await getProposal(ctx.tx, one.id)
    // An answer may have come in while this waited.
    if (proposal.status === one.status) await takeProposalStep(ctx, proposal, 'closed')
  }
}

/** Somebody paused: what waits for them is taken back, and a yes is asked about. */
export const respectPause = async (ctx: Ctx, personId: string): Promise<void> => {
  for (const found of await standingProposalsOf(ctx.tx, personId)) {
    const request = await lockRequest(ctx.tx, found.requestId)
    const proposal = await getProposal(ctx.tx, found.id)
    const to = afterPause(proposal.status)
    if (to === 'withdrawn') await takeBack(ctx, proposal, 'visits.proposal_withdrawn_for_rest')
    if (to !== 'changed' || request.status === 'confirmed' || request.status === 'done') continue
    await takeProposalStep(ctx, proposal, 'changed')
    await ctx.outbox.tell(personId, 'visits.still_wish', { proposal: proposal.id }, proposalPaths.proposal(proposal.id))
  }
}
