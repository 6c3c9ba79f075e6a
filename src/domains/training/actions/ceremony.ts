import type { Telling } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  cancelCeremony,
  type Ceremony,
  findCeremony,
  type GuestAnswer,
  guestsOf,
  insertCeremony,
  insertGuest,
  mayBeAsked,
  setAnswer,
} from '../data/ceremonies.ts'
import { credentialPaths } from '../web/credential-paths.ts'

const kind = 'training.ceremony'

export const planCeremony = async (ctx: Ctx, planned: Omit<Ceremony, 'id' | 'cancelledAt'>): Promise<string> => {
  const id = ctx.newId()
  await insertCeremony(ctx.tx, ctx.actor.programmeId, { ...planned, id }, ctx.now)
  ctx.audit.wrote({ action: 'plan', kind, id })
  return id
}

/** Asks people with a certificate; whoever was asked before is passed over. Null: no such ceremony, or called off. */
export const askToCeremony = async (ctx: Ctx, id: string, personIds: readonly string[]): Promise<number | null> => {
  const { tx, actor, now } = ctx
  const ceremony = await findCeremony(tx, actor.programmeId, id)
  if (!ceremony || ceremony.cancelledAt) return null
  const known = new Set((await mayBeAsked(tx, actor.programmeId, id)).map((one) => one.id))
  let asked = 0
  for (const personId of new Set(personIds)) {
    if (!known.has(personId)) continue
    if (!(await insertGuest(tx, actor.programmeId, { ceremonyId: id, personId, at: now }))) continue
    ctx.audit.wrote({ action: 'ask', kind, id, subject: personId })
    await ctx.outbox.tell(personId, 'training.ceremony_asked', {}, credentialPaths.mine)
    asked += 1
  }
  return asked
}

/** Comes, or would rather not: both are fine. False: they were not asked. */
export const answerCeremony = async (
  ctx: Ctx,
  id: string,
  said: { personId: string; answer: GuestAnswer; told: Telling | null },
): Promise<boolean> => {
  const { personId, answer, told } = said
  const guest = { ceremonyId: id, personId, answer, at: ctx.now, via: told ?? 'self' }
  if (!(await setAnswer(ctx.tx, ctx.actor.programmeId, guest))) return false
  ctx.audit.wrote({ action: 'answer', kind, id, subject: personId, reason: told && `told: ${told}` })
  return true
}

/** Calls it off and tells those who were asked. False: it is not there, or was called off before. */
export const callOffCeremony = async (ctx: Ctx, id: string): Promise<boolean> => {
  const { tx, actor, now } = ctx
  if (!(await cancelCeremony(tx, actor.programmeId, id, now))) return false
  for (const { personId } of await guestsOf(tx, actor.programmeId, id)) {
    await ctx.outbox.tell(personId, 'training.ceremony_off', {}, credentialPaths.mine)
  }
  ctx.audit.wrote({ action: 'call_off', kind, id })
  return true
}
