import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { stands, type VisitBlocker } from '../core/visit-status.ts'
import { findVisitForUpdate, type VisitFull } from '../data/visit-full.ts'
import { insertPlaceAgreement, markAgreed } from '../data/visit-changes.ts'
import { holdersOf } from '../data/visit-time.ts'
import { everybody, tellOfVisit } from './tell-visit.ts'
import { takeVisitStep } from './visit-step.ts'
import { takeTime, type TimeRefusal } from './visit-time.ts'

/** How it was said: by oneself, or told to staff who wrote it down. */
export interface Told {
  via: string
}

export type AgreeRefusal = TimeRefusal | { kind: 'visit_is_over' }

/** The place agrees to the day: a dated record. With everybody's yes the visit is confirmed. */
export const agreeAsPlace = async (
  ctx: Ctx,
  visitId: string,
  told: Told,
): Promise<Result<null, AgreeRefusal[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (!visit || (ctx.actor.role !== 'host' && ctx.actor.role !== 'coordinator')) return null
  if (!stands(visit.status)) return no([{ kind: 'visit_is_over' }])
  await insertPlaceAgreement(ctx.tx, ctx.actor.programmeId, {
    visitId,
    at: ctx.now,
    by: ctx.actor.membershipId,
    via: told.via,
  })
  ctx.audit.wrote({ action: 'place_agreed', kind: 'visit', id: visitId })
  await confirmIfReady(ctx, visitId)
  return ok(null)
}

/** A supporter agrees to the day, or says again that they wish to. Their time is taken now, if it was not before. */
export const agreeAsSupporter = async (
  ctx: Ctx,
  visitId: string,
  personId: string,
  told: Told,
): Promise<Result<null, AgreeRefusal[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  const seat = visit?.participants.find((one) => one.personId === personId && one.part === 'supporter')
  if (!visit || !seat || !mayAnswerFor(ctx, personId)) return null
  if (!stands(visit.status)) return no([{ kind: 'visit_is_over' }])
  if (!(await holdersOf(ctx.tx, visitId)).has(personId)) {
    const booked = await takeTime(ctx, visit, [{ personId, kind: 'visit' }])
    if (!booked.ok) return no(booked.error)
  }
  const recordedBy = ctx.actor.personId === personId ? null : ctx.actor.membershipId
  await markAgreed(ctx.tx, { visitId, personId, part: 'supporter' }, { at: ctx.now, via: told.via, recordedBy })
  ctx.audit.wrote({ action: 'supporter_agreed', kind: 'visit', id: visitId, subject: personId })
  await confirmIfReady(ctx, visitId)
  return ok(null)
}

const mayAnswerFor = (ctx: Ctx, personId: string): boolean =>
  ctx.actor.role === 'coordinator' || (ctx.actor.role === 'supporter' && ctx.actor.personId === personId)

/** Staff decide to go with those who are there, after a seat was given back: the same conditions hold. */
export const confirmVisit = async (ctx: Ctx, visitId: string): Promise<Result<null, VisitBlocker[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (!visit || ctx.actor.role !== 'coordinator') return null
  const step = await takeVisitStep(ctx, visit, { to: 'confirmed', who: 'coordinator' })
  if (step.ok) await tellConfirmed(ctx, visit)
  return step
}

/** Both sides have agreed and somebody goes along: then it is confirmed, and everybody is told. */
export const confirmIfReady = async (ctx: Ctx, visitId: string): Promise<void> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (visit?.status !== 'planned') return
  const step = await takeVisitStep(ctx, visit, { to: 'confirmed', who: 'system' })
  if (step.ok) await tellConfirmed(ctx, visit)
}

// Agreements written down after it began are for the record: nobody needs to be told that it will take place.
const tellConfirmed = async (ctx: Ctx, visit: VisitFull): Promise<void> => {
  if (visit.startsAt > ctx.now) await tellOfVisit(ctx, visit, 'visits.visit_confirmed', everybody)
}
