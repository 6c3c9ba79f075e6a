import { consentWords, givenNow, typedConsents } from '#domains/people/index.ts'
import type { Call } from '#platform/http/call.ts'

/** What somebody agreed to until now, as the fields of a form. */
export const consentsSoFar = async ({ tx, actor, now }: Call, personId: string): Promise<Record<string, string[]>> => {
  const said = (await consentWords(tx, actor.programmeId, [personId])).get(personId) ?? []
  return typedConsents(givenNow(said, now))
}
