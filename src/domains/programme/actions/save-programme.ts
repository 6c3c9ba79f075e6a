import type { Ctx } from '#platform/http/call.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import {
  findYearPlan,
  getProgramme,
  insertYearPlan,
  type Programme,
  type Settings,
  updateSettings,
  updateYearPlan,
  type YearPlan,
} from '../data/programmes.ts'

/** Saves over the version that was read. Where somebody else saved first: what stands there now. */
export const changeSettings = async (
  ctx: Ctx,
  version: number,
  settings: Settings,
): Promise<Result<null, Programme>> => {
  if (!(await updateSettings(ctx.tx, ctx.programme.id, version, settings)))
    return no(await getProgramme(ctx.tx, ctx.programme.id))
  ctx.audit.wrote({ action: 'change', kind: 'programme.settings', id: String(ctx.programme.id) })
  return ok(null)
}

/** Plans a year; refused where it was planned already. */
export const planYear = async (ctx: Ctx, plan: YearPlan): Promise<Result<null, 'taken'>> => {
  if (!(await insertYearPlan(ctx.tx, ctx.programme.id, plan))) return no('taken')
  ctx.audit.wrote({ action: 'plan', kind: 'programme.fiscal_year', id: String(plan.year) })
  return ok(null)
}

/** Saves over the version that was read. Where somebody else saved first: what stands there now; null: the year has no plan. */
export const changePlan = async (ctx: Ctx, plan: YearPlan): Promise<Result<null, YearPlan> | null> => {
  if (!(await updateYearPlan(ctx.tx, ctx.programme.id, plan))) {
    const theirs = await findYearPlan(ctx.tx, plan.year)
    return theirs && no(theirs)
  }
  ctx.audit.wrote({ action: 'change', kind: 'programme.fiscal_year', id: String(plan.year) })
  return ok(null)
}
