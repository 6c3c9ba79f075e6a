import { isFollowing, type SeenClass, seenOf } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Looker } from '../core/sheet-seen.ts'

/** How the actor looks at somebody's sheet; null: not at all. */
export const lookerAt = async (ctx: Ctx, personId: string): Promise<Looker | null> => {
  const { tx, actor } = ctx
  if (personId === actor.personId && (actor.role === 'supporter' || actor.role === 'trainee')) {
    // Before they are registered the sheet is written down in the talk; they read all of it.
    const mayRecord = actor.role === 'supporter'
    return { self: true, role: actor.role, seesPlanning: true, seesCare: true, mayRecord }
  }
  // Nobody writes down, or reads in a second role, what they told themselves.
  if (personId === actor.personId) return null
  const seen: ReadonlySet<SeenClass> = (await seenOf(ctx, [personId])).get(personId) ?? new Set()
  const coordinator = actor.role === 'coordinator'
  if (!coordinator && !seen.has('logistics')) return null
  return {
    self: false,
    role: actor.role,
    seesPlanning: seen.has('logistics'),
    seesCare: seen.has('care'),
    mayRecord: coordinator || (await isFollowing(tx, actor.programmeId, actor.personId, personId)),
  }
}
