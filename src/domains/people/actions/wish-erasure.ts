import type { Ctx } from '#platform/http/call.ts'
import type { Telling } from '../core/contact.ts'
import { endWish, insertWish } from '../data/erasure.ts'
import { findPerson, personsInRole } from '../data/persons.ts'
import { peoplePaths } from '../web/paths.ts'

/** Somebody would like their record erased: the coordinators see it. Said twice, it is said once. Null: there is nobody. */
export const wishErasure = async (ctx: Ctx, personId: string, told: Telling | null): Promise<boolean | null> => {
  const { tx, actor, now } = ctx
  if (!(await findPerson(tx, actor.programmeId, personId))) return null
  const wish = {
    id: ctx.newId(),
    personId,
    via: told ?? ('self' as const),
    recordedBy: told ? actor.membershipId : null,
    at: now,
  }
  if (!(await insertWish(tx, actor.programmeId, wish))) return false
  ctx.audit.wrote({ action: 'wish', kind: 'people.erasure', id: personId, subject: personId, reason: told })
  for (const { id } of await personsInRole(tx, actor.programmeId, ['coordinator']))
    await ctx.outbox.tell(id, 'people.erasure_wished', {}, peoplePaths.erasure(personId))
  return true
}

/** They would like to keep it after all. Pressed twice, it is kept all the same. */
export const takeBackWish = async (ctx: Ctx, personId: string, told: Telling | null): Promise<boolean | null> => {
  const { tx, actor, now } = ctx
  if (!(await findPerson(tx, actor.programmeId, personId))) return null
  const ended = await endWish(tx, actor.programmeId, personId, now)
  if (ended)
    ctx.audit.wrote({ action: 'take_back', kind: 'people.erasure', id: personId, subject: personId, reason: told })
  return ended
}
