import { z } from 'zod'
import type { Ctx } from '#platform/http/call.ts'
import { startWork, type WorkResult, type WorkRun } from '#platform/jobs/work.ts'
import { isStillInvited } from '../core/proposal-status.ts'
import { markDraftVisit, visitsOfDraft, whichVisits } from '../data/draft-visits.ts'
import { findOwnDraft, markDraft } from '../data/drafts.ts'
import { proposalsOf } from '../data/proposals.ts'
import { boardPaths } from '../web/board-paths.ts'
import { sendProposals } from './send-proposals.ts'

export const sendDraftWork = 'visits.send_draft'

/** Puts out the invitations of these visits: one after the other in the background, each for itself. */
export const sendDraft = async (ctx: Ctx, id: string, requestIds: readonly string[]): Promise<string | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  return draft ? startWork(ctx, sendDraftWork, { draft: id, requests: [...requestIds] }) : null
}

const paramsShape = z.object({ draft: z.uuid(), requests: z.array(z.uuid()) })

/** Each visit in a transaction of its own; a visit whose people were invited already is left as it is. */
export const sendDraftVisits = async (work: WorkRun): Promise<WorkResult> => {
  const { draft: id, requests } = paramsShape.parse(work.params)
  let sent = 0
  for (const [index, requestId] of requests.entries()) {
    if (!(await work.progress(index, requests.length))) break
    const refusal = await work.step((ctx) => sendOne(ctx, id, requestId)).catch(refusalOf)
    if (refusal === null) sent += 1
    else await work.step((ctx) => markDraftVisit(ctx.tx, id, requestId, { not_sent: refusal }))
  }
  return { path: boardPaths.draft(id), counts: { sent, kept: requests.length - sent } }
}

/** Thrown so that nothing of a refused visit stays. */
class NotSent extends Error {}

const refusalOf = (error: unknown): string => {
  if (error instanceof NotSent) return error.message
  throw error
}

const sendOne = async (ctx: Ctx, id: string, requestId: string): Promise<null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  const [visit] = draft ? await visitsOfDraft(ctx.tx, whichVisits(ctx.actor, draft, [requestId])) : []
  if (!draft || !visit) throw new NotSent('taken_out')
  if (visit.sentAt !== null) return null
  const known = (await proposalsOf(ctx.tx, requestId)).filter((one) => isStillInvited(one.status))
  const personIds = visit.supporterIds.filter((personId) => !known.some((one) => one.personId === personId))
  if (personIds.length > 0) {
    const sent = await sendProposals(ctx, requestId, { slotId: visit.slotId, personIds, answerBy: null })
    if (!sent?.ok) throw new NotSent(sent?.error[0]?.kind ?? 'taken_out')
  }
  await markDraftVisit(ctx.tx, id, requestId, { sent_at: ctx.now, not_sent: null })
  if (draft.sentAt === null) await markDraft(ctx.tx, id, { sent_at: ctx.now })
  return null
}
