import type { Ctx } from '#platform/http/call.ts'
import { endFollowing, insertFollowing } from '../data/following.ts'
import { findPerson, personsInRole } from '../data/persons.ts'

/** Staff who may follow a supporter. */
export const followingRoles = ['companion', 'coordinator'] as const

/** False where the pair follows already; null where there is no such pair. */
export const follow = async (ctx: Ctx, staffId: string, supporterId: string): Promise<boolean | null> => {
  const { tx, actor, now } = ctx
  const staff = (await personsInRole(tx, actor.programmeId, followingRoles)).find((one) => one.id === staffId)
  if (!staff || staffId === supporterId || !(await findPerson(tx, actor.programmeId, supporterId))) return null
  const begun = await insertFollowing(tx, actor.programmeId, { id: ctx.newId(), staffId, supporterId, fromAt: now })
  if (begun) ctx.audit.wrote({ action: 'follow', kind: 'people.following', id: staffId, subject: supporterId })
  return begun
}

export const unfollow = async (ctx: Ctx, staffId: string, supporterId: string): Promise<boolean> => {
  const ended = await endFollowing(ctx.tx, ctx.actor.programmeId, { staffId, supporterId }, ctx.now)
  if (ended) ctx.audit.wrote({ action: 'unfollow', kind: 'people.following', id: staffId, subject: supporterId })
  return ended
}
