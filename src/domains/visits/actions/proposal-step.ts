import type { Ctx } from '#platform/http/call.ts'
import { holdsSeat, type ProposalFacts, type ProposalStatus, seatsLeft } from '../core/proposal-status.ts'
import { insertProposalEvent, markProposal, type Proposal, type ProposalMarks } from '../data/proposals.ts'
import type { Request } from '../data/requests.ts'
import { byOf } from './by.ts'

/** What the conditions of a proposal's life look at. `all` are the proposals of its request. */
export const proposalFacts = (
  ctx: Ctx,
  request: Request,
  proposal: Proposal,
  all: readonly Proposal[],
): ProposalFacts => {
  const slot = request.slots.find((one) => one.id === proposal.slotId)
  return {
    requestOpen: request.status === 'matching',
    slotAhead: slot !== undefined && slot.startsAt > ctx.now,
    seatsLeft: freeSeats(request, proposal.slotId, all, proposal.id),
    timePassed: ctx.now >= proposal.answerBy,
    replyGiven: proposal.repliedAt !== null,
    notPlanned: request.status !== 'confirmed' && request.status !== 'done',
  }
}

/** Seats at one of the times, beside what the others hold. */
export const freeSeats = (
  request: Request,
  slotId: string,
  all: readonly Proposal[],
  without: string | null = null,
): number =>
  seatsLeft(
    request.supportersWanted,
    all.filter((one) => one.slotId === slotId && one.id !== without).map((one) => one.status),
  )

/** Who holds a seat at this time. */
export const seatedAt = (slotId: string, all: readonly Proposal[]): Proposal[] =>
  all.filter((one) => one.slotId === slotId && holdsSeat(one.status))

/** One step of a proposal's life with its row and its note. */
export const takeProposalStep = async (
  ctx: Ctx,
  proposal: Proposal,
  to: ProposalStatus,
  marks: ProposalMarks = {},
): Promise<void> => {
  await markProposal(ctx.tx, proposal.id, { status: to, ...marks })
  await insertProposalEvent(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    proposalId: proposal.id,
    from: proposal.status,
    to,
    at: ctx.now,
    by: byOf(ctx),
  })
  ctx.audit.wrote({ action: `proposal_${to}`, kind: 'proposal', id: proposal.id, subject: proposal.personId })
}
