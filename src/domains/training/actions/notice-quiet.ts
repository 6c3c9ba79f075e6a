import { personsInRole } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type HeardOf, hasGoneQuiet } from '../core/quiet.ts'
import { type Entry, entriesOf, hasNote } from '../data/attendance.ts'
import { type Enrolment, enrolmentsOfRun } from '../data/enrolments.ts'
import { insertKindCall, lastNoticed } from '../data/kind-calls.ts'
import { staffOf } from '../data/run-staff.ts'
import { listRuns } from '../data/runs.ts'
import { type Session, standingSessions } from '../data/sessions.ts'
import { trainingStaffPaths } from '../web/taking-paths.ts'
import { trackOf } from './people-of-run.ts'

/** Every night: also of somebody about whom nobody wrote anything down while others came. */
export const noticeQuietPeople = async (ctx: Ctx): Promise<void> => {
  for (const { id } of await listRuns(ctx.tx, ctx.actor.programmeId, { statuses: ['running'] }))
    await noticeQuiet(ctx, id)
}

/** Looks whether one of these people (none named: of all) has gone quiet, and asks the staff of the run for a kind call: once, until something new is missed. */
export const noticeQuiet = async (ctx: Ctx, runId: string, enrolmentIds?: readonly string[]): Promise<void> => {
  if (enrolmentIds?.length === 0) return
  const { programmeId } = ctx.actor
  const sessions = await standingSessions(ctx.tx, programmeId, [runId])
  const entries = await entriesOf(ctx.tx, programmeId, { runId })
  const noticed = await lastNoticed(ctx.tx, programmeId, runId)
  for (const one of await enrolmentsOfRun(ctx.tx, programmeId, runId)) {
    if (one.status !== 'taking' || (enrolmentIds && !enrolmentIds.includes(one.id))) continue
    const heard = await heardOf(ctx, one, sessions, entries)
    const last = heard.at(-1)
    const since = noticed.get(one.id)
    if (!last || !hasGoneQuiet(heard) || (since && last.startsAt <= since)) continue
    await askForCall(ctx, one)
  }
}

/** Session by session what is known of somebody. Where others were entered on a day that is over and they were not, nothing was heard. */
const heardOf = async (
  ctx: Ctx,
  one: Enrolment,
  sessions: readonly Session[],
  entries: readonly Entry[],
): Promise<(HeardOf & { startsAt: Date })[]> => {
  const track = sessions.some((session) => session.track !== null) ? await trackOf(ctx, one) : null
  return sessions
    .filter((session) => session.track === null || session.track === track)
    .flatMap(({ id, startsAt }) => {
      const entered = entries.filter(({ sessionId }) => sessionId === id)
      const own = entered.findLast(({ enrolmentId }) => enrolmentId === one.id)
      if (own) return [{ state: own.state, word: hasNote(own), startsAt }]
      const day = dayIn(startsAt, ctx.zone)
      const missed = entered.length > 0 && day < ctx.today && day >= one.since
      return missed ? [{ state: 'not_heard' as const, word: false, startsAt }] : []
    })
}

const askForCall = async (ctx: Ctx, { id: enrolmentId, personId, runId }: Enrolment): Promise<void> => {
  const id = ctx.newId()
  const call = { id, enrolmentId, dueOn: ctx.today, noticedAt: ctx.now }
  if (!(await insertKindCall(ctx.tx, ctx.actor.programmeId, call))) return
  ctx.audit.wrote({ action: 'notice', kind: 'training.kind_call', id, subject: personId })
  for (const staffId of await whoCalls(ctx, runId)) {
    await ctx.outbox.tell(staffId, 'training.kind_call', {}, trainingStaffPaths.kindCall(id))
  }
}

// Those who lead the run; where nobody is named, the coordinators.
const whoCalls = async (ctx: Ctx, runId: string): Promise<string[]> => {
  const leading = (await staffOf(ctx.tx, ctx.actor.programmeId, runId)).filter(({ duty }) => duty === 'leads')
  if (leading.length > 0) return leading.map(({ personId }) => personId)
  return (await personsInRole(ctx.tx, ctx.actor.programmeId, ['coordinator'])).map(({ id }) => id)
}
