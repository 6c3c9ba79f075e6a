import type { Ctx } from '#platform/http/call.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import {
  getProgramme,
  type Programme,
  saveYearPlan,
  type Settings,
  updateSettings,
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

/** Plans a year; refused where the year was planned already, or changed meanwhile. */
export const planYear = async (ctx: Ctx, plan: YearPlan): Promise<Result<null, 'taken'>> => {
  if (!(await saveYearPlan(ctx.tx, ctx.programme.id, plan))) return no('taken')
  ctx.audit.wrote({ action: 'plan', kind: 'programme.fiscal_year', id: String(plan.year) })
  return ok(null)
}
