import { findActivity } from '#domains/programme/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt, type LocalSlot } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { occurrences, type Recurrence } from '../core/recurrence.ts'
import { type RuleBlocker, ruleBlockers } from '../core/recurrence-rule.ts'
import { stands } from '../core/visit-status.ts'
import { lockVisits } from '../data/locks.ts'
import { lockRequest, type Request } from '../data/requests.ts'
import { daysOfSeries, type Series, type SeriesDay } from '../data/series.ts'
import { insertVisit } from '../data/visits.ts'
import { byOf } from './by.ts'

export type DaysBlocker = RuleBlocker | { kind: 'no_days' | 'too_many_days' }

const mostDays = 200

/** The days ahead that a rule says, and what is wrong with it. */
export const daysByRule = (
  ctx: Ctx,
  rule: Recurrence,
  holidays: ReadonlySet<CalendarDay>,
): { slots: LocalSlot[]; blockers: DaysBlocker[] } => {
  const wrong = ruleBlockers(rule)
  if (wrong.length > 0) return { slots: [], blockers: wrong }
  const slots = occurrences(rule, holidays).filter((slot) => instantAt(slot.day, slot.from, ctx.zone) > ctx.now)
  if (slots.length === 0) return { slots, blockers: [{ kind: 'no_days' }] }
  return { slots, blockers: slots.length > mostDays ? [{ kind: 'too_many_days' }] : [] }
}

/** The days ahead that stand, of those that the actor reaches: locked, their request too. */
export const holdOpenDays = async (ctx: Ctx, series: Series): Promise<{ request: Request; days: SeriesDay[] }> => {
  const request = await lockRequest(ctx.tx, series.requestId)
  const days = (await daysOfSeries(ctx.tx, ctx.actor, series.id)).filter(
    (one) => stands(one.status) && one.startsAt > ctx.now,
  )
  await lockVisits(
    ctx.tx,
    days.map((one) => one.visitId),
  )
  return { request, days }
}

/** Each of these days becomes a planned visit that waits for its answers. */
export const planDays = async (
  ctx: Ctx,
  request: Request,
  seriesId: string,
  slots: readonly LocalSlot[],
): Promise<void> => {
  const activity = await findActivity(ctx.tx, request.activityId)
  if (!activity || request.placeId === null) throw new Error('a series needs its activity and its place')
  for (const slot of slots) {
    const visit = {
      id: ctx.newId(),
      requestId: request.id,
      placeId: request.placeId,
      activityId: activity.id,
      seriesId,
      field: request.field,
      startsAt: instantAt(slot.day, slot.from, ctx.zone),
      endsAt: instantAt(slot.day, slot.to, ctx.zone),
      online: request.online,
      companionNeeded: activity.companionRequired,
      replaces: null,
    }
    await insertVisit(ctx.tx, ctx.actor.programmeId, visit, { eventId: ctx.newId(), by: byOf(ctx), now: ctx.now })
  }
}
