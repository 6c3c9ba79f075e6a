import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { consentTextVersion } from '../core/consent-text.ts'
import { type ApplicationWords, readWords, writeWords } from '../data/application-words.ts'
import { type Application, findApplication } from '../data/applications.ts'
import { doorOf } from './application-facts.ts'

export type SaveBlocker = { kind: 'not_a_draft' } | { kind: 'stale'; theirs: Application; words: ApplicationWords }

interface Saved {
  application: Application
  /** The words may hold a cry for help. */
  risk: boolean
}

/** Whether what was written can still be changed: until it is sent, and by staff who write it down for somebody. */
export const mayWrite = (one: Application): boolean => one.status === 'draft'

/** Saves what was written so far, over the version that was read. Null: not the actor's. */
export const saveApplication = async (
  ctx: Ctx,
  which: { id: string; version: number },
  words: ApplicationWords,
  consented: boolean,
): Promise<Result<Saved, SaveBlocker> | null> => {
  const application = await findApplication(ctx.tx, ctx.actor, which.id)
  if (!application) return null
  if (!mayWrite(application)) return no({ kind: 'not_a_draft' })
  const consent = consented ? { version: consentTextVersion, at: application.toldAt ?? ctx.now } : null
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
