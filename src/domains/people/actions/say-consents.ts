import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type ConsentKey,
  type ConsentLine,
  consentLines,
  consentTextVersion,
  givenNow,
  keyOf,
  newestOf,
} from '../core/consents.ts'
import type { Telling } from '../core/contact.ts'
import { consentWords, insertConsent } from '../data/consents.ts'

/** A word of a paper that is older than what was said since does not count any more. */
export interface SaidSince {
  kind: 'said_since'
  line: ConsentLine
  at: Date
}

/**
 * Writes a word for each line that changes; nothing is overwritten. `told`: how and when staff heard it. `shown`: what stood on the
 * form; a line that was left as it stood there is nobody's word, whatever was said elsewhere meanwhile.
 */
export const sayConsents = async (
  ctx: Ctx,
  personId: string,
  given: ReadonlySet<ConsentKey>,
  told: { via: Telling; at: Date } | null,
  shown: ReadonlySet<ConsentKey> | null = null,
): Promise<Result<number, SaidSince[]>> => {
  const { tx, actor, now } = ctx
  const said = (await consentWords(tx, actor.programmeId, [personId])).get(personId) ?? []
  const before = givenNow(said, now)
  const at = told?.at ?? now
  const changed = consentLines.filter((line) => {
    const key = keyOf(line)
    const touched = shown === null || shown.has(key) !== given.has(key)
    return touched && before.has(key) !== given.has(key)
  })
  const since = changed.flatMap((line): SaidSince[] => {
    const newest = newestOf(said, line)
    return newest && newest.at > at ? [{ kind: 'said_since', line, at: newest.at }] : []
  })
  if (since.length > 0) return no(since)
  for (const line of changed) {
    const word = {
      personId,
      recipient: line.recipient,
      item: line.item,
      given: given.has(keyOf(line)),
      textVersion: consentTextVersion,
      via: told?.via ?? ('self' as const),
      recordedBy: told ? actor.membershipId : null,
      at,
    }
    await insertConsent(tx, actor.programmeId, ctx.newId(), word, now)
  }
  if (changed.length > 0) await tellOfChange(ctx, personId, told !== null)
  return ok(changed.length)
}

const tellOfChange = async (ctx: Ctx, personId: string, told: boolean): Promise<void> => {
  ctx.audit.wrote({ action: 'say', kind: 'people.consent', id: personId, subject: personId })
  await ctx.outbox.emit('people.consent_changed', { personId })
  if (told) await ctx.outbox.tell(personId, 'people.recorded', {}, '/me')
}
