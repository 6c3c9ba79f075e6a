import { no, ok, type Result } from '#kernel/result.ts'
import { book, personsInRole, release, type TakenTime } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { stands } from '../core/visit-status.ts'
import { markLeft } from '../data/visit-changes.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { visitPaths } from '../web/paths.ts'
import { confirmIfReady } from './agree-visit.ts'

export type CompanionRefusal = TakenTime | { kind: 'visit_is_over' } | { kind: 'goes_as_supporter' }

/** Another staff member goes along: their time is taken, the earlier one's given back. */
export const changeCompanion = async (
  ctx: Ctx,
  visitId: string,
  personId: string,
): Promise<Result<null, CompanionRefusal[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  const staff = await personsInRole(ctx.tx, ctx.actor.programmeId, ['companion', 'coordinator'])
  if (!visit || ctx.actor.role !== 'coordinator' || !staff.some((one) => one.id === personId)) return null
  if (!stands(visit.status)) return no([{ kind: 'visit_is_over' }])
  const there = visit.participants.filter((one) => one.leftAt === null)
  if (there.some((one) => one.personId === personId && one.part === 'supporter'))
    return no([{ kind: 'goes_as_supporter' }])
  if (there.some((one) => one.personId === personId)) return ok(null)
  const booked = await book(ctx, {
    refId: visitId,
    personId,
    kind: 'companion',
    from: visit.startsAt,
    to: visit.endsAt,
  })
  if (!booked.ok) return no(booked.error)
  for (const one of there.filter((other) => other.part === 'companion')) {
    await markLeft(ctx.tx, { visitId, personId: one.personId, part: 'companion' }, ctx.now)
    await release(ctx, { refId: visitId, personId: one.personId })
    await ctx.outbox.tell(one.personId, 'visits.companion_changed', { visit: visitId }, visitPaths.list)
  }
  await seatCompanion(ctx, visitId, personId)
  ctx.audit.wrote({ action: 'companion_changed', kind: 'visit', id: visitId, subject: personId })
  await ctx.outbox.tell(personId, 'visits.visit_to_accompany', { visit: visitId }, visitPaths.visit(visitId))
  await confirmIfReady(ctx, visitId)
  return ok(null)
}

const seatCompanion = (ctx: Ctx, visitId: string, personId: string): Promise<unknown> =>
  ctx.tx
    .insertInto('visits.participant')
    .values({
      programme_id: ctx.actor.programmeId,
      visit_id: visitId,
      person_id: personId,
      part: 'companion',
      agreed_at: ctx.now,
    })
    .onConflict((on) =>
      on.columns(['programme_id', 'visit_id', 'person_id', 'part']).doUpdateSet({ left_at: null, agreed_at: ctx.now }),
    )
    .execute()
