import { type WhyHere, whyThese } from '#domains/matching/index.ts'
import { matchingFacts } from '#domains/registration/index.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { stands } from '../core/visit-status.ts'
import { placesKnown } from '../data/matching-facts.ts'
import { getRequest } from '../data/requests.ts'
import type { VisitFull } from '../data/visit-full.ts'
import { requestFactsFrom } from './matching-question.ts'

/** Why these people go to a visit that has been agreed: for the coordinator, as long as it is ahead. In words, and no number. */
export const whyTheyGo = async (ctx: Ctx, visit: VisitFull): Promise<WhyHere[]> => {
  if (ctx.actor.role !== 'coordinator' || !stands(visit.status)) return []
  const people = visit.participants.filter((one) => one.part === 'supporter' && one.leftAt === null)
  const ids = people.map((one) => one.personId)
  const request = await getRequest(ctx.tx, visit.requestId)
  const known = await placesKnown(ctx.tx, ctx.actor.programmeId, [visit.placeId])
  const nowhere: ReadonlySet<string> = new Set()
  const supporters = (await matchingFacts(ctx, { people: ids })).map((one) => ({
    ...one,
    busy: [],
    visitDays: [],
    knownPlaces: known.get(one.personId) ?? nowhere,
    awaitingAnswer: false,
  }))
  const place = { id: visit.placeId, point: null }
  const facts = requestFactsFrom(ctx, request, { activity: null, place, hosts: [], proposals: [] })
  return whyThese({ supporters, today: daySerial(ctx.today) }, facts, ids).filter(({ reasons }) => reasons.length > 0)
}
