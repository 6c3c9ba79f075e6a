import { isTelling, type Telling } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { mayRead, mayWrite } from '../core/application-words-seen.ts'
import { consentTextVersion } from '../core/consent-text.ts'
import { type ApplicationWords, type Consent, readWords, writeWords } from '../data/application-words.ts'
import { type Application, findApplication } from '../data/applications.ts'
import { doorOf } from './application-facts.ts'

export type SaveBlocker =
  | { kind: 'not_a_draft' }
  | { kind: 'consent_unconfirmed' }
  | { kind: 'stale'; theirs: Application; words: ApplicationWords }

interface Saved {
  application: Application
  /** The words may hold a cry for help. */
  risk: boolean
}

/**
 * Saves what was written so far, over the version that was read. `confirmed`: how staff had the person's own consent
 * confirmed; of two who come together one cannot speak for the other. Null: not the actor's to write.
 */
export const saveApplication = async (
  ctx: Ctx,
  which: { id: string; version: number },
  words: ApplicationWords,
  consented: boolean,
  confirmed: Telling | null = null,
): Promise<Result<Saved, SaveBlocker> | null> => {
  const application = await findApplication(ctx.tx, ctx.actor, which.id)
  if (!application || !mayRead(ctx.actor, application)) return null
  if (!mayWrite(ctx.actor, application)) return no({ kind: 'not_a_draft' })
  const consent = consented ? consentOf(ctx, application, confirmed) : null
  if (consent === 'unconfirmed') return no({ kind: 'consent_unconfirmed' })
  if (!(await writeWords(doorOf(ctx), { ...application, version: which.version }, words, consent))) {
    const theirs = (await findApplication(ctx.tx, ctx.actor, which.id)) ?? application
    return no({ kind: 'stale', theirs, words: await readWords(doorOf(ctx), theirs) })
  }
  const { id, personId } = application
  ctx.audit.wrote({ action: 'write', kind: 'training.application', id, subject: personId })
  const risk = hasWordsOfRisk(...Object.values(words))
  if (risk) await ctx.outbox.emit('training.words_of_risk', { personId })
  return ok({ application, risk })
}

const consentOf = (
  { actor, now }: Ctx,
  { personId, consentVersion, consentVia, via, pairId, toldAt }: Application,
  confirmed: Telling | null,
): Consent | 'as_before' | 'unconfirmed' => {
  if (consentVersion === consentTextVersion && consentVia !== 'office') return 'as_before'
  const given = { version: consentTextVersion, by: actor.membershipId }
  if (personId === actor.personId) return { ...given, via: 'self', at: now }
  const how = confirmed ?? (pairId === null && isTelling(via) ? via : null)
  return how ? { ...given, via: how, at: toldAt ?? now } : 'unconfirmed'
}
