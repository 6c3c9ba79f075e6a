import type { Ctx } from '#platform/http/call.ts'
import { markAskedAgain, markLeft } from '../data/visit-changes.ts'
import { insertVisitEvent, markVisit, type StandingSeat, standingSeatsOf } from '../data/visits.ts'
import { visitPaths } from '../web/paths.ts'
import { byOf } from './by.ts'
import { holdAllOf } from './hold-all-of.ts'
import { tellCoordinators } from './tell.ts'

/** Somebody paused: whether they still wish to come to what they had agreed to is asked, once; what they had not answered is taken back. */
export const askAboutVisits = async (ctx: Ctx, personId: string): Promise<void> => {
  await holdAllOf(ctx, personId)
  for (const seat of await standingSeatsOf(ctx.tx, ctx.actor.programmeId, personId, ctx.now)) {
    if (seat.askedAgainAt !== null) continue
    if (seat.agreedAt === null) await takeBackSeat(ctx, seat, personId)
    else await askAgain(ctx, seat, personId)
  }
}

const takeBackSeat = async (ctx: Ctx, { visitId }: StandingSeat, personId: string): Promise<void> => {
  await markLeft(ctx.tx, { visitId, personId, part: 'supporter' }, ctx.now)
  ctx.audit.wrote({ action: 'visit_invitation_withdrawn', kind: 'visit', id: visitId, subject: personId })
}

const askAgain = async (ctx: Ctx, seat: StandingSeat, personId: string): Promise<void> => {
  const { visitId } = seat
  await markAskedAgain(ctx.tx, { visitId, personId, part: 'supporter' }, ctx.now)
  ctx.audit.wrote({ action: 'visit_asked_again', kind: 'visit', id: visitId, subject: personId })
  if (seat.status === 'confirmed') {
    await markVisit(ctx.tx, visitId, { status: 'planned' })
    await insertVisitEvent(ctx.tx, ctx.actor.programmeId, {
      id: ctx.newId(),
      visitId,
      from: 'confirmed',
      to: 'planned',
      at: ctx.now,
      by: byOf(ctx),
      reason: '',
    })
  }
  const path = visitPaths.visit(visitId)
  await ctx.outbox.tell(personId, 'visits.still_wish_visit', { visit: visitId }, path)
  await tellCoordinators(ctx, 'visits.seat_unsure', { visit: visitId }, path)
}
