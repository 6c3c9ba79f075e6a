import type { Telling } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { currentPause, pauseProblem } from '../core/pause.ts'
import { endOpenPause, insertPause, pausesOf } from '../data/pauses.ts'
import { lockSupporter } from '../data/supporters.ts'
import { registrationPaths } from '../web/paths.ts'
import { lookerAt } from './reach.ts'

export interface PauseAsked {
  /** The last day, itself included; null: until they come back by themselves. */
  untilDay: CalendarDay | null
  told: Telling | null
}

/** At once, without a reason. What is open is taken back kindly by those who listen to the event. */
export const pause = async (
  ctx: Ctx,
  personId: string,
  asked: PauseAsked,
): Promise<Result<null, { kind: 'day_gone' }> | null> => {
  if (!(await mayPause(ctx, personId))) return null
  const problem = pauseProblem(asked.untilDay, ctx.today)
  if (problem) return no({ kind: problem })
  return (await beginPause(ctx, personId, asked)) ? ok(null) : null
}

/** For slices above: a pause that the person agreed to elsewhere (a rest after a heavy visit). */
export const beginPause = async (ctx: Ctx, personId: string, asked: PauseAsked): Promise<boolean> => {
  const { tx, actor, now } = ctx
  if (!(await lockSupporter(tx, actor.programmeId, personId))) return false
  await endOpenPause(tx, actor.programmeId, personId, now)
  const row = { id: ctx.newId(), from: now.getTime(), untilDay: asked.untilDay, endedAt: null }
  await insertPause(tx, actor.programmeId, personId, row)
  wrote(ctx, personId, 'pause', asked.told)
  await ctx.outbox.emit('registration.paused', { personId, untilDay: asked.untilDay })
  if (asked.told) await ctx.outbox.tell(personId, 'registration.pause_recorded', {}, registrationPaths.pause)
  return true
}

/** Back again, in one press. False where no pause was held. */
export const resume = async (ctx: Ctx, personId: string, told: Telling | null): Promise<boolean | null> => {
  const { tx, actor, now, today } = ctx
  if (!(await mayPause(ctx, personId))) return null
  if (!(await lockSupporter(tx, actor.programmeId, personId))) return null
  const held = currentPause(await pausesOf(tx, actor.programmeId, personId), { now: now.getTime(), today })
  await endOpenPause(tx, actor.programmeId, personId, now)
  if (!held) return false
  wrote(ctx, personId, 'resume', told)
  await ctx.outbox.emit('registration.resumed', { personId })
  if (told) await ctx.outbox.tell(personId, 'registration.resume_recorded', {}, registrationPaths.pause)
  return true
}

const mayPause = async (ctx: Ctx, personId: string): Promise<boolean> =>
  (await lookerAt(ctx, personId))?.mayRecord === true

const wrote = (ctx: Ctx, personId: string, action: 'pause' | 'resume', told: Telling | null): void =>
  ctx.audit.wrote({
    action,
    kind: 'registration.pause',
    id: personId,
    subject: personId,
    reason: told && `told: ${told}`,
  })
