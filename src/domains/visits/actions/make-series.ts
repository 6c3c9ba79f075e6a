import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Recurrence } from '../core/recurrence.ts'
import { findRequestForUpdate } from '../data/requests.ts'
import { findSeriesOfRequest, insertSeries } from '../data/series.ts'
import { seriesPaths } from '../web/series-paths.ts'
import { takeRequestStep } from './request-step.ts'
import { type DaysBlocker, daysByRule, planDays } from './series-days.ts'
import { tellHosts } from './tell.ts'

export type MakeBlocker = DaysBlocker | { kind: 'not_looking' | 'place_unknown' | 'series_there' }

/** A request that repeats: every day of the rule becomes a planned visit that waits for its answers. */
export const makeSeries = async (
  ctx: Ctx,
  requestId: string,
  rule: Recurrence,
  holidays: ReadonlySet<CalendarDay>,
): Promise<Result<string, MakeBlocker[]> | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, requestId)
  if (!request || ctx.actor.role !== 'coordinator') return null
  const { slots, blockers: ofRule } = daysByRule(ctx, rule, holidays)
  const blockers: MakeBlocker[] = [
    ...(request.status === 'matching' ? [] : [{ kind: 'not_looking' } as const]),
    ...(request.placeId === null ? [{ kind: 'place_unknown' } as const] : []),
    ...((await findSeriesOfRequest(ctx.tx, requestId)) ? [{ kind: 'series_there' } as const] : []),
    ...ofRule,
  ]
  if (blockers.length > 0 || request.placeId === null) return no(blockers)
  const id = ctx.newId()
  await insertSeries(ctx.tx, ctx.actor.programmeId, { id, requestId, rule, now: ctx.now })
  await planDays(ctx, request, id, slots)
  await takeRequestStep(ctx, request, { to: 'confirmed', who: 'coordinator' })
  ctx.audit.wrote({ action: 'series_made', kind: 'series', id })
  await tellHosts(ctx, request.placeId, 'visits.series_to_agree', { series: id }, seriesPaths.series(id))
  return ok(id)
}
