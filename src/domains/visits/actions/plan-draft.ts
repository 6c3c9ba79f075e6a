import { z } from 'zod'
import type { Ctx } from '#platform/http/call.ts'
import type { WorkResult, WorkRun } from '#platform/jobs/work.ts'
import { endDraftVisits, putDraftVisits, putStandIns, visitsOfDraft, whichVisits } from '../data/draft-visits.ts'
import { findOwnDraft, keepPlanning, markDraft } from '../data/drafts.ts'
import { boardPaths } from '../web/board-paths.ts'
import { draftInMonth, thoseThatStay } from './draft-plan.ts'
import { type Planned, type Planning, planInThread } from './plan-thread.ts'

const paramsShape = z.object({ draft: z.uuid() })

/** Plans a month, or what of it does not stay as it is. Whoever stops it keeps the best so far. */
export const planDraft = async (work: WorkRun): Promise<WorkResult> => {
  const { draft: id } = paramsShape.parse(work.params)
  const planning = await work.step((ctx) => toPlan(ctx, id, work.id))
  if (planning === null) return { path: null, counts: {} }
  const planned = planning.month.requests.length === 0 ? nothing : await planInThread(planning, work.progress)
  await work.step((ctx) => fillDraft(ctx, id, work.id, planned))
  return { path: boardPaths.draft(id), counts: { visits: planned.proposals.length } }
}

const nothing: Planned = { proposals: [], open: [], shortages: [], standIns: new Map() }

/** A ward takes about a second, a city some seconds. */
const iterationsFor = (requests: number): number => Math.min(20_000, 1_000 + 10 * requests)

const toPlan = async (ctx: Ctx, id: string, workId: string): Promise<Planning | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  if (draft?.workId !== workId) return null
  const { visits, plan, records } = await draftInMonth(ctx, draft)
  const stand = new Set((await thoseThatStay(ctx.tx, visits)).map((one) => one.requestId))
  const stays = plan.filter((one) => stand.has(one.requestId))
  return { month: records.facts, stays, iterations: iterationsFor(records.facts.requests.length - stays.length) }
}

const fillDraft = async (ctx: Ctx, id: string, workId: string, planned: Planned): Promise<void> => {
  const { tx, actor, now, newId } = ctx
  const draft = await findOwnDraft(tx, actor, id)
  if (draft?.workId !== workId) return
  const before = await visitsOfDraft(tx, whichVisits(actor, draft))
  const stays = await thoseThatStay(tx, before)
  const kept = new Set(stays.map((one) => one.requestId))
  const ended = before.map((one) => one.requestId).filter((one) => !kept.has(one))
  await endDraftVisits(tx, id, ended, now)
  const ids = await putDraftVisits(
    tx,
    { programmeId: actor.programmeId, draftId: id, way: 'planned', at: now, newId },
    planned.proposals
      .filter((one) => !kept.has(one.requestId))
      .map(({ requestId, slot, supporterIds, companionId }) => ({
        requestId,
        slotId: slot.id,
        supporterIds,
        companionId,
      })),
  )
  for (const one of stays) ids.set(one.requestId, one.id)
  await putStandIns(tx, actor.programmeId, ids, planned.standIns)
  await keepPlanning(tx, actor.programmeId, { draftId: id, workId, at: now }, planned)
  await markDraft(tx, id, { planned_at: now })
  ctx.audit.wrote({ action: 'draft_planned', kind: 'draft', id })
}
