import type { Ctx } from '#platform/http/call.ts'
import { dueClosings, dueReminders } from '../core/proposal-time.ts'
import { lockRequests } from '../data/locks.ts'
import { listWaiting } from '../data/proposal-list.ts'
import { getProposal, markProposal, standingProposalsOf } from '../data/proposals.ts'
import { lockRequest } from '../data/requests.ts'
import { afterPause } from '../core/proposal-status.ts'
import { proposalPaths } from '../web/paths.ts'
import { holdAllOf } from './hold-all-of.ts'
import { takeProposalStep } from './proposal-step.ts'
import { takeBack } from './take-back-proposals.ts'

/** Reminds the silent, once, by day. */
export const remindProposals = async (ctx: Ctx): Promise<void> => {
  for (const one of await due(ctx, (waiting) => dueReminders(ctx.now, ctx.zone, waiting))) {
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
  for (const one of await due(ctx, (waiting) => dueClosings(ctx.now, waiting)))
    await takeProposalStep(ctx, await getProposal(ctx.tx, one.id), 'closed')
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>

/** Those whose time has come, their requests locked. Read again behind the locks: an answer may have come in meanwhile. */
const due = async (ctx: Ctx, rule: (waiting: Waiting) => string[]): Promise<Waiting> => {
  const chosen = (all: Waiting): Waiting => {
    const ids = new Set(rule(all))
    return all.filter((one) => ids.has(one.id))
  }
  const found = chosen(await listWaiting(ctx.tx))
  const held = new Set(found.map((one) => one.requestId))
  await lockRequests(ctx.tx, [...held])
  return chosen(await listWaiting(ctx.tx)).filter((one) => held.has(one.requestId))
}

/** Somebody paused: what waits for them is taken back, and a yes is asked about. */
export const respectPause = async (ctx: Ctx, personId: string): Promise<void> => {
  await holdAllOf(ctx, personId)
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
