import { personsInRole, type Telling } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { issueCard } from '#domains/training/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYearEnd, fiscalYearStart } from '#kernel/fiscal-year.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  askedYear,
  keptTerm,
  type ReachChannel,
  silenceBlockers,
  type SilenceBlocker,
  termOfYear,
} from '../core/renewal.ts'
import type { RegistrationBlocker } from '../core/registration-status.ts'
import {
  attemptsFor,
  attemptWordsField,
  closeRenewals,
  endedWordsField,
  findRenewal,
  insertAttempt,
  insertRenewal,
  type Renewal,
  setRenewalAnswer,
} from '../data/renewals.ts'
import { endTerms, insertTerm, notAskedYet, termsOf, withoutTerm } from '../data/terms.ts'
import { lifePaths } from '../web/life-paths.ts'
import { sayLeaving } from './leave.ts'
import { finishRegistration } from './register.ts'
import { actingFor, noteChange, standingOf, stepBlockersFor } from './registration-facts.ts'

/** In February and March: asks everybody who is registered and was not asked yet. Says how many. */
export const askAboutNextYear = async (ctx: Ctx): Promise<number> => {
  const { tx, actor, now, today } = ctx
  const year = askedYear(today)
  if (year === null || !(await getProgramme(tx, actor.programmeId)).registrationByYear) return 0
  const people = await notAskedYet(tx, actor.programmeId, year)
  let asked = 0
  for (const personId of people) {
    const standing = await standingOf(ctx, personId)
    if (stepBlockersFor(standing, 'renewal_asked', 'system', { in_campaign: true }).length > 0) continue
    await insertRenewal(tx, actor.programmeId, { id: ctx.newId(), personId, year, at: now })
    await noteChange(ctx, personId, { from: standing.status, to: 'renewal_asked' })
    await ctx.outbox.tell(personId, 'registration.renewal_asked', {}, lifePaths.mine)
    asked += 1
  }
  return asked
}

/** From 1 April: whoever was not heard from is kept, so that nobody ends by silence. */
export const keepTheSilent = async (ctx: Ctx): Promise<void> => {
  const { tx, actor, now, today } = ctx
  for (const personId of await withoutTerm(tx, actor.programmeId, today)) {
    const kept = keptTerm(await termsOf(tx, actor.programmeId, personId), today)
    if (!kept) continue
    const term = { ...kept, id: ctx.newId(), personId, kind: 'kept' as const, by: null, at: now }
    await insertTerm(tx, actor.programmeId, term)
    ctx.audit.wrote({ action: 'keep', kind: 'registration.term', id: term.id, subject: personId })
  }
}

export type Answered =
  | { answer: 'stay' }
  | { answer: 'hesitate'; talkWith: string | null }
  | { answer: 'leave'; lastDay: CalendarDay }

/** What somebody says to another year. Null: nobody asked them, or it is not the actor's to say. */
export const answerRenewal = async (
  ctx: Ctx,
  personId: string,
  said: Answered,
  told: Telling | null,
): Promise<Result<null, RegistrationBlocker[]> | null> => {
  const who = await actingFor(ctx, personId)
  const standing = await standingOf(ctx, personId)
  const { renewal } = standing
  if (!who || !renewal) return null
  const to = said.answer === 'leave' ? 'leaving' : 'registered'
  const blockers = stepBlockersFor(standing, to, who)
  if (blockers.length > 0) return no(blockers)
  await setRenewalAnswer(ctx.tx, ctx.actor.programmeId, renewal.id, {
    answer: said.answer,
    at: ctx.now,
    via: told ?? 'self',
    recordedBy: told ? ctx.actor.membershipId : null,
    talkWith: said.answer === 'hesitate' ? said.talkWith : null,
    closed: said.answer !== 'hesitate',
  })
  if (said.answer === 'leave') {
    await sayLeaving(ctx, personId, { lastDay: said.lastDay, from: standing.status, told })
  } else if (said.answer === 'stay') await stayOn(ctx, renewal, told)
  else await askForTalk(ctx, personId, said.talkWith)
  if (told) await ctx.outbox.tell(personId, 'registration.renewal_recorded', {}, lifePaths.mine)
  return ok(null)
}

/** The year that follows begins where the one before ends; a term that held the place of an answer is confirmed by it. */
const stayOn = async (ctx: Ctx, renewal: Renewal, told: Telling | null): Promise<void> => {
  const { tx, actor, now } = ctx
  const { personId, year } = renewal
  await endTerms(tx, actor.programmeId, personId, fiscalYearEnd((year - 1) as typeof year), now)
  const term = {
    ...termOfYear(year),
    id: ctx.newId(),
    personId,
    kind: 'renewed' as const,
    by: actor.membershipId,
    at: now,
  }
  await insertTerm(tx, actor.programmeId, term)
  await noteChange(ctx, personId, {
    from: 'renewal_asked',
    to: 'registered',
    on: fiscalYearStart(year),
    via: told ?? 'self',
  })
  const { from, to } = termOfYear(year)
  await issueCard(ctx, { personId, validFrom: from, validUntil: to })
}

const askForTalk = async (ctx: Ctx, personId: string, talkWith: string | null): Promise<void> => {
  ctx.audit.wrote({ action: 'hesitate', kind: 'registration.renewal', id: personId, subject: personId })
  const coordinators = await personsInRole(ctx.tx, ctx.actor.programmeId, ['coordinator'])
  const staff = talkWith ? [talkWith] : coordinators.map((one) => one.id)
  for (const one of staff) {
    if (one !== ctx.actor.personId) await ctx.outbox.tell(one, 'registration.talk_wished', {}, lifePaths.renewals)
  }
}

/** Staff wrote down how they tried to reach somebody. Null: no such renewal, or not the actor's. */
export const noteAttempt = async (
  ctx: Ctx,
  renewalId: string,
  attempt: { channel: ReachChannel; on: CalendarDay; words: string },
): Promise<Renewal | null> => {
  const { tx, actor, vault, now } = ctx
  const renewal = await findRenewal(tx, actor.programmeId, renewalId)
  if (!renewal || (await actingFor(ctx, renewal.personId)) === null || renewal.personId === actor.personId) return null
  const id = ctx.newId()
  const wordsSealed = await vault.seal(renewal.personId, attemptWordsField, id, attempt.words)
  const { channel, on } = attempt
  const row = { id, renewalId, channel, on, wordsSealed, by: actor.membershipId, at: now }
  await insertAttempt(tx, actor.programmeId, row)
  ctx.audit.wrote({
    action: 'try',
    kind: 'registration.renewal',
    id: renewalId,
    subject: renewal.personId,
    reason: channel,
  })
  return renewal
}

/** Ends the registration of somebody who was not heard from, after another way was tried. Null: not there, or not the actor's. */
export const endTheSilent = async (
  ctx: Ctx,
  renewalId: string,
  reason: string,
): Promise<Result<Renewal, SilenceBlocker[]> | null> => {
  const { tx, actor, vault, now, today } = ctx
  const renewal = actor.role === 'coordinator' ? await findRenewal(tx, actor.programmeId, renewalId) : null
  if (!renewal || renewal.closedAt || renewal.personId === actor.personId) return null
  const tried = (await attemptsFor(tx, actor.programmeId, renewalId)).map(({ channel }) => channel)
  const blockers = silenceBlockers({
    year: renewal.year,
    today,
    answered: renewal.answer !== null,
    tried,
    reasonGiven: reason.trim() !== '',
  })
  if (blockers.length > 0) return no(blockers)
  const endedSealed = await vault.seal(renewal.personId, endedWordsField, renewal.id, reason.trim())
  await closeRenewals(tx, actor.programmeId, renewal.personId, { at: now, endedSealed })
  await finishRegistration(ctx, renewal.personId, { lastDay: today, from: 'renewal_asked', reason: 'not_heard' })
  return ok(renewal)
}
