import { findPerson, type Telling } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { RegistrationBlocker } from '../core/registration-status.ts'
import { applicationWordsField, closeApplication, insertApplication, setTalk } from '../data/applications.ts'
import { insertSupporter } from '../data/supporters.ts'
import { lifePaths } from '../web/life-paths.ts'
import { keepFirstVersion } from './first-version.ts'
import { actingFor, noteChange, standingOf, stepBlockersFor } from './registration-facts.ts'

/** The text about the handling of personal data that was read; a new text is a new version. */
export const registrationTextVersion = '2026-11'

export interface Applying {
  words: string
  told: { via: Telling; at: Date } | null
}

/** Somebody would like to be registered. Null: not the actor's to say. */
export const applyToRegister = async (
  ctx: Ctx,
  personId: string,
  asked: Applying,
): Promise<Result<string, RegistrationBlocker[]> | null> => {
  const { tx, actor, now } = ctx
  const who = await actingFor(ctx, personId)
  if ((who !== 'person' && who !== 'coordinator') || !(await findPerson(tx, actor.programmeId, personId))) return null
  const standing = await standingOf(ctx, personId)
  const blockers = stepBlockersFor(standing, 'applied', who)
  if (blockers.length > 0) return no(blockers)
  const id = ctx.newId()
  const words = asked.words.trim()
  const via = asked.told?.via ?? 'self'
  const inserted = await insertApplication(tx, actor.programmeId, {
    id,
    personId,
    wordsSealed: words === '' ? null : await ctx.vault.seal(personId, applicationWordsField, id, words),
    consentVersion: registrationTextVersion,
    appliedAt: asked.told?.at ?? now,
    via,
    recordedBy: asked.told ? actor.membershipId : null,
  })
  if (!inserted) return no([{ kind: 'not_from_here', from: 'applied', to: 'applied' }])
  await noteChange(ctx, personId, { from: standing.status, to: 'applied', via })
  if (asked.told) await ctx.outbox.tell(personId, 'registration.applied_for', {}, lifePaths.mine)
  return ok(id)
}

/** A conversation is arranged: the sheet can be filled in together from now on. Null: nobody applied, or not the actor's. */
export const arrangeTalk = async (
  ctx: Ctx,
  personId: string,
  talk: { at: Date; place: string; with: string },
): Promise<Result<null, RegistrationBlocker[]> | null> => {
  const { tx, actor } = ctx
  const standing = await standingOf(ctx, personId)
  if (actor.role !== 'coordinator' || !standing.application) return null
  if (standing.application.status === 'applied') {
    const blockers = stepBlockersFor(standing, 'talking', 'coordinator', { talk_arranged: true })
    if (blockers.length > 0) return no(blockers)
    await noteChange(ctx, personId, { from: standing.status, to: 'talking' })
  }
  await setTalk(tx, actor.programmeId, standing.application.id, talk)
  if (await insertSupporter(tx, actor.programmeId, personId, null)) await keepFirstVersion(ctx, personId)
  await ctx.outbox.tell(personId, 'registration.talk_arranged', {}, lifePaths.mine)
  return ok(null)
}

/** They would rather not, for now. They may apply again any day. Null: nothing is open, or not the actor's. */
export const withdrawApplication = async (
  ctx: Ctx,
  personId: string,
  told: Telling | null,
): Promise<Result<null, RegistrationBlocker[]> | null> => {
  const who = await actingFor(ctx, personId)
  const standing = await standingOf(ctx, personId)
  if (!standing.application || (who !== 'person' && who !== 'coordinator')) return null
  const blockers = stepBlockersFor(standing, 'ended', who)
  if (blockers.length > 0) return no(blockers)
  await closeApplication(ctx.tx, ctx.actor.programmeId, personId, { status: 'withdrawn', at: ctx.now })
  await noteChange(ctx, personId, { from: standing.status, to: 'ended', via: told ?? 'self' })
  return ok(null)
}
