import type { Ctx } from '#platform/http/call.ts'
import type { Telling } from '#domains/people/index.ts'
import { type RestAnswer, restUntil } from '../core/rest.ts'
import { answerOffers, findRestOffer, openRestOffer, type RestOffer } from '../data/rest-offers.ts'
import { reachesPerson, reachOf } from './reach.ts'

/** The person answers in one press. Pressed again, or the other way round later, nothing is lost: the first answer stands. */
export const answerRest = async (ctx: Ctx, id: string, answer: RestAnswer | null): Promise<RestOffer | null> => {
  const offer = await findRestOffer(ctx.tx, ctx.actor.programmeId, id)
  if (!offer || offer.personId !== ctx.actor.personId) return null
  return answer ? record(ctx, offer, answer, { via: 'self', recordedBy: null }) : offer
}

/** Staff write down what the person told them; null where no offer of a person whom they reach waits for an answer. */
export const recordRest = async (
  ctx: Ctx,
  personId: string,
  told: { answer: RestAnswer; via: Telling },
): Promise<RestOffer | null> => {
  const offer = await openRestOffer(ctx.tx, ctx.actor.programmeId, personId)
  if (!offer || !reachesPerson(await reachOf(ctx), personId)) return null
  return record(ctx, offer, told.answer, { via: told.via, recordedBy: ctx.actor.membershipId })
}

const record = async (
  ctx: Ctx,
  offer: RestOffer,
  answer: RestAnswer,
  how: { via: string; recordedBy: string | null },
): Promise<RestOffer> => {
  if (offer.answer !== null) return offer
  const until = answer === 'rest' ? restUntil(ctx.today) : null
  await answerOffers(ctx.tx, ctx.actor.programmeId, offer.personId, {
    answer,
    answeredAt: ctx.now,
    restUntil: until,
    ...how,
  })
  ctx.audit.wrote({ action: 'answer', kind: 'care.rest_offer', id: offer.id, subject: offer.personId })
  if (until) await ctx.outbox.emit('care.rest_accepted', { personId: offer.personId, untilDay: until })
  return { ...offer, answer, restUntil: until }
}
