import { getProgramme } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Afterwards, afterwards, attendanceBySession, endings, type SessionCount } from '../core/run-figures.ts'
import type { EnrolmentStatus } from '../core/enrolment-status.ts'
import { entriesOf } from '../data/attendance.ts'
import { enrolmentsOfRun } from '../data/enrolments.ts'
import { runFor } from '../data/reached.ts'
import { findRun, type Run } from '../data/runs.ts'
import { type Session, sessionsOf } from '../data/sessions.ts'
import { factsOf } from './taking.ts'
import { wentOnInRun } from './went-on.ts'

export interface RunFigures {
  run: Run
  sessions: (SessionCount & { title: string; startsAt: Date })[]
  endings: Record<EnrolmentStatus, number>
  afterwards: Afterwards
  /** Below which a count of people is not shown outside. */
  limit: number
}

/** The figures of a run; officers see those of every run that was published. Null where the run is not theirs. */
export const runFigures = async (ctx: Ctx, runId: string): Promise<RunFigures | null> => {
  const { programmeId, role } = ctx.actor
  const outside = role === 'officer'
  const run = outside ? await findRun(ctx.tx, programmeId, runId) : await runFor(ctx.tx, ctx.actor, runId)
  if (!run || (outside && run.status === 'draft')) return null
  const sessions = await sessionsOf(ctx.tx, programmeId, runId)
  const { smallNumberLimit: limit } = await getProgramme(ctx.tx, programmeId)
  const enrolments = await enrolmentsOfRun(ctx.tx, programmeId, runId)
  const ended = endings(enrolments.map(({ status }) => status))
  return {
    run,
    sessions: await countsOf(ctx, runId, sessions),
    endings: ended,
    afterwards: afterwards(await wentOnInRun(ctx, runId), ended.completed, outside ? limit : null),
    limit,
  }
}

const countsOf = async (ctx: Ctx, runId: string, sessions: readonly Session[]): Promise<RunFigures['sessions']> => {
  const entries = await entriesOf(ctx.tx, ctx.actor.programmeId, { runId })
  const last = new Map(entries.map((entry) => [`${entry.enrolmentId} ${entry.sessionId}`, entry]))
  const counts = attendanceBySession(
    sessions.map((session) => factsOf(session, ctx.zone)),
    [...last.values()],
  )
  return counts.flatMap((count) => {
    const session = sessions.find(({ id }) => id === count.id)
    return session ? [{ ...count, title: session.title, startsAt: session.startsAt }] : []
  })
}
