import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { type LocalSlot, localOf } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Recurrence } from '../core/recurrence.ts'
import { applySeriesChange } from '../core/series-change.ts'
import { exceptionsOfSeries, findSeries, insertSeries, type SeriesDay, supersedeSeries } from '../data/series.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { visitPaths } from '../web/paths.ts'
import { seriesPaths } from '../web/series-paths.ts'
import { askForDays } from './invite-to-series.ts'
import { type DaysBlocker, daysByRule, holdOpenDays, planDays } from './series-days.ts'
import { tellHosts } from './tell.ts'
import { takeVisitStep } from './visit-step.ts'

export type ChangeBlocker = DaysBlocker | { kind: 'request_over' | 'changed_meanwhile' }

/**
 * Another rule: what people agreed to stays, what was called off or moved by itself stays so, what nobody agreed to may go, what is new is
 * added and asked about.
 */
export const changeSeries = async (
  ctx: Ctx,
  seriesId: string,
  rule: Recurrence,
  holidays: ReadonlySet<CalendarDay>,
): Promise<Result<string, ChangeBlocker[]> | null> => {
  const known = await findSeries(ctx.tx, ctx.actor, seriesId)
  if (!known || ctx.actor.role !== 'coordinator') return null
  const { request, days } = await holdOpenDays(ctx, known)
  // Read again behind the lock: of two who change it at once, the second finds it changed.
  const series = await findSeries(ctx.tx, ctx.actor, seriesId)
  if (series?.supersededBy !== null) return no([{ kind: 'changed_meanwhile' }])
  const { slots, blockers } = daysByRule(ctx, rule, holidays)
  if (request.status !== 'confirmed' && request.status !== 'matching') return no([{ kind: 'request_over' }])
  if (blockers.length > 0) return no(blockers)
  const exceptions = await exceptionsOfSeries(ctx.tx, seriesId)
  const change = applySeriesChange(
    days.map((one) => ({ id: one.visitId, slot: slotOf(ctx, one), agreed: isSettled(one) })),
    exceptions.map((one) => slotOf(ctx, one)),
    slots,
  )
  const id = ctx.newId()
  await insertSeries(ctx.tx, ctx.actor.programmeId, { id, requestId: request.id, rule, now: ctx.now })
  await planDays(ctx, request, id, change.add)
  await supersedeSeries(ctx.tx, seriesId, id, [...change.keep, ...exceptions.map((one) => one.visitId)])
  ctx.audit.wrote({ action: 'series_changed', kind: 'series', id })
  await dropDays(
    ctx,
    days.filter((one) => change.cancelFree.includes(one.visitId)),
  )
  if (change.add.length === 0) return ok(id)
  await askAgain(ctx, id, days)
  if (request.placeId !== null)
    await tellHosts(ctx, request.placeId, 'visits.series_to_agree', { series: id }, seriesPaths.series(id))
  return ok(id)
}

const isSettled = (one: SeriesDay): boolean => one.placeAgreed || one.moved || one.supporters.some((each) => each.holds)

// Nobody had agreed to them: only whoever was to go along is told, once.
const dropDays = async (ctx: Ctx, days: readonly SeriesDay[]): Promise<void> => {
  for (const { visitId } of days) {
    const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
    if (visit) await takeVisitStep(ctx, visit, { to: 'cancelled', who: 'coordinator', side: 'ours' })
  }
  for (const personId of new Set(days.flatMap((one) => one.companion?.personId ?? [])))
    if (personId !== ctx.actor.personId) await ctx.outbox.tell(personId, 'visits.series_days_gone', {}, visitPaths.list)
}

// Whoever was asked about the old days, and has not stepped back from all of them, is asked about the new ones too.
const askAgain = async (ctx: Ctx, seriesId: string, before: readonly SeriesDay[]): Promise<void> => {
  const people = before.flatMap((one) => one.supporters.filter((each) => !each.left).map((each) => each.personId))
  const series = await findSeries(ctx.tx, ctx.actor, seriesId)
  if (series) await askForDays(ctx, series, [...new Set(people)])
}

const slotOf = (ctx: Ctx, one: Pick<SeriesDay, 'startsAt' | 'endsAt'>): LocalSlot => {
  const from = localOf(one.startsAt, ctx.zone)
  const minutes = Math.round((one.endsAt.getTime() - one.startsAt.getTime()) / 60_000)
  return { day: from.day, from: from.minute, to: from.minute + minutes }
}
