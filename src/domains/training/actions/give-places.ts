import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { drawOrder } from '../core/lottery.ts'
import { nextToAsk } from '../core/waiting-list.ts'
import { type Application, applicationsOfRun, markApplication } from '../data/applications.ts'
import { lockRun, markRun, type Run } from '../data/runs.ts'
import { isChoosing, mayJoin } from './application-facts.ts'
import { stepApplication, tellApplicant } from './step-application.ts'

const bySystem = { who: 'system', reason: '', via: 'self' } as const

/** While a place is free, the next who waits is asked. The run was locked before, so that no place is offered twice. */
export const askNext = async (ctx: Ctx, run: Run): Promise<void> => {
  if (!isChoosing(run) || !(await mayJoin(ctx, run))) return
  const all = await applicationsOfRun(ctx.tx, ctx.actor.programmeId, run.id)
  for (const one of askedOf(all, run.capacity)) {
    await stepApplication(ctx, run, one, { ...bySystem, to: 'offered' })
    await tellApplicant(ctx, one, 'training.place_free')
  }
}

const askedOf = (all: readonly Application[], capacity: number): Application[] => {
  const asked = new Set(nextToAsk(capacity, all).flatMap((party) => party.map(({ id }) => id)))
  return all.filter(({ id }) => asked.has(id))
}

export type GiveBlocker = { kind: 'order_is_chosen' } | { kind: 'draw_first' } | { kind: 'nobody_new' }

/** Everybody who applied joins the line in its order, and the head of the line is asked. Null: no such run. */
export const giveInOrder = async (ctx: Ctx, runId: string): Promise<Result<null, GiveBlocker[]> | null> => {
  const run = await lockRun(ctx.tx, ctx.actor.programmeId, runId)
  if (!run || ctx.actor.role !== 'coordinator') return null
  if (run.order === 'selection') return no([{ kind: 'order_is_chosen' }])
  if (run.order === 'lottery' && run.drawnAt === null) return no([{ kind: 'draw_first' }])
  const all = await applicationsOfRun(ctx.tx, ctx.actor.programmeId, runId)
  const fresh = all.filter(({ status }) => status === 'submitted')
  if (fresh.length === 0) return no([{ kind: 'nobody_new' }])
  const line = all.map((one) => (one.status === 'submitted' ? { ...one, status: 'waiting' as const } : one))
  const asked = new Set(askedOf(line, run.capacity).map(({ id }) => id))
  for (const one of all) {
    const isNew = one.status === 'submitted'
    if (asked.has(one.id)) await stepApplication(ctx, run, one, { ...bySystem, to: 'offered' })
    else if (isNew) await stepApplication(ctx, run, one, { ...bySystem, to: 'waiting', since: one.since })
    else continue
    await tellApplicant(ctx, one, asked.has(one.id) ? 'training.place_offered' : 'training.place_waiting')
  }
  return ok(null)
}

export type DrawBlocker =
  | { kind: 'no_lottery' }
  | { kind: 'still_open' }
  | { kind: 'drawn_already' }
  | { kind: 'nobody_new' }

/** Draws the order once, and keeps the seed: anybody can draw again and see the same. Null: no such run. */
export const drawLots = async (ctx: Ctx, runId: string): Promise<Result<string, DrawBlocker[]> | null> => {
  const { programmeId } = ctx.actor
  const run = await lockRun(ctx.tx, programmeId, runId)
  if (!run || ctx.actor.role !== 'coordinator') return null
  if (run.order !== 'lottery') return no([{ kind: 'no_lottery' }])
  if (run.drawnAt !== null) return no([{ kind: 'drawn_already' }])
  if (run.status !== 'selecting') return no([{ kind: 'still_open' }])
  const fresh = (await applicationsOfRun(ctx.tx, programmeId, runId)).filter(({ status }) => status === 'submitted')
  if (fresh.length === 0) return no([{ kind: 'nobody_new' }])
  const seed = ctx.newId()
  const drawn = drawOrder(seed, fresh.map(ticket))
  for (const one of fresh)
    await markApplication(ctx.tx, programmeId, one.id, { lottery_place: drawn.indexOf(ticket(one)) + 1 })
  await markRun(ctx.tx, programmeId, runId, { lottery_seed: seed, drawn_at: ctx.now })
  ctx.audit.wrote({ action: 'draw', kind: 'training.run', id: runId, reason: seed })
  return ok(seed)
}

/** A pair draws one lot. */
const ticket = ({ id, pairId }: Application): string => pairId ?? id
