import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Telling } from '#domains/people/index.ts'
import { beginPause, currentPause, pausesOf } from '#domains/registration/index.ts'
import { type RestAnswer, restUntil } from '../core/rest.ts'
import { answerOffers, findRestOffer, openRestOffer, type RestOffer } from '../data/rest-offers.ts'
import { reachesPerson, reachOf } from './reach.ts'

/** The person answers in one press. Pressed again, or the other way round later, nothing is lost: the first answer stands. */
export const answerRest = async (ctx: Ctx, id: string, answer: RestAnswer | null): Promise<RestOffer | null> => {
  const offer = await findRestOffer(ctx.tx, ctx.actor.programmeId, id)
  if (!offer || offer.personId !== ctx.actor.personId) return null
  return answer ? record(ctx, offer, answer, { told: null, recordedBy: null }) : offer
}

/** Staff write down what the person told them; null where no offer of a person whom they reach waits for an answer. */
export const recordRest = async (
  ctx: Ctx,
  personId: string,
  told: { answer: RestAnswer; via: Telling },
): Promise<RestOffer | null> => {
  const offer = await openRestOffer(ctx.tx, ctx.actor.programmeId, personId)
  if (!offer || !reachesPerson(await reachOf(ctx), personId)) return null
  return record(ctx, offer, told.answer, { told: told.via, recordedBy: ctx.actor.membershipId })
}

const record = async (
  ctx: Ctx,
  offer: RestOffer,
  answer: RestAnswer,
  how: { told: Telling | null; recordedBy: string | null },
): Promise<RestOffer> => {
  if (offer.answer !== null) return offer
  const until = answer === 'rest' ? restUntil(ctx.today) : null
  await answerOffers(ctx.tx, ctx.actor.programmeId, offer.personId, {
    answer,
    answeredAt: ctx.now,
    restUntil: until,
    via: how.told ?? 'self',
    recordedBy: how.recordedBy,
  })
  ctx.audit.wrote({ action: 'answer', kind: 'care.rest_offer', id: offer.id, subject: offer.personId })
  if (until) await rest(ctx, offer.personId, until, how.told)
  return { ...offer, answer, restUntil: until }
}

// A pause of their own that lasts longer stays as it is.
const rest = async (ctx: Ctx, personId: string, untilDay: CalendarDay, told: Telling | null): Promise<void> => {
  const pauses = await pausesOf(ctx.tx, ctx.actor.programmeId, personId)
  const now = currentPause(pauses, { now: ctx.now.getTime(), today: ctx.today })
  if (now && (now.untilDay === null || now.untilDay >= untilDay)) return
  await beginPause(ctx, personId, { untilDay, told })
}
