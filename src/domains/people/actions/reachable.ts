import { getProgramme } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { accompaniedBy, followedBy } from '../data/following.ts'

/** The people that somebody of the staff has to do with: coordinators all (null); others whom they follow, or go along with on a visit, ahead or lately. */
export const reachablePeople = async (ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>): Promise<ReadonlySet<string> | null> => {
  const { tx, actor, now } = ctx
  const { role, programmeId, personId } = actor
  if (role === 'coordinator') return null
  const { placeSeesDays } = await getProgramme(tx, programmeId)
  const since = new Date(now.getTime() - placeSeesDays * 86_400_000)
  return new Set([
    personId,
    ...(await followedBy(tx, programmeId, personId)),
    ...(await accompaniedBy(tx, programmeId, personId, since)),
  ])
}
