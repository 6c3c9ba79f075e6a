import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { stands } from '../core/visit-status.ts'
import { markLeft } from '../data/visit-changes.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { tellOfVisit } from './tell-visit.ts'
import { takeVisitStep } from './visit-step.ts'
import { giveTimeBack } from './visit-time.ts'

/** A supporter steps back: no reason, no mark that counts. The seat opens and the coordinator is told. */
export const leaveVisit = async (
  ctx: Ctx,
  visitId: string,
  personId: string,
): Promise<Result<null, 'visit_is_over'> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  const seat = visit?.participants.find(
    (one) => one.personId === personId && one.part === 'supporter' && one.leftAt === null,
  )
  const may = ctx.actor.role === 'coordinator' || (ctx.actor.role === 'supporter' && ctx.actor.personId === personId)
  if (!visit || !seat || !may) return null
  if (!stands(visit.status)) return no('visit_is_over')
  await markLeft(ctx.tx, { visitId, personId, part: 'supporter' }, ctx.now)
  const held = await giveTimeBack(ctx, visitId, personId)
  ctx.audit.wrote({ action: 'left', kind: 'visit', id: visitId, subject: personId })
  if (visit.status === 'confirmed') await takeVisitStep(ctx, visit, { to: 'planned', who: 'system' })
  await giveSeatBack(ctx, visit.requestId, personId)
  // Who was only asked held no seat: nothing opens.
  if (held) await tellOfVisit(ctx, visit, 'visits.seat_open', { coordinators: true })
  return ok(null)
}
