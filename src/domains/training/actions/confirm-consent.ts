import type { Telling } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { mayRead } from '../core/application-words-seen.ts'
import { putConsent } from '../data/application-words.ts'
import { findApplication } from '../data/applications.ts'
import { doorOf } from './application-facts.ts'

/** Somebody said themselves that they agree, where only their office had ticked it. Null: not the actor's. */
export const confirmConsent = async (
  ctx: Ctx,
  id: string,
  told: { via: Telling; at: Date },
): Promise<Result<null, { kind: 'confirmed_already' }[]> | null> => {
  const one = ctx.actor.role === 'coordinator' ? await findApplication(ctx.tx, ctx.actor, id) : null
  if (!one || !mayRead(ctx.actor, one)) return null
  const { consentVersion: version, consentVia, personId } = one
  if (version === null || consentVia !== 'office') return no([{ kind: 'confirmed_already' }])
  await putConsent(doorOf(ctx), id, { ...told, version, by: ctx.actor.membershipId })
  ctx.audit.wrote({ action: 'confirm_consent', kind: 'training.application', id, subject: personId })
  return ok(null)
}
