import type { Ctx } from '#platform/http/call.ts'
import { followedBy } from '#domains/people/index.ts'
import type { Reach } from '../data/follow-ups.ts'

/** Whose follow-ups the actor reaches. Routes let only companions and coordinators come this far. */
export const reachOf = async ({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>): Promise<Reach> =>
  actor.role === 'coordinator'
    ? 'all'
    : { staffId: actor.personId, supporterIds: await followedBy(tx, actor.programmeId, actor.personId) }

/** Whether the actor may open a follow-up for this person. */
export const reachesPerson = (reach: Reach, personId: string): boolean =>
  reach === 'all' || reach.supporterIds.includes(personId)
