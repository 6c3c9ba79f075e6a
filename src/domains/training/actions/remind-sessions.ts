import { addDays } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { takesTime } from '../core/run-status.ts'
import { findRun } from '../data/runs.ts'
import { markSession, sessionsToRemind } from '../data/sessions.ts'
import { comers, tellComers } from './people-of-run.ts'

/** The day before, once: everybody who comes to one of tomorrow's sessions. */
export const remindSessions = async (ctx: Ctx): Promise<void> => {
  const { programmeId } = ctx.actor
  const from = instantAt(addDays(ctx.today, 1), 0, ctx.zone)
  const to = instantAt(addDays(ctx.today, 2), 0, ctx.zone)
  for (const session of await sessionsToRemind(ctx.tx, programmeId, from, to)) {
    const run = await findRun(ctx.tx, programmeId, session.runId)
    if (!run || run.status === 'draft' || !takesTime(run.status)) continue
    const people = await comers(ctx, run.id, session.track)
    await tellComers(ctx, run.id, people, 'training.session_tomorrow', { no: session.no })
    await markSession(ctx.tx, programmeId, session.id, { reminded_at: ctx.now })
  }
}
