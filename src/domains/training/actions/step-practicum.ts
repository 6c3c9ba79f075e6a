import { hostsOf } from '#domains/places/index.ts'
import { release } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  isOpen,
  type PracticumActor,
  type PracticumBlocker,
  practicumBlockers,
  type PracticumFacts,
  type PracticumStatus,
} from '../core/practicum-status.ts'
import { insertPracticumEvent, markDay, markPracticum } from '../data/practicum-changes.ts'
import type { Practicum } from '../data/practicums.ts'
import { practicumPaths } from '../web/practicum-paths.ts'
import { byOf } from './by.ts'
import { planDay, type TimeBlocker } from './propose-practicum.ts'
import { goalsOf, holdPracticum, practicumFields } from './see-practicum.ts'

type Side = 'trainee' | 'place'

/** Whose side the actor speaks for by themselves; staff write down what they were told. */
export const sideOf = (
  { actor }: Pick<Ctx, 'actor'>,
  { personId }: Pick<Practicum, 'personId'>,
): Side | 'staff' | null => {
  if (actor.personId === personId) return 'trainee'
  if (actor.role === 'host') return 'place'
  return actor.role === 'coordinator' ? 'staff' : null
}

const factsOf = async (ctx: Ctx, practicum: Practicum, reason: string): Promise<PracticumFacts> => {
  const count = (status: string): number => practicum.days.filter((day) => day.status === status).length
  return {
    goals: await goalsOf(ctx, practicum, practicum.goalsSealed),
    days: count('planned') + count('held'),
    daysPlanned: count('planned'),
    daysHeld: count('held'),
    traineeAgreed: practicum.traineeAgreedAt !== null,
    placeAgreed: practicum.placeAgreedAt !== null,
    reason,
  }
}

export type AgreeBlocker = PracticumBlocker | { kind: 'is_over' }

/** One side agrees to goals and days: a dated record. With both it is agreed. `told`: how staff heard it. */
export const agreePracticum = async (
  ctx: Ctx,
  id: string,
  agreed: { side: Side; told: string | null },
): Promise<Result<Practicum, AgreeBlocker[]> | null> => {
  const practicum = await holdPracticum(ctx, id)
  const own = practicum && sideOf(ctx, practicum)
  if (!practicum || !own || (own !== 'staff' && own !== agreed.side)) return null
  if (!isOpen(practicum.status)) return no([{ kind: 'is_over' }])
  const facts = await factsOf(ctx, practicum, '')
  const incomplete: PracticumBlocker[] = [
    ...(facts.goals.trim() === '' ? [{ kind: 'goals_written' as const }] : []),
    ...(facts.days === 0 ? [{ kind: 'day_planned' as const }] : []),
  ]
  if (incomplete.length > 0) return no(incomplete)
  const marks = agreed.side === 'trainee' ? { trainee_agreed_at: ctx.now } : { place_agreed_at: ctx.now }
  await markPracticum(ctx.tx, ctx.actor.programmeId, id, marks)
  const subject = practicum.personId
  const action = agreed.side === 'trainee' ? 'trainee_agreed' : 'place_agreed'
  ctx.audit.wrote({ action, kind: 'training.practicum', id, subject, reason: agreed.told })
  await bothAgreed(ctx, id, practicum)
  return ok(practicum)
}

const bothAgreed = async (ctx: Ctx, id: string, before: Practicum): Promise<void> => {
  const now = await holdPracticum(ctx, id)
  if (!now || now.status !== 'proposed') return
  const step = { from: 'proposed', to: 'agreed', who: 'system' } as const
  if (practicumBlockers(step, await factsOf(ctx, now, '')).length === 0) {
    await move(ctx, now, 'agreed', '')
    await ctx.outbox.tell(now.personId, 'training.practicum_agreed', {}, practicumPaths.practicum(id))
    await tellPlace(ctx, now, 'training.practicum_agreed')
  } else if (before.traineeAgreedAt === null && now.traineeAgreedAt !== null) {
    await tellPlace(ctx, now, 'training.practicum_for_place')
  }
}

const tellPlace = async (ctx: Ctx, { id, placeId }: Practicum, kind: string): Promise<void> => {
  for (const personId of await hostsOf(ctx.tx, ctx.actor.programmeId, placeId)) {
    if (personId !== ctx.actor.personId) await ctx.outbox.tell(personId, kind, {}, practicumPaths.practicum(id))
  }
}

const move = async (
  ctx: Ctx,
  { id, personId, status: from }: Practicum,
  to: PracticumStatus,
  reason: string,
): Promise<void> => {
  await markPracticum(ctx.tx, ctx.actor.programmeId, id, { status: to })
  const eventId = ctx.newId()
  const reasonSealed = reason === '' ? null : await ctx.vault.seal(personId, practicumFields.event, eventId, reason)
  const event = { id: eventId, practicumId: id, from, to, at: ctx.now, by: byOf(ctx), reasonSealed }
  await insertPracticumEvent(ctx.tx, ctx.actor.programmeId, event)
}

/** What was agreed on changes: both sides are asked anew. */
const agreeAnew = async (ctx: Ctx, practicum: Practicum): Promise<void> => {
  const both = { trainee_agreed_at: null, place_agreed_at: null }
  await markPracticum(ctx.tx, ctx.actor.programmeId, practicum.id, both)
  if (practicum.status === 'agreed') await move(ctx, practicum, 'proposed', '')
  if (practicum.traineeAgreedAt !== null && practicum.personId !== ctx.actor.personId) {
    const path = practicumPaths.practicum(practicum.id)
    await ctx.outbox.tell(practicum.personId, 'training.practicum_proposed', {}, path)
  }
}

const mayPlan = (ctx: Ctx, practicum: Practicum): boolean =>
  ctx.actor.role === 'coordinator' || ctx.actor.personId === practicum.personId

/** The goals, in the person's words: written by them, or by staff as told. */
export const writeGoals = async (
  ctx: Ctx,
  id: string,
  goals: string,
): Promise<Result<Practicum, [{ kind: 'is_over' }]> | null> => {
  const practicum = await holdPracticum(ctx, id)
  if (!practicum || !mayPlan(ctx, practicum)) return null
  if (!isOpen(practicum.status)) return no([{ kind: 'is_over' }])
  const { personId } = practicum
  const sealed = goals.trim() === '' ? null : await ctx.vault.seal(personId, practicumFields.goals, id, goals.trim())
  await markPracticum(ctx.tx, ctx.actor.programmeId, id, { goals_sealed: sealed })
  await agreeAnew(ctx, practicum)
  ctx.audit.wrote({ action: 'goals', kind: 'training.practicum', id, subject: personId })
  return ok(practicum)
}

/** A further day, by staff: both sides agree anew. */
export const addPracticumDay = async (
  ctx: Ctx,
  id: string,
  day: { startsAt: Date; endsAt: Date },
): Promise<Result<Practicum, (TimeBlocker | { kind: 'is_over' })[]> | null> => {
  const practicum = await holdPracticum(ctx, id)
  if (!practicum || ctx.actor.role !== 'coordinator') return null
  if (!isOpen(practicum.status)) return no([{ kind: 'is_over' }])
  const planned = await planDay(ctx, practicum, day)
  if (!planned.ok) return planned
  await agreeAnew(ctx, practicum)
  ctx.audit.wrote({ action: 'add_day', kind: 'training.practicum', id, subject: practicum.personId })
  return ok(practicum)
}

/** Ends it: done, called off, or a slip put right. */
export const stepPracticum = async (
  ctx: Ctx,
  id: string,
  step: { to: PracticumStatus; reason: string },
): Promise<Result<Practicum, PracticumBlocker[]> | null> => {
  const practicum = await holdPracticum(ctx, id)
  const who = practicum && actorOf(ctx, practicum)
  if (!practicum || !who) return null
  const facts = await factsOf(ctx, practicum, step.reason)
  const blockers = practicumBlockers({ from: practicum.status, to: step.to, who }, facts)
  if (blockers.length > 0) return no(blockers)
  await move(ctx, practicum, step.to, step.reason)
  ctx.audit.wrote({ action: step.to, kind: 'training.practicum', id, subject: practicum.personId })
  if (step.to === 'cancelled') await callOff(ctx, practicum)
  return ok(practicum)
}

const actorOf = (ctx: Ctx, practicum: Practicum): PracticumActor | null => {
  const side = sideOf(ctx, practicum)
  return side === 'place' ? 'host' : side === 'staff' ? 'coordinator' : side
}

const callOff = async (ctx: Ctx, practicum: Practicum): Promise<void> => {
  for (const { id, version, status } of practicum.days) {
    if (status !== 'planned') continue
    await markDay(ctx.tx, ctx.actor.programmeId, { id, version }, { status: 'cancelled' })
    await release(ctx, { refId: id })
  }
  const kind = 'training.practicum_called_off'
  if (ctx.actor.personId !== practicum.personId)
    await ctx.outbox.tell(practicum.personId, kind, {}, practicumPaths.practicum(practicum.id))
  // A place that had heard of nobody hears of no calling off either.
  if (practicum.traineeAgreedAt !== null) {
    for (const personId of await hostsOf(ctx.tx, ctx.actor.programmeId, practicum.placeId))
      if (personId !== ctx.actor.personId) await ctx.outbox.tell(personId, kind, {}, practicumPaths.list)
  }
}
