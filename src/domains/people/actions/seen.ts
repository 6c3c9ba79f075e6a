import type { Ctx } from '#platform/http/call.ts'
import { givenNow } from '../core/consents.ts'
import { classesSeen, type SeenClass, type SharedVisit } from '../core/visibility.ts'
import { consentWords } from '../data/consents.ts'
import { followedBy } from '../data/following.ts'
import { openedLately } from '../data/looked.ts'

export type SeenCtx = Pick<Ctx, 'tx' | 'actor' | 'now' | 'today'>

/** What later slices know: the visits that connect the actor with these people. */
export type SharedVisits = ReadonlyMap<string, readonly SharedVisit[]>

/** Which classes the actor sees of each of these people: three statements at most, whatever the length of the list. */
export const seenOf = async (
  ctx: SeenCtx,
  personIds: readonly string[],
  visits: SharedVisits = new Map(),
): Promise<Map<string, ReadonlySet<SeenClass>>> => {
  const { tx, actor, now, today } = ctx
  const words = await consentWords(tx, actor.programmeId, personIds)
  const followed = new Set(await followedBy(tx, actor.programmeId, actor.personId))
  const opened =
    actor.role === 'coordinator'
      ? await openedLately(tx, actor.programmeId, actor.personId, personIds, now)
      : new Set<string>()
  const of = (id: string): ReadonlySet<SeenClass> =>
    classesSeen({
      role: actor.role,
      self: id === actor.personId,
      following: followed.has(id),
      visits: visits.get(id) ?? [],
      given: givenNow(words.get(id) ?? [], now),
      reasonGiven: opened.has(id),
      now,
      today,
    })
  return new Map(personIds.map((id) => [id, of(id)]))
}
