import { dayIn } from '#kernel/time.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type VisitActor,
  type VisitBlocker,
  visitBlockers,
  type VisitFacts,
  type VisitStatus,
} from '../core/visit-status.ts'
import type { VisitFull } from '../data/visit-full.ts'
import { insertVisitEvent, markVisit } from '../data/visits.ts'
import { byOf } from './by.ts'
import { giveAllTimeBack } from './visit-time.ts'

export interface VisitStep {
  to: VisitStatus
  who: VisitActor
  /** Whose side it was, where it was cancelled or not held. */
  side?: string | null
  reason?: string
  /** How many of the supporters came, where that is being said with the step. */
  attended?: number
}

/** Everything that the conditions of a visit's life look at. */
export const visitFacts = (ctx: Pick<Ctx, 'now'>, visit: VisitFull, step: Partial<VisitStep> = {}): VisitFacts => {
  const there = visit.participants.filter((one) => one.leftAt === null)
  const supporters = there.filter((one) => one.part === 'supporter')
  return {
    placeAgreed: visit.placeAgreedAt !== null,
    supporters: supporters.length,
    supportersAgreed: supporters.filter((one) => one.agreedAt !== null).length,
    companionNeeded: visit.companionNeeded,
    companions: there.filter((one) => one.part === 'companion').length,
    side: step.side ?? null,
    begun: visit.startsAt <= ctx.now,
    attended: step.attended ?? supporters.filter((one) => one.attended).length,
    reason: step.reason ?? '',
  }
}

/** One step of a visit's life with its row and its note: nobody is told here. The visit was locked before. */
export const takeVisitStep = async (
  ctx: Ctx,
  visit: VisitFull,
  step: VisitStep,
): Promise<Result<null, VisitBlocker[]>> => {
  const blockers = visitBlockers({ from: visit.status, to: step.to, who: step.who }, visitFacts(ctx, visit, step))
  if (blockers.length > 0) return no(blockers)
  const ended = step.to === 'cancelled' || step.to === 'not_held'
  await markVisit(ctx.tx, visit.id, { status: step.to, reason: ended ? (step.side ?? null) : null })
  await insertVisitEvent(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    visitId: visit.id,
    from: visit.status,
    to: step.to,
    at: ctx.now,
    by: byOf(ctx),
    reason: step.reason || (step.side ?? ''),
  })
  if (ended || step.to === 'superseded') await giveAllTimeBack(ctx, visit.id)
  if (step.to === 'held') await tellThatHeld(ctx, visit)
  ctx.audit.wrote({ action: `visit_${step.to}`, kind: 'visit', id: visit.id, reason: step.side ?? null })
  return ok(null)
}

// Later slices look after those who were there.
const tellThatHeld = (ctx: Ctx, visit: VisitFull): Promise<void> => {
  const there = visit.participants.filter((one) => one.leftAt === null)
  return ctx.outbox.emit('visits.held', {
    visitId: visit.id,
    heldOn: dayIn(visit.startsAt, ctx.zone),
    supporterIds: there.filter((one) => one.part === 'supporter').map((one) => one.personId),
    companionIds: there.filter((one) => one.part === 'companion').map((one) => one.personId),
    heavy: visit.heavy,
  })
}
