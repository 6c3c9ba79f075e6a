import { no, ok, type Result } from '#kernel/result.ts'
import { personsInRole } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { stands } from '../core/visit-status.ts'
import { markLeft, seatCompanion } from '../data/visit-changes.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { visitPaths } from '../web/paths.ts'
import { confirmIfReady } from './agree-visit.ts'
import { tellOfVisit } from './tell-visit.ts'
import { giveTimeBack, takeTime, type TimeRefusal } from './visit-time.ts'

export type CompanionRefusal = TimeRefusal | { kind: 'visit_is_over' } | { kind: 'goes_as_supporter' }

/** Who went along when the form was opened, as far as it says so: somebody else may have been chosen meanwhile. */
export interface CompanionSeen {
  was: string | null
}

/** Another staff member goes along: their time is taken, the earlier one's given back. 'stale': somebody else was quicker. */
export const changeCompanion = async (
  ctx: Ctx,
  visitId: string,
  personId: string,
  { was }: CompanionSeen = { was: null },
): Promise<Result<null, CompanionRefusal[] | 'stale'> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  const staff = await personsInRole(ctx.tx, ctx.actor.programmeId, ['companion', 'coordinator'])
  if (!visit || ctx.actor.role !== 'coordinator' || !staff.some((one) => one.id === personId)) return null
  if (!stands(visit.status)) return no([{ kind: 'visit_is_over' }])
  const there = visit.participants.filter((one) => one.leftAt === null)
  if (there.some((one) => one.personId === personId && one.part === 'supporter'))
    return no([{ kind: 'goes_as_supporter' }])
  if (there.some((one) => one.personId === personId)) return ok(null)
  const current = there.find((one) => one.part === 'companion')?.personId ?? ''
  if (was !== null && was !== current) return no('stale')
  const booked = await takeTime(ctx, visit, [{ personId, kind: 'companion' }])
  if (!booked.ok) return no(booked.error)
  const before = there.filter((one) => one.part === 'companion')
  for (const one of before) {
    await markLeft(ctx.tx, { visitId, personId: one.personId, part: 'companion' }, ctx.now)
    await giveTimeBack(ctx, visitId, one.personId)
    await ctx.outbox.tell(one.personId, 'visits.companion_changed', { visit: visitId }, visitPaths.list)
  }
  await seatCompanion(ctx.tx, ctx.actor.programmeId, { visitId, personId, at: ctx.now })
  ctx.audit.wrote({ action: 'companion_changed', kind: 'visit', id: visitId, subject: personId })
  await ctx.outbox.tell(personId, 'visits.visit_to_accompany', { visit: visitId }, visitPaths.visit(visitId))
  if (before.length > 0) await tellOfVisit(ctx, visit, 'visits.companion_changed', { supporters: true })
  await confirmIfReady(ctx, visitId)
  return ok(null)
}
