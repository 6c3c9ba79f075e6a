import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type Answer,
  answerLeadsTo,
  isOpen,
  type ProposalBlocker,
  proposalBlockers,
  type ProposalStatus,
} from '../core/proposal-status.ts'
import { findProposal, getProposal, type Proposal, type ProposalMarks, proposalsOf } from '../data/proposals.ts'
import { lockRequest, type Request, type Via } from '../data/requests.ts'
import { proposalPaths, requestPaths } from '../web/paths.ts'
import { freeSeats, proposalFacts, takeProposalStep } from './proposal-step.ts'
import { sealTurn } from './question-words.ts'
import { tellCoordinators } from './tell.ts'

export interface ProposalAnswer {
  answer: Answer
  /** With 'asking': what they would like to know. */
  question?: string
  /** Said by telephone, on paper …: staff write it down as told. */
  told?: Via | null
}

export interface Answered {
  proposal: Proposal
  to: ProposalStatus
  /** Words that call for somebody to get in touch today. Nothing is scored. */
  risk: boolean
}

/** A person's answer, from themselves or as told. The request is locked first: seats are given one by one. */
export const answerProposal = async (
  ctx: Ctx,
  id: string,
  given: ProposalAnswer,
): Promise<Result<Answered, ProposalBlocker[]> | null> => {
  const found = await findProposal(ctx.tx, ctx.actor, id)
  if (!found) return null
  const request = await lockRequest(ctx.tx, found.requestId)
  const proposal = await getProposal(ctx.tx, id)
  const all = await proposalsOf(ctx.tx, request.id)
  const facts = proposalFacts(ctx, request, proposal, all)
  const to = answerLeadsTo(given.answer, facts.seatsLeft)
  // The same answer twice is the same answer.
  if (proposal.status === to && to !== 'asking') return ok({ proposal, to, risk: false })
  const who = ctx.actor.role === 'coordinator' ? 'coordinator' : 'supporter'
  const blockers = proposalBlockers({ from: proposal.status, to, who }, facts)
  if (blockers.length > 0) return no(blockers)
  if (askedAnew(proposal, all)) return no([{ kind: 'not_from_here', from: proposal.status, to }])
  await takeProposalStep(ctx, proposal, to, await marksOf(ctx, proposal, to, given))
  await tellOfAnswer(ctx, request, proposal, to)
  const risk = to === 'asking' && hasWordsOfRisk(given.question ?? '')
  if (risk) await ctx.outbox.emit('visits.words_of_risk', { personId: proposal.personId, visitId: null })
  return ok({ proposal, to, risk })
}

/** The person holds a newer invitation to the same request: that one is to be answered. */
const askedAnew = (proposal: Proposal, all: readonly Proposal[]): boolean =>
  all.some(
    (one) =>
      one.id !== proposal.id && one.personId === proposal.personId && (isOpen(one.status) || one.status === 'yes'),
  )

const marksOf = async (
  ctx: Ctx,
  proposal: Proposal,
  to: ProposalStatus,
  given: ProposalAnswer,
): Promise<ProposalMarks> => {
  const told = ctx.actor.role === 'coordinator'
  return {
    answered_at: ctx.now,
    via: told ? (given.told ?? 'phone') : 'self',
    recorded_by: told ? ctx.actor.membershipId : null,
    ...(to === 'asking'
      ? { question_sealed: await sealTurn(ctx, proposal, 'question', given.question ?? ''), replied_at: null }
      : {}),
  }
}

const tellOfAnswer = async (ctx: Ctx, request: Request, before: Proposal, to: ProposalStatus): Promise<void> => {
  const params = { request: request.id, proposal: before.id }
  const path = requestPaths.matching(request.id)
  if (to === 'asking') return tellCoordinators(ctx, 'visits.question_asked', params, proposalPaths.proposal(before.id))
  if (to === 'declined' && before.status === 'yes') return tellCoordinators(ctx, 'visits.seat_freed', params, path)
  if (to === 'seat_filled')
    return void (await ctx.outbox.tell(
      before.personId,
      'visits.seat_filled',
      { proposal: before.id },
      proposalPaths.proposal(before.id),
    ))
  if (to !== 'yes') return
  const all = await proposalsOf(ctx.tx, request.id)
  if (freeSeats(request, before.slotId, all) === 0) await tellCoordinators(ctx, 'visits.seats_full', params, path)
}
