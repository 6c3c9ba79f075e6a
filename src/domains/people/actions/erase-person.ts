import { no, ok, type Result } from '#kernel/result.ts'
import { forgetAccountOf } from '#platform/auth/forget-account.ts'
import type { Ctx } from '#platform/http/call.ts'
import { forgetMessages } from '#platform/messages/forget-messages.ts'
import { type ErasureBlocker, type ErasureGround, erasureBlockers } from '../core/erasure.ts'
import { forgetPerson, isTakenAfter, lockPerson } from '../data/erasure.ts'
import { recordsIn } from '../data/merges.ts'
import { findPerson, rolesOf } from '../data/persons.ts'
import type { Forgetting, StandsInTheWay } from '../forgetting.ts'

/** What people know stands in the way, and what later slices say. */
export interface InTheWay {
  own: ErasureBlocker[]
  others: StandsInTheWay[]
}

export const inTheWay = async (ctx: Ctx, personId: string, forgettings: readonly Forgetting[]): Promise<InTheWay> => {
  const { tx, actor, now } = ctx
  const own = erasureBlockers({
    isOwn: personId === actor.personId,
    roles: await rolesOf(tx, actor.programmeId, personId),
    isTakenAhead: await isTakenAfter(tx, actor.programmeId, personId, now),
  })
  const others: StandsInTheWay[] = []
  for (const each of forgettings) others.push(...(await each.standsInTheWay(ctx, personId)))
  return { own, others }
}

/**
 * Erases a record for good: the key of what was sealed, the words kept in clear, the account where it stands for nobody
 * else; records that went into this one too. Null: there is no such person, or the record is erased already.
 */
export const erasePerson = async (
  ctx: Ctx,
  personId: string,
  ground: ErasureGround,
  forgettings: readonly Forgetting[],
): Promise<Result<null, InTheWay> | null> => {
  await lockPerson(ctx.tx, ctx.actor.programmeId, personId)
  if (!(await findPerson(ctx.tx, ctx.actor.programmeId, personId))) return null
  const stands = await inTheWay(ctx, personId, forgettings)
  if (stands.own.length + stands.others.length > 0) return no(stands)
  const records = await recordsIn(ctx.tx, ctx.actor.programmeId, personId)
  for (const id of [personId, ...records]) await forgetEverywhere(ctx, id, forgettings)
  ctx.audit.wrote({ action: 'erase', kind: 'people.person', id: personId, subject: personId, reason: ground })
  return ok(null)
}

/** What erasing does, whatever stands in the way and as often as it is done: also for a record that came back with an old backup. */
export const forgetEverywhere = async (
  ctx: Ctx,
  personId: string,
  forgettings: readonly Forgetting[],
): Promise<void> => {
  const { tx, actor, now } = ctx
  for (const each of forgettings) await each.forget(ctx, personId)
  await forgetMessages(tx, actor.programmeId, personId)
  await forgetAccountOf(tx, personId, now)
  await forgetPerson(tx, actor.programmeId, personId, now)
  await ctx.vault.destroyKey(personId)
}
