import { no, ok, type Result } from '#kernel/result.ts'
import { type Called, namesOf } from '#domains/people/index.ts'
import { suggestions } from '#domains/matching/index.ts'
import { markAsked } from '#domains/registration/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { suggestedAnswerBy } from '../core/proposal-time.ts'
import type { RequestBlocker } from '../core/request-status.ts'
import { insertProposal, insertProposalEvent, markProposal, proposalsOf } from '../data/proposals.ts'
import { findRequestForUpdate, type Request, type RequestSlot } from '../data/requests.ts'
import { proposalPaths } from '../web/paths.ts'
import { byOf } from './by.ts'
import { matchingQuestion } from './matching-question.ts'
import { takeRequestStep } from './request-step.ts'

export interface Invitation {
  slotId: string
  personIds: readonly string[]
  answerBy: Date | null
}

export type SendBlocker =
  | { kind: 'nobody_chosen' | 'too_many' | 'not_looking' | 'slot_over' | 'answer_by' }
  | { kind: 'could_not' | 'already_asked'; called: Pick<Called, 'name' | 'kana'> }
  | { kind: 'request'; blocker: RequestBlocker }

const mostAtOnce = 5

/** Asks one or a few people, with everything they need to decide. The page's list and this guard are one function. */
export const sendProposals = async (
  ctx: Ctx,
  requestId: string,
  invitation: Invitation,
): Promise<Result<string[], SendBlocker[]> | null> => {
  const found = await findRequestForUpdate(ctx.tx, ctx.actor, requestId)
  const slot = found?.slots.find((one) => one.id === invitation.slotId)
  if (!found || !slot || ctx.actor.role !== 'coordinator') return null
  const started = await startLooking(ctx, found)
  if (!started.ok) return no(started.error.map((blocker) => ({ kind: 'request', blocker })))
  const blockers = [
    ...simpleBlockers(ctx, started.value, slot, invitation),
    ...(await peopleBlockers(ctx, found, invitation)),
  ]
  if (blockers.length > 0) return no(blockers)
  const ids: string[] = []
  for (const personId of invitation.personIds) ids.push(await invite(ctx, found, slot, invitation, personId))
  await markAsked(ctx, invitation.personIds)
  return ok(ids)
}

/** The first invitation begins the search. */
const startLooking = async (ctx: Ctx, request: Request): Promise<Result<Request, RequestBlocker[]>> =>
  request.status === 'agreed' ? takeRequestStep(ctx, request, { to: 'matching', who: 'coordinator' }) : ok(request)

const simpleBlockers = (
  ctx: Ctx,
  request: Request,
  slot: RequestSlot,
  { personIds, answerBy }: Invitation,
): SendBlocker[] => {
  const inTime = answerBy === null || (answerBy > ctx.now && answerBy <= slot.startsAt)
  const all: [boolean, SendBlocker][] = [
    [request.status !== 'matching', { kind: 'not_looking' }],
    [slot.startsAt <= ctx.now, { kind: 'slot_over' }],
    [personIds.length === 0, { kind: 'nobody_chosen' }],
    [personIds.length > mostAtOnce, { kind: 'too_many' }],
    [!inTime, { kind: 'answer_by' }],
  ]
  return all.filter(([stands]) => stands).map(([, blocker]) => blocker)
}

const peopleBlockers = async (
  ctx: Ctx,
  request: Request,
  { slotId, personIds }: Invitation,
): Promise<SendBlocker[]> => {
  if (personIds.length === 0 || personIds.length > mostAtOnce) return []
  const open = (await proposalsOf(ctx.tx, request.id)).filter((one) => asksNow.includes(one.status))
  const { could } = suggestions(await matchingQuestion(ctx, request))
  const able = new Set(could.filter((one) => one.slotIds.includes(slotId)).map((one) => one.personId))
  const names = await namesOf(ctx.tx, ctx.actor.programmeId, personIds)
  return personIds.flatMap((personId): SendBlocker[] => {
    const called = names.get(personId) ?? { name: '', kana: '' }
    if (open.some((one) => one.personId === personId)) return [{ kind: 'already_asked', called }]
    return able.has(personId) ? [] : [{ kind: 'could_not', called }]
  })
}

const asksNow = ['sent', 'asking', 'yes', 'changed', 'seat_filled']

const invite = async (
  ctx: Ctx,
  request: Request,
  slot: RequestSlot,
  { answerBy }: Invitation,
  personId: string,
): Promise<string> => {
  const id = ctx.newId()
  const fresh = await insertProposal(ctx.tx, ctx.actor.programmeId, {
    id,
    requestId: request.id,
    personId,
    slotId: slot.id,
    sentAt: ctx.now,
    answerBy: answerBy ?? suggestedAnswerBy(ctx.now, slot.startsAt),
  })
  if (!fresh) throw new Error('an open proposal was there although its request was locked')
  await insertProposalEvent(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    proposalId: id,
    from: null,
    to: 'sent',
    at: ctx.now,
    by: byOf(ctx),
  })
  ctx.audit.wrote({ action: 'proposal_sent', kind: 'proposal', id, subject: personId })
  const messageId = await ctx.outbox.tell(
    personId,
    'visits.proposal_sent',
    { proposal: id },
    proposalPaths.proposal(id),
  )
  await markProposal(ctx.tx, id, { message_id: messageId })
  return id
}
