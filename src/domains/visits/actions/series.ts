import { findActivity } from '#domains/programme/index.ts'
import { personsInRole } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { instantAt, type LocalSlot, localOf } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { occurrences, type Recurrence } from '../core/recurrence.ts'
import { type RuleBlocker, ruleBlockers } from '../core/recurrence-rule.ts'
import { applySeriesChange } from '../core/series-change.ts'
import { stands } from '../core/visit-status.ts'
import { findRequestForUpdate, lockRequest, type Request } from '../data/requests.ts'
import {
  daysOfSeries,
  findSeries,
  findSeriesOfRequest,
  insertInvitations,
  insertSeries,
  type SeriesDay,
  supersedeSeries,
} from '../data/series.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { insertVisit } from '../data/visits.ts'
import { seriesPaths } from '../web/series-paths.ts'
import { agreeAsPlace, agreeAsSupporter } from './agree-visit.ts'
import { byOf } from './by.ts'
import { changeCompanion } from './change-companion.ts'
import { leaveVisit } from './leave-visit.ts'
import { takeRequestStep } from './request-step.ts'
import { takeVisitStep } from './visit-step.ts'
import { tellHosts } from './tell.ts'

export type SeriesBlocker =
  | RuleBlocker
  | { kind: 'no_days' }
  | { kind: 'too_many_days' }
  | { kind: 'not_looking' }
  | { kind: 'place_unknown' }
  | { kind: 'series_there' }

const mostDays = 200

/** A request that repeats: every day of the rule becomes a planned visit that waits for its answers. */
export const makeSeries = async (
  ctx: Ctx,
  requestId: string,
  rule: Recurrence,
  holidays: ReadonlySet<CalendarDay>,
): Promise<Result<string, SeriesBlocker[]> | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, requestId)
  if (!request || ctx.actor.role !== 'coordinator') return null
  const slots = aheadOf(ctx, rule, holidays)
  const blockers: SeriesBlocker[] = [
    ...(request.status === 'matching' ? [] : [{ kind: 'not_looking' } as const]),
    ...(request.placeId === null ? [{ kind: 'place_unknown' } as const] : []),
    ...((await findSeriesOfRequest(ctx.tx, requestId)) ? [{ kind: 'series_there' } as const] : []),
    ...daysBlockers(rule, slots),
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

/** Another rule: what people agreed to stays, what nobody agreed to may go, what is new is added. */
export const changeSeries = async (
  ctx: Ctx,
  seriesId: string,
  rule: Recurrence,
  holidays: ReadonlySet<CalendarDay>,
): Promise<Result<string, SeriesBlocker[]> | null> => {
  const known = await findSeries(ctx.tx, ctx.actor, seriesId)
  if (!known || ctx.actor.role !== 'coordinator') return null
  const request = await lockRequest(ctx.tx, known.requestId)
  // Read again behind the lock: of two who change it at once, the second finds it changed.
  const series = await findSeries(ctx.tx, ctx.actor, seriesId)
  if (!series || series.supersededBy !== null) return null
  const slots = aheadOf(ctx, rule, holidays)
  const blockers = daysBlockers(rule, slots)
  if (blockers.length > 0) return no(blockers)
  const open = (await daysOfSeries(ctx.tx, ctx.actor.programmeId, seriesId)).filter(
    (one) => stands(one.status) && one.startsAt > ctx.now,
  )
  const change = applySeriesChange(
    open.map((one) => ({
      id: one.visitId,
      slot: slotOf(ctx, one),
      agreed: one.placeAgreed || one.supporters.some((each) => each.agreed && !each.left),
    })),
    slots,
  )
  const id = ctx.newId()
  await insertSeries(ctx.tx, ctx.actor.programmeId, { id, requestId: request.id, rule, now: ctx.now })
  await planDays(ctx, request, id, change.add)
  await supersedeSeries(ctx.tx, seriesId, id, change.keep)
  for (const visitId of change.cancelFree) await dropFreeDay(ctx, visitId)
  await askAgain(ctx, id, open)
  if (change.add.length > 0 && request.placeId !== null)
    await tellHosts(ctx, request.placeId, 'visits.series_to_agree', { series: id }, seriesPaths.series(id))
  ctx.audit.wrote({ action: 'series_changed', kind: 'series', id })
  return ok(id)
}

// Nobody had agreed to it: it goes without a message of its own.
const dropFreeDay = async (ctx: Ctx, visitId: string): Promise<void> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (visit) await takeVisitStep(ctx, visit, { to: 'cancelled', who: 'coordinator', side: 'ours' })
}

const aheadOf = (ctx: Ctx, rule: Recurrence, holidays: ReadonlySet<CalendarDay>): LocalSlot[] =>
  ruleBlockers(rule).length > 0
    ? []
    : occurrences(rule, { from: rule.fromDay, to: rule.untilDay }, holidays).filter(
        (slot) => instantAt(slot.day, slot.from, ctx.zone) > ctx.now,
      )

const daysBlockers = (rule: Recurrence, slots: readonly LocalSlot[]): SeriesBlocker[] => {
  const wrong = ruleBlockers(rule)
  if (wrong.length > 0) return wrong
  if (slots.length === 0) return [{ kind: 'no_days' }]
  return slots.length > mostDays ? [{ kind: 'too_many_days' }] : []
}

const slotOf = (ctx: Ctx, one: Pick<SeriesDay, 'startsAt' | 'endsAt'>): LocalSlot => {
  const from = localOf(one.startsAt, ctx.zone)
  return {
    day: from.day,
    from: from.minute,
    to: from.minute + Math.round((one.endsAt.getTime() - one.startsAt.getTime()) / 60_000),
  }
}

const planDays = async (ctx: Ctx, request: Request, seriesId: string, slots: readonly LocalSlot[]): Promise<void> => {
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

// Whoever said yes to a day of the old rule is asked about the new days too.
const askAgain = async (ctx: Ctx, seriesId: string, before: readonly SeriesDay[]): Promise<void> => {
  const people = new Set(
    before.flatMap((one) => one.supporters.filter((each) => each.agreed && !each.left).map((each) => each.personId)),
  )
  for (const personId of people) await inviteToDays(ctx, seriesId, personId)
}

const inviteToDays = async (ctx: Ctx, seriesId: string, personId: string): Promise<void> => {
  const days = (await daysOfSeries(ctx.tx, ctx.actor.programmeId, seriesId)).filter(
    (one) => stands(one.status) && one.startsAt > ctx.now,
  )
  await insertInvitations(
    ctx.tx,
    ctx.actor.programmeId,
    personId,
    days.map((one) => one.visitId),
  )
  await ctx.outbox.tell(personId, 'visits.series_invited', { series: seriesId }, seriesPaths.series(seriesId))
}

/** Asks a supporter about the whole series; they answer for all days or for single ones. */
export const inviteToSeries = async (
  ctx: Ctx,
  seriesId: string,
  personId: string,
): Promise<Result<null, never> | null> => {
  const series = await findSeries(ctx.tx, ctx.actor, seriesId)
  const supporters = await personsInRole(ctx.tx, ctx.actor.programmeId, ['supporter'])
  if (!series || ctx.actor.role !== 'coordinator' || !supporters.some((one) => one.id === personId)) return null
  await inviteToDays(ctx, seriesId, personId)
  ctx.audit.wrote({ action: 'series_invited', kind: 'series', id: seriesId, subject: personId })
  return ok(null)
}

export interface DaysRefused {
  startsAt: Date[]
}

/** A supporter's answer: yes to these days, not this time to the others that were asked. Days whose time is taken are told, the rest stands. */
export const answerSeries = async (
  ctx: Ctx,
  seriesId: string,
  personId: string,
  yes: readonly string[],
  via: string,
): Promise<Result<DaysRefused, never> | null> => {
  if (!(await findSeries(ctx.tx, ctx.actor, seriesId))) return null
  const days = (await daysOfSeries(ctx.tx, ctx.actor.programmeId, seriesId)).filter(
    (one) => stands(one.status) && one.startsAt > ctx.now && one.supporters.some((each) => each.personId === personId),
  )
  const refused: Date[] = []
  for (const one of days) {
    const seat = one.supporters.find((each) => each.personId === personId)
    if (yes.includes(one.visitId)) {
      const agreed = seat?.agreed && !seat.left ? ok(null) : await agreeAsSupporter(ctx, one.visitId, personId, { via })
      if (agreed === null) return null
      if (!agreed.ok) refused.push(one.startsAt)
    } else if (seat && !seat.left) {
      if ((await leaveVisit(ctx, one.visitId, personId)) === null) return null
    }
  }
  return ok({ startsAt: refused })
}

/** One companion for all days ahead. Days on which they are taken are told. */
export const companionForSeries = async (
  ctx: Ctx,
  seriesId: string,
  personId: string,
): Promise<Result<DaysRefused, never> | null> => {
  const series = await findSeries(ctx.tx, ctx.actor, seriesId)
  if (!series || ctx.actor.role !== 'coordinator') return null
  const refused: Date[] = []
  for (const one of await openDays(ctx, seriesId)) {
    const changed = await changeCompanion(ctx, one.visitId, personId)
    if (changed === null) return null
    if (!changed.ok) refused.push(one.startsAt)
  }
  return ok({ startsAt: refused })
}

/** The place agrees to all days ahead at once. */
export const agreeToSeries = async (ctx: Ctx, seriesId: string, via: string): Promise<Result<null, never> | null> => {
  if (!(await findSeries(ctx.tx, ctx.actor, seriesId))) return null
  for (const one of await openDays(ctx, seriesId))
    if ((await agreeAsPlace(ctx, one.visitId, { via })) === null) return null
  return ok(null)
}

const openDays = async (ctx: Ctx, seriesId: string): Promise<SeriesDay[]> =>
  (await daysOfSeries(ctx.tx, ctx.actor.programmeId, seriesId)).filter(
    (one) => stands(one.status) && one.startsAt > ctx.now,
  )
