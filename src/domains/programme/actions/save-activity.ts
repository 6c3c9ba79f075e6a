import type { Ctx } from '#platform/http/call.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import {
  type Activity,
  type ActivityDraft,
  endActivity,
  findActivity,
  insertActivity,
  insertRate,
  updateActivity,
} from '../data/activities.ts'
import type { HonorariumRate } from '../core/honorarium.ts'

export const addActivity = async (ctx: Ctx, draft: ActivityDraft): Promise<string> => {
  const id = ctx.newId()
  await insertActivity(ctx.tx, ctx.programme.id, id, draft)
  ctx.audit.wrote({ action: 'add', kind: 'programme.activity', id })
  return id
}

/** Saves over the version that was read. Where somebody else saved first: what stands there now. */
export const rewriteActivity = async (
  ctx: Ctx,
  id: string,
  version: number,
  draft: ActivityDraft,
): Promise<Result<null, Activity> | null> => {
  const saved = await updateActivity(ctx.tx, id, version, draft)
  if (!saved) {
    const theirs = await findActivity(ctx.tx, id)
    return theirs ? no(theirs) : null
  }
  ctx.audit.wrote({ action: 'change', kind: 'programme.activity', id })
  return ok(null)
}

/** Takes it off the menu from today; what took place stays. */
export const takeOffMenu = async (ctx: Ctx, id: string): Promise<Result<null, never> | null> => {
  if (!(await findActivity(ctx.tx, id))) return null
  await endActivity(ctx.tx, id, ctx.today)
  ctx.audit.wrote({ action: 'end', kind: 'programme.activity', id })
  return ok(null)
}

export const setHonorarium = async (
  ctx: Ctx,
  id: string,
  rate: HonorariumRate,
): Promise<Result<null, never> | null> => {
  if (!(await findActivity(ctx.tx, id))) return null
  await insertRate(ctx.tx, ctx.programme.id, id, rate)
  ctx.audit.wrote({ action: 'set_honorarium', kind: 'programme.activity', id })
  return ok(null)
}
