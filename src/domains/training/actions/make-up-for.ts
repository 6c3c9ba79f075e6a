import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type MakeUpBlocker, makeUpBlockers, type MakeUpWay } from '../core/completion.ts'
import { insertEntries } from '../data/attendance.ts'
import type { Enrolment } from '../data/enrolments.ts'
import { enrolmentFor } from '../data/reached.ts'
import { findRun } from '../data/runs.ts'
import { lockSession } from '../data/sessions.ts'
import { entryOf } from './enter-attendance.ts'
import { openRunBook, takingIn } from './taking.ts'

/** A missed session was made up for, on this day and in this way. */
export const makeUpFor = async (
  ctx: Ctx,
  enrolmentId: string,
  made: { sessionId: string; on: CalendarDay; way: MakeUpWay },
): Promise<Result<Enrolment, MakeUpBlocker[]> | null> => {
  const enrolment = await enrolmentFor(ctx.tx, ctx.actor, enrolmentId)
  const run = enrolment && (await findRun(ctx.tx, ctx.actor.programmeId, enrolment.runId))
  const session = enrolment && (await lockSession(ctx.tx, ctx.actor.programmeId, made.sessionId))
  if (!run || !session || session.runId !== run.id) return null
  const book = await openRunBook(ctx, run)
  const blockers = makeUpBlockers(await takingIn(ctx, book, enrolment), run.makeUp, {
    sessionId: session.id,
    heldOn: dayIn(session.startsAt, ctx.zone),
    on: made.on,
    way: made.way,
    today: ctx.today,
  })
  if (blockers.length > 0) return no(blockers)
  const { id, personId } = enrolment
  const entry = { enrolmentId: id, sessionId: session.id, state: 'made_up', source: 'hand', note: '' } as const
  await insertEntries(ctx.tx, ctx.actor.programmeId, [
    await entryOf(ctx, book.entries, { ...entry, personId, madeUpOn: made.on, madeUpWay: made.way }),
  ])
  ctx.audit.wrote({ action: 'made_up', kind: 'training.session', id: session.id, subject: personId })
  return ok(enrolment)
}
