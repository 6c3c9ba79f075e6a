import { ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { VisitActor, VisitBlocker } from '../core/visit-status.ts'
import { markAttended, markMet } from '../data/visit-changes.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { endRequestIfOver } from './end-request.ts'
import { everybody, tellOfVisit } from './tell-visit.ts'
import { takeVisitStep } from './visit-step.ts'

const actors: readonly VisitActor[] = ['host', 'coordinator', 'companion']

export const visitActorOf = (ctx: Pick<Ctx, 'actor'>): VisitActor | null =>
  actors.find((one) => one === ctx.actor.role) ?? null

/** It took place: who of the supporters came, and how many people were met there. */
export const holdVisit = async (
  ctx: Ctx,
  visitId: string,
  what: { came: readonly string[]; met: number | null; reason: string },
): Promise<Result<null, VisitBlocker[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  const who = visitActorOf(ctx)
  if (!visit || !who || !mayWriteOf(ctx, visit.participants)) return null
  const supporters = visit.participants.filter((one) => one.part === 'supporter' && one.leftAt === null)
  const attended = supporters.filter((one) => what.came.includes(one.personId))
  const step = await takeVisitStep(ctx, visit, { to: 'held', who, reason: what.reason, attended: attended.length })
  if (!step.ok) return step
  for (const one of supporters)
    await markAttended(ctx.tx, { visitId, personId: one.personId, part: 'supporter' }, attended.includes(one))
  await markMet(ctx.tx, visitId, what.met)
  await endRequestIfOver(ctx, visit.requestId)
  const after = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (after) await tellOfVisit(ctx, after, 'visits.how_was_it', { supporters: true })
  await tellOfVisit(ctx, visit, 'visits.thanks_welcome', { place: true })
  return ok(null)
}

/** Cancelled beforehand, or not held on the day: whose side it was, in neutral words. Everybody gets their time back. */
export const callOffVisit = async (
  ctx: Ctx,
  visitId: string,
  what: { to: 'cancelled' | 'not_held'; side: string; reason: string },
): Promise<Result<null, VisitBlocker[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  const who = visitActorOf(ctx)
  if (!visit || !who || !mayWriteOf(ctx, visit.participants)) return null
  const step = await takeVisitStep(ctx, visit, { to: what.to, who, side: what.side, reason: what.reason })
  if (!step.ok) return step
  await endRequestIfOver(ctx, visit.requestId)
  await tellOfVisit(ctx, visit, what.to === 'cancelled' ? 'visits.visit_cancelled' : 'visits.visit_not_held', everybody)
  return ok(null)
}

// A companion writes of the visits they go along with, not of others that they may see.
const mayWriteOf = (
  ctx: Ctx,
  participants: readonly { personId: string; part: string; leftAt: Date | null }[],
): boolean =>
  ctx.actor.role !== 'companion' ||
  participants.some((one) => one.personId === ctx.actor.personId && one.part === 'companion' && one.leftAt === null)
