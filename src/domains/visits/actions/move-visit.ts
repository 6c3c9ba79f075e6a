import { no, ok, type Result } from '#kernel/result.ts'
import { type Booking, bookAll, holdTime, type TakenTime } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type VisitBlocker, visitBlockers } from '../core/visit-status.ts'
import { getRequest } from '../data/requests.ts'
import { findVisitForUpdate, type VisitFull, type VisitParticipant } from '../data/visit-full.ts'
import { carryMeeting, holdersOf, meetingsAhead } from '../data/visit-time.ts'
import { insertParticipants, insertVisit } from '../data/visits.ts'
import { byOf } from './by.ts'
import { everybody, tellOfVisit } from './tell-visit.ts'
import { takeVisitStep, visitFacts } from './visit-step.ts'

export type MoveRefusal = VisitBlocker | TakenTime | { kind: 'slot_past' } | { kind: 'times_reversed' }

/**
 * Another day or time: a new visit takes the place of the old one, which stays as it was. Everybody's time is taken anew, and
 * everybody is asked whether they agree to the new day.
 */
export const moveVisit = async (
  ctx: Ctx,
  visitId: string,
  to: { startsAt: Date; endsAt: Date; reason: string },
): Promise<Result<string, MoveRefusal[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (!visit || ctx.actor.role !== 'coordinator') return null
  if (to.endsAt <= to.startsAt) return no([{ kind: 'times_reversed' }])
  if (to.startsAt <= ctx.now) return no([{ kind: 'slot_past' }])
  const blockers = visitBlockers({ from: visit.status, to: 'superseded', who: 'coordinator' }, visitFacts(ctx, visit))
  if (blockers.length > 0) return no(blockers)
  const holders = await holdersOf(ctx.tx, visitId)
  await holdTime(ctx, [...holders])
  const id = ctx.newId()
  const there = visit.participants.filter((one) => one.leftAt === null)
  await insertSuccessor(ctx, id, visit, to)
  for (const meeting of await meetingsAhead(ctx.tx, visitId, ctx.now))
    if (meeting.startsAt < to.startsAt) await carryMeeting(ctx.tx, meeting.id, id)
  const step = await takeVisitStep(ctx, visit, { to: 'superseded', who: 'coordinator', reason: to.reason })
  if (!step.ok) return step
  const booked = await bookAll(
    ctx,
    there
      .filter((one) => holders.has(one.personId))
      .map(
        (one): Booking => ({
          refId: id,
          personId: one.personId,
          kind: one.part === 'companion' ? 'companion' : 'visit',
          from: to.startsAt,
          to: to.endsAt,
        }),
      ),
  )
  if (!booked.ok) return no(booked.error)
  await seatAgain(ctx, id, there)
  await tellOfVisit(ctx, { ...visit, id }, 'visits.visit_moved', everybody)
  return ok(id)
}

const insertSuccessor = async (
  ctx: Ctx,
  id: string,
  visit: VisitFull,
  to: { startsAt: Date; endsAt: Date },
): Promise<void> => {
  const request = await getRequest(ctx.tx, visit.requestId)
  await insertVisit(
    ctx.tx,
    ctx.actor.programmeId,
    {
      id,
      requestId: visit.requestId,
      placeId: visit.placeId,
      activityId: visit.activityId,
      seriesId: visit.seriesId,
      field: request.field,
      startsAt: to.startsAt,
      endsAt: to.endsAt,
      online: visit.online,
      companionNeeded: visit.companionNeeded,
      replaces: visit.id,
    },
    { eventId: ctx.newId(), by: byOf(ctx), now: ctx.now },
  )
  ctx.audit.wrote({ action: 'visit_planned', kind: 'visit', id })
}

const seatAgain = (ctx: Ctx, visitId: string, there: readonly VisitParticipant[]): Promise<void> =>
  insertParticipants(
    ctx.tx,
    ctx.actor.programmeId,
    there.map((one) => ({
      visitId,
      personId: one.personId,
      part: one.part,
      agreedAt: one.part === 'companion' ? ctx.now : null,
      via: 'self',
      recordedBy: null,
    })),
  )
