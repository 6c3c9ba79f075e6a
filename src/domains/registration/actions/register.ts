import { findPerson, type Person } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { endCard, issueCard } from '#domains/training/index.ts'
import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { endRole, grantRole } from '#platform/auth/grant-role.ts'
import type { Ctx } from '#platform/http/call.ts'
import { firstTerm } from '../core/renewal.ts'
import type { RegistrationBlocker, RegistrationStatus } from '../core/registration-status.ts'
import { type EndReason, isSaidByThem } from '../core/registering.ts'
import { closeApplication } from '../data/applications.ts'
import { closeLeaving } from '../data/leavings.ts'
import { endOpenPause } from '../data/pauses.ts'
import { attemptsFor, closeRenewals, openRenewal } from '../data/renewals.ts'
import { supporterMemberships } from '../data/roles.ts'
import { findSupporter, insertSupporter, lockSupporter, setEnd, setRegistered } from '../data/supporters.ts'
import { endTerms, insertTerm } from '../data/terms.ts'
import { registrationPaths } from '../web/paths.ts'
import { keepFirstVersion } from './first-version.ts'
import { actingFor, noteChange, standingOf, stepBlockersFor } from './registration-facts.ts'

/** Registers somebody who applied, after the talk, with the sheet that was filled in together. Null: there is no such person, or the actor may not. */
export const register = async (
  ctx: Ctx,
  personId: string,
  on: CalendarDay,
): Promise<Result<null, RegistrationBlocker[]> | null> => {
  const { tx, actor, today } = ctx
  const person = await findPerson(tx, actor.programmeId, personId)
  if (!person || (await actingFor(ctx, personId)) !== 'coordinator') return null
  const known = await lockSupporter(tx, actor.programmeId, personId)
  const standing = await standingOf(ctx, personId)
  const holds = { sheet_written: (known?.version ?? 1) > 1, day_come: on <= today }
  const blockers = stepBlockersFor(standing, 'registered', 'coordinator', holds)
  // A break that is over, a leaving that was taken back and an answer lead there too: they register nobody.
  if (blockers.length === 0 && standing.status !== 'talking')
    return no([{ kind: 'not_from_here', from: standing.status ?? 'ended', to: 'registered' }])
  if (blockers.length > 0) return no(blockers)
  await beginRegistration(ctx, person, { on, from: standing.status })
  return ok(null)
}

/** The beginning itself; whether it may be was asked before. */
export const beginRegistration = async (
  ctx: Ctx,
  { id: personId, email }: Pick<Person, 'id' | 'email'>,
  { on, from }: { on: CalendarDay; from: RegistrationStatus | null },
): Promise<void> => {
  const { tx, actor } = ctx
  if (await insertSupporter(tx, actor.programmeId, personId, on)) await keepFirstVersion(ctx, personId)
  await setEnd(tx, actor.programmeId, personId, null)
  if ((await findSupporter(tx, actor.programmeId, personId))?.registeredOn === null)
    await setRegistered(tx, actor.programmeId, personId, on)
  await grantRole(ctx, { personId, role: 'supporter', placeId: null, email }, { unchecked: true })
  await beginTerm(ctx, personId, on, from)
  await ctx.outbox.emit('registration.registered', { personId })
  await ctx.outbox.tell(personId, 'registration.registered', {}, registrationPaths.mine)
}

// Registered on a day of a former year, they are registered until the end of this one: nobody begins with a term that is over.
const beginTerm = async (
  ctx: Ctx,
  personId: string,
  on: CalendarDay,
  from: RegistrationStatus | null,
): Promise<void> => {
  const { tx, actor, now, today } = ctx
  const { registrationByYear } = await getProgramme(tx, actor.programmeId)
  const { to } = firstTerm(today, registrationByYear)
  await endTerms(tx, actor.programmeId, personId, addDays(on, -1), now)
  const term = { id: ctx.newId(), personId, from: on, to, kind: 'registered' as const, by: actor.membershipId, at: now }
  await insertTerm(tx, actor.programmeId, term)
  await closeApplication(tx, actor.programmeId, personId, { status: 'registered', at: now })
  await noteChange(ctx, personId, { from, to: 'registered', on })
  await issueCard(ctx, { personId, validFrom: null, validUntil: to })
}

/** Ends a registration today. The sheet and what was lived stay; the role and its sessions end at once. */
export const endRegistration = async (
  ctx: Ctx,
  personId: string,
  reason: EndReason | null,
): Promise<Result<null, RegistrationBlocker[]> | null> => {
  const { tx, actor, today } = ctx
  if ((await actingFor(ctx, personId)) !== 'coordinator') return null
  const supporter = await lockSupporter(tx, actor.programmeId, personId)
  if (!supporter?.registeredOn) return null
  const standing = await standingOf(ctx, personId)
  // Whoever applies anew is registered no more: that application is taken back, not ended.
  if (standing.application) return no([{ kind: 'not_from_here', from: 'ended', to: 'ended' }])
  const blockers = stepBlockersFor(standing, 'ended', 'coordinator', {
    reason_given: reason !== null,
    other_way_tried: reason === null || isSaidByThem(reason) || !(await waitsUnheard(ctx, personId)),
  })
  if (reason === null || blockers.length > 0) return no(blockers)
  await closeRenewals(tx, actor.programmeId, personId, { at: ctx.now })
  await finishRegistration(ctx, personId, { lastDay: today, from: standing.status, reason })
  return ok(null)
}

/** They were asked whether they stay, have not answered, and nobody has tried to reach them in another way yet. */
const waitsUnheard = async ({ tx, actor }: Ctx, personId: string): Promise<boolean> => {
  const renewal = await openRenewal(tx, actor.programmeId, personId)
  if (!renewal || renewal.answer !== null) return false
  return (await attemptsFor(tx, actor.programmeId, renewal.id)).length === 0
}

/** The end itself, whoever decided it: role, pause and terms end; visits and planning hear of it; nothing is deleted. */
export const finishRegistration = async (
  ctx: Ctx,
  personId: string,
  end: { lastDay: CalendarDay; from: RegistrationStatus | null; reason: EndReason | 'not_heard' },
): Promise<void> => {
  const { tx, actor, now } = ctx
  await setEnd(tx, actor.programmeId, personId, end.lastDay)
  await endTerms(tx, actor.programmeId, personId, end.lastDay, now)
  await closeLeaving(tx, actor.programmeId, personId, { done_at: now })
  await endOpenPause(tx, actor.programmeId, personId, now)
  await endCard(ctx, personId)
  for (const id of await supporterMemberships(tx, actor.programmeId, personId))
    await endRole(ctx, id, { unchecked: true })
  await noteChange(ctx, personId, { from: end.from, to: 'ended', on: end.lastDay })
  ctx.audit.wrote({
    action: 'end',
    kind: 'registration.supporter',
    id: personId,
    subject: personId,
    reason: end.reason,
  })
  await ctx.outbox.emit('registration.ended', { personId })
}
