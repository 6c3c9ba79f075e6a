import type { Telling } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { askedYear, leavingBlockers, type LeavingBlocker, termHolds } from '../core/renewal.ts'
import type { RegistrationBlocker, RegistrationStatus } from '../core/registration-status.ts'
import { closeLeaving, insertLeaving, leavingsOver } from '../data/leavings.ts'
import { renewalOfYear, reopenRenewal } from '../data/renewals.ts'
import { setEnd } from '../data/supporters.ts'
import { lifePaths } from '../web/life-paths.ts'
import { finishRegistration } from './register.ts'
import { actingFor, noteChange, standingOf, stepBlockersFor } from './registration-facts.ts'

/** Somebody leaves on a day of their own; no reason is asked. Null: not registered, or not the actor's to say. */
export const leave = async (
  ctx: Ctx,
  personId: string,
  lastDay: CalendarDay,
  told: Telling | null,
): Promise<Result<null, (RegistrationBlocker | LeavingBlocker)[]> | null> => {
  const who = await actingFor(ctx, personId)
  const standing = await standingOf(ctx, personId)
  if (!who || !standing.supporter?.registeredOn) return null
  const term = standing.terms.find((one) => termHolds(one, ctx.today)) ?? null
  const blockers = [
    ...stepBlockersFor(standing, 'leaving', who),
    ...leavingBlockers({ lastDay, today: ctx.today, term }),
  ]
  if (blockers.length > 0) return no(blockers)
  await sayLeaving(ctx, personId, { lastDay, from: standing.status, told })
  return ok(null)
}

/** Keeps the last day. Until then they are registered; planning asks them about nothing after it. */
export const sayLeaving = async (
  ctx: Ctx,
  personId: string,
  said: { lastDay: CalendarDay; from: RegistrationStatus | null; told: Telling | null },
): Promise<void> => {
  const { tx, actor, now } = ctx
  const { lastDay, from, told } = said
  const via = told ?? 'self'
  const recordedBy = told ? actor.membershipId : null
  await insertLeaving(tx, actor.programmeId, { id: ctx.newId(), personId, lastDay, at: now, via, recordedBy })
  await setEnd(tx, actor.programmeId, personId, lastDay)
  await noteChange(ctx, personId, { from, to: 'leaving', on: lastDay, via })
  await ctx.outbox.tell(personId, 'registration.leaving', {}, lifePaths.mine)
}

/** They stay after all. Null: nobody leaves, or it is not the actor's to say. */
export const stayAfterAll = async (
  ctx: Ctx,
  personId: string,
  told: Telling | null,
): Promise<Result<null, RegistrationBlocker[]> | null> => {
  const who = await actingFor(ctx, personId)
  const standing = await standingOf(ctx, personId)
  if (!who || !standing.leaving) return null
  const blockers = stepBlockersFor(standing, 'registered', who)
  if (blockers.length > 0) return no(blockers)
  await closeLeaving(ctx.tx, ctx.actor.programmeId, personId, { taken_back_at: ctx.now })
  await setEnd(ctx.tx, ctx.actor.programmeId, personId, null)
  const year = askedYear(ctx.today)
  const said = year && (await renewalOfYear(ctx.tx, ctx.actor.programmeId, personId, year))
  if (said && said.answer === 'leave') await reopenRenewal(ctx.tx, ctx.actor.programmeId, said.id)
  await noteChange(ctx, personId, { from: 'leaving', to: 'registered', via: told ?? 'self' })
  return ok(null)
}

/** In the morning: whose last day has gone by. */
export const finishLeavings = async (ctx: Ctx): Promise<void> => {
  for (const { personId, lastDay } of await leavingsOver(ctx.tx, ctx.actor.programmeId, ctx.today)) {
    const standing = await standingOf(ctx, personId)
    if (stepBlockersFor(standing, 'ended', 'system', { last_day_over: true }).length > 0) continue
    await finishRegistration(ctx, personId, { lastDay, from: 'leaving', reason: 'own_wish' })
  }
}
