import { z } from 'zod'
import type { PlannableMonth, Proposal } from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { WorkResult, WorkRun } from '#platform/jobs/work.ts'
import { findOwnDraft, markDraft, putDraftVisits, takeOutDraftVisits, visitsOfDraft } from '../data/drafts.ts'
import { boardPaths } from '../web/board-paths.ts'
import { draftInMonth, restToPlan, staysAsItIs } from './draft-plan.ts'
import { planInThread } from './plan-thread.ts'

const paramsShape = z.object({ draft: z.uuid() })

/** Plans a month, or what of it does not stay as it is. Whoever stops it keeps the best so far. */
export const planDraft = async (work: WorkRun): Promise<WorkResult> => {
  const { draft: id } = paramsShape.parse(work.params)
  const month = await work.step((ctx) => toPlan(ctx, id, work.id))
  if (month === null) return { path: null, counts: {} }
  const planning = { month, iterations: iterationsFor(month) }
  const proposals = month.requests.length === 0 ? [] : await planInThread(planning, work.progress)
  await work.step((ctx) => fillDraft(ctx, id, work.id, proposals))
  return { path: boardPaths.draft(id), counts: { visits: proposals.length } }
}

/** A ward takes about a second, a city some seconds. */
const iterationsFor = ({ requests }: PlannableMonth): number => Math.min(20_000, 1_000 + 10 * requests.length)

const toPlan = async (ctx: Ctx, id: string, workId: string): Promise<PlannableMonth | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  return draft?.workId === workId ? restToPlan(await draftInMonth(ctx, draft)) : null
}

const fillDraft = async (ctx: Ctx, id: string, workId: string, proposals: readonly Proposal[]): Promise<void> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  if (draft?.workId !== workId) return
  const before = await visitsOfDraft(ctx.tx, id)
  const stays = new Set(before.filter(staysAsItIs).map((one) => one.requestId))
  await takeOutDraftVisits(
    ctx.tx,
    id,
    before.map((one) => one.requestId).filter((one) => !stays.has(one)),
  )
  await putDraftVisits(
    ctx.tx,
    ctx.actor.programmeId,
    id,
    proposals
      .filter((one) => !stays.has(one.requestId))
      .map(({ requestId, slot, supporterIds, companionId }) => ({
        requestId,
        slotId: slot.id,
        supporterIds,
        companionId,
      })),
  )
  await markDraft(ctx.tx, id, { planned_at: ctx.now })
}
