import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type RunActor, type RunBlocker, runBlockers, type RunFacts, type RunStatus } from '../core/run-status.ts'
import { applicationsOfRun } from '../data/applications.ts'
import { enrolmentsOfRun } from '../data/enrolments.ts'
import { insertRunEvent, listRuns, lockRun, markRun, type Run } from '../data/runs.ts'
import { standingSessions } from '../data/sessions.ts'
import { byOf } from './by.ts'
import { comers, tellComers } from './people-of-run.ts'
import { stepApplication, tellApplicant } from './step-application.ts'
import { callOff } from './timetable.ts'

/** What the steps of a run look at. */
export const runFacts = async (ctx: Ctx, run: Run, reason: string): Promise<RunFacts> => {
  const { programmeId } = ctx.actor
  const sessions = await standingSessions(ctx.tx, programmeId, [run.id])
  const applications = await applicationsOfRun(ctx.tx, programmeId, run.id)
  const enrolments = await enrolmentsOfRun(ctx.tx, programmeId, run.id)
  return {
    sessions: sessions.length,
    sessionsAhead: sessions.filter(({ status, endsAt }) => status === 'planned' && endsAt > ctx.now).length,
    applyUntilAhead: ctx.today <= run.applyUntil,
    applications: applications.filter(({ status }) => status !== 'draft' && status !== 'withdrawn').length,
    unanswered: applications.filter(({ status }) => status === 'submitted').length,
    enrolled: enrolments.filter(({ status }) => status === 'taking').length,
    reason,
  }
}

/** Leads a run to another state, and tells those whom it concerns. Null: not the actor's. */
export const moveRun = async (
  ctx: Ctx,
  id: string,
  move: { to: RunStatus; reason: string },
): Promise<Result<null, RunBlocker[]> | null> =>
  ctx.actor.role === 'coordinator' ? step(ctx, id, { ...move, who: 'coordinator' }) : null

const step = async (
  ctx: Ctx,
  id: string,
  { to, reason, who }: { to: RunStatus; reason: string; who: RunActor },
): Promise<Result<null, RunBlocker[]> | null> => {
  const { programmeId } = ctx.actor
  const run = await lockRun(ctx.tx, programmeId, id)
  if (!run) return null
  // Pressed twice: it is done.
  if (run.status === to) return ok(null)
  const blockers = runBlockers({ from: run.status, to, who }, await runFacts(ctx, run, reason))
  if (blockers.length > 0) return no(blockers)
  await markRun(ctx.tx, programmeId, id, { status: to })
  const event = { id: ctx.newId(), runId: id, from: run.status, to, at: ctx.now, by: byOf(ctx), reason }
  await insertRunEvent(ctx.tx, programmeId, event)
  ctx.audit.wrote({ action: `run_${to}`, kind: 'training.run', id, reason: reason || null })
  if (to === 'cancelled') await endSessions(ctx, run, reason)
  if (to === 'cancelled' || to === 'finished') await answerThoseLeft(ctx, run, to)
  return ok(null)
}

const endSessions = async (ctx: Ctx, run: Run, reason: string): Promise<void> => {
  const people = await comers(ctx, run.id, null)
  for (const session of await standingSessions(ctx.tx, ctx.actor.programmeId, [run.id]))
    if (session.status === 'planned' && session.endsAt > ctx.now) await callOff(ctx, session, reason)
  await tellComers(ctx, run.id, people, 'training.run_cancelled', {})
}

/** Nobody is left without a word: who applied, waits or was asked hears that it is over. */
const answerThoseLeft = async (ctx: Ctx, run: Run, to: 'cancelled' | 'finished'): Promise<void> => {
  for (const one of await applicationsOfRun(ctx.tx, ctx.actor.programmeId, run.id)) {
    if (one.status !== 'submitted' && one.status !== 'waiting' && one.status !== 'offered') continue
    const left = { to: one.status === 'offered' ? 'declined' : 'not_this_time', who: 'system', via: 'self' } as const
    await stepApplication(ctx, run, one, { ...left, reason: to })
    await tellApplicant(ctx, one, to === 'cancelled' ? 'training.run_cancelled' : 'training.place_not_free')
  }
}

/** The day after the last day of applying, choosing begins. */
export const closeWindows = async (ctx: Ctx): Promise<void> => {
  for (const run of await listRuns(ctx.tx, ctx.actor.programmeId, { statuses: ['open'] }))
    if (run.applyUntil < ctx.today) await step(ctx, run.id, { to: 'selecting', who: 'system', reason: '' })
}
