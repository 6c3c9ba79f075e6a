import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { findPerson, type Person } from '../data/persons.ts'
import { openedForReason } from '../data/looked.ts'

export type ReasonBlocker = { kind: 'reason_needed' }

/**
 * In an emergency a coordinator sees what helps the person, although it was not shown to them. With a reason, which the person
 * reads; they are told at once.
 */
export const openForReason = async (
  ctx: Ctx,
  personId: string,
  reason: string,
): Promise<Result<Person, ReasonBlocker[]> | null> => {
  const person = await findPerson(ctx.tx, ctx.actor.programmeId, personId)
  if (!person || personId === ctx.actor.personId) return null
  if (reason.trim() === '') return no([{ kind: 'reason_needed' }])
  ctx.audit.wrote({ action: openedForReason, kind: 'people.person', id: personId, subject: personId, reason })
  await ctx.outbox.tell(personId, 'people.opened_for_reason', {}, '/me/looked')
  return ok(person)
}
