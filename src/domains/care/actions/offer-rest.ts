import type { Ctx } from '#platform/http/call.ts'
import { insertRestOffer } from '../data/rest-offers.ts'
import { carePaths } from '../web/paths.ts'

/** Once for each visit and person. Nobody is told to rest: it is there, and one press takes it. */
export const offerRest = async (ctx: Ctx, personId: string, visitId: string): Promise<void> => {
  const id = ctx.newId()
  const offered = await insertRestOffer(ctx.tx, ctx.actor.programmeId, { id, personId, visitId, offeredAt: ctx.now })
  if (!offered) return
  ctx.audit.wrote({ action: 'offer', kind: 'care.rest_offer', id, subject: personId })
  await ctx.outbox.tell(personId, 'care.rest_offered', {}, carePaths.mine)
}
