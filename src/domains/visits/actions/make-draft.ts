import { no, ok, type Result } from '#kernel/result.ts'
import { type CalendarDay, monthStart } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { cancelWork, startWork, workStateOf } from '#platform/jobs/work.ts'
import { type Draft, findOwnDraft, insertDraft, markDraft } from '../data/drafts.ts'

export const planMonthWork = 'visits.plan_month'

export type MakeBlocker = { kind: 'month_over' | 'too_far' }

const monthsAhead = 12

const makeBlockers = (month: CalendarDay, today: CalendarDay): MakeBlocker[] => {
  const first = monthStart(today)
  if (month < first) return [{ kind: 'month_over' }]
  return month > monthStart(first, monthsAhead) ? [{ kind: 'too_far' }] : []
}

/** A draft of the month, the maker's own: planned in the background, nothing is sent. */
export const makeDraft = async (ctx: Ctx, month: CalendarDay): Promise<Result<string, MakeBlocker[]> | null> => {
  if (ctx.actor.role !== 'coordinator') return null
  const blockers = makeBlockers(month, ctx.today)
  if (blockers.length > 0) return no(blockers)
  const id = ctx.newId()
  const workId = await startWork(ctx, planMonthWork, { draft: id })
  await insertDraft(ctx.tx, ctx.actor.programmeId, {
    id,
    month,
    madeBy: ctx.actor.membershipId,
    madeAt: ctx.now,
    workId,
  })
  ctx.audit.wrote({ action: 'draft_made', kind: 'draft', id })
  return ok(id)
}

/** What is frozen or sent stays; the rest is planned anew. */
export const planRestAgain = async (ctx: Ctx, id: string): Promise<Draft | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  if (!draft) return null
  await cancelWork(ctx, draft.workId)
  const workId = await startWork(ctx, planMonthWork, { draft: id })
  await markDraft(ctx.tx, id, { work_id: workId, planned_at: null })
  return draft
}

/** The best so far is the draft; where nothing has begun yet, it is an empty one. */
export const stopPlanning = async (ctx: Ctx, id: string): Promise<Draft | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  if (!draft) return null
  const work = await workStateOf(ctx, draft.workId)
  await cancelWork(ctx, draft.workId)
  if (work?.status === 'waiting') await markDraft(ctx.tx, id, { planned_at: ctx.now })
  return draft
}

export const putDraftAway = async (ctx: Ctx, id: string): Promise<Draft | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, id)
  if (!draft) return null
  await cancelWork(ctx, draft.workId)
  await markDraft(ctx.tx, id, { put_away_at: ctx.now })
  ctx.audit.wrote({ action: 'draft_put_away', kind: 'draft', id })
  return draft
}
