import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Channel, findPerson, seenOf } from '#domains/people/index.ts'
import { closeKindCall as closeRow, findKindCall, type KindCall, kindCallsDone } from '../data/kind-calls.ts'

const field = 'training.kind_call.done_sealed'

export interface ShownCall {
  call: KindCall
  /** Null where the actor does not see it. */
  contact: { channel: Channel; phone: string | null } | null
  earlier: { doneAt: Date; done: string }[]
}

/** A call with how to reach the person, and what was said before; null where it is of no run of the actor's. */
export const showKindCall = async (ctx: Ctx, id: string): Promise<ShownCall | null> => {
  const call = await findKindCall(ctx.tx, ctx.actor, id)
  if (!call) return null
  const { personId } = call
  const seen = (await seenOf(ctx, [personId])).get(personId)
  const person = seen?.has('contact') ? await findPerson(ctx.tx, ctx.actor.programmeId, personId) : null
  const done = await kindCallsDone(ctx.tx, ctx.actor, call.enrolmentId)
  if (done.length > 0) ctx.audit.read({ kind: 'training.kind_call', id, subject: personId, classes: ['staff'] })
  const earlier: ShownCall['earlier'] = []
  for (const { id: row, doneAt, doneSealed } of done) {
    if (doneAt && doneSealed) earlier.push({ doneAt, done: await ctx.vault.open(personId, field, row, doneSealed) })
  }
  return { call, contact: person && { channel: person.channel, phone: person.phone }, earlier }
}

/** Closes it with what was done. Words that call for somebody are told on. */
export const closeKindCall = async (
  ctx: Ctx,
  id: string,
  done: string,
): Promise<Result<KindCall, 'closed_already'> | null> => {
  const call = await findKindCall(ctx.tx, ctx.actor, id)
  if (!call) return null
  const { personId } = call
  const closed = await closeRow(ctx.tx, ctx.actor.programmeId, {
    id,
    doneAt: ctx.now,
    doneSealed: await ctx.vault.seal(personId, field, id, done),
    by: ctx.actor.membershipId,
  })
  if (!closed) return no('closed_already')
  ctx.audit.wrote({ action: 'close', kind: 'training.kind_call', id, subject: personId })
  if (hasWordsOfRisk(done)) await ctx.outbox.emit('training.words_of_risk', { personId })
  return ok(call)
}
