import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Telling } from '../core/contact.ts'
import { findPerson, insertPerson, type Person, updatePerson } from '../data/persons.ts'

type Draft = Omit<Person, 'id' | 'version'>

/** Saves over the version that was read. Where somebody else saved first: what stands there now. `told`: staff write down what they heard. */
export const saveContact = async (
  ctx: Ctx,
  personId: string,
  change: { draft: Draft; version: number; told: Telling | null },
): Promise<Result<null, Person> | null> => {
  const person = { ...change.draft, id: personId, version: change.version }
  if (!(await updatePerson(ctx.tx, ctx.actor.programmeId, person))) {
    const theirs = await findPerson(ctx.tx, ctx.actor.programmeId, personId)
    return theirs ? no(theirs) : null
  }
  ctx.audit.wrote({
    action: 'change',
    kind: 'people.contact',
    id: personId,
    subject: personId,
    reason: change.told && `told: ${change.told}`,
  })
  if (change.told) await ctx.outbox.tell(personId, 'people.recorded', {}, '/me')
  return ok(null)
}

/** Somebody who comes without an account: staff enter them. */
export const addPerson = async (ctx: Ctx, draft: Draft): Promise<string> => {
  const id = ctx.newId()
  await insertPerson(ctx.tx, ctx.actor.programmeId, { ...draft, id }, { now: ctx.now })
  ctx.audit.wrote({ action: 'add', kind: 'people.person', id, subject: id })
  return id
}
