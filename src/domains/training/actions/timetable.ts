import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { takesTime } from '../core/run-status.ts'
import { findRun, type Run } from '../data/runs.ts'
import {
  insertSession,
  insertSessionEvent,
  lockSession,
  markSession,
  type Session,
  type SessionContent,
  type SessionTime,
  updateSession,
} from '../data/sessions.ts'
import { type Comers, comers, tellComers } from './people-of-run.ts'
import { giveTimeBack, takeTime } from './session-time.ts'
import { byOf } from './by.ts'

/** Whose other plans a new time runs into: told to whoever plans, decided by themselves. */
interface Planned {
  sessionId: string
  busy: string[]
}

export type TimetableBlocker = { kind: 'run_over' } | { kind: 'not_planned' } | { kind: 'reason_missing' }

const openRun = async (ctx: Ctx, runId: string): Promise<Result<Run, TimetableBlocker[]> | null> => {
  const run = ctx.actor.role === 'coordinator' ? await findRun(ctx.tx, ctx.actor.programmeId, runId) : null
  if (!run) return null
  return takesTime(run.status) ? ok(run) : no([{ kind: 'run_over' }])
}

/** Adds a session to the timetable and takes the time of those who come to it. */
export const planSession = async (
  ctx: Ctx,
  runId: string,
  session: SessionContent & SessionTime,
): Promise<Result<Planned, TimetableBlocker[]> | null> => {
  const run = await openRun(ctx, runId)
  if (!run?.ok) return run
  const id = ctx.newId()
  const people = await comers(ctx, runId, session.track)
  const busy = await put(ctx, { ...session, id, runId }, people)
  ctx.audit.wrote({ action: 'plan_session', kind: 'training.session', id })
  if (run.value.status !== 'draft') await tellComers(ctx, runId, people, 'training.session_planned', { no: session.no })
  return ok({ sessionId: id, busy })
}

const put = async (
  ctx: Ctx,
  session: SessionContent & SessionTime & { id: string; runId: string },
  people: Comers,
): Promise<string[]> => {
  await insertSession(ctx.tx, ctx.actor.programmeId, { ...session, now: ctx.now })
  await note(ctx, session.id, null, 'planned', '')
  return takeTime(ctx, [{ ...session, status: 'planned' }], [...people.staff, ...people.taking])
}

/** Another day: the session of before stays as 'moved' and points to the new one; everybody is told. */
export const moveSession = async (
  ctx: Ctx,
  id: string,
  to: SessionTime & { reason: string },
): Promise<Result<Planned, TimetableBlocker[]> | null> => {
  const opened = await openSession(ctx, id, to.reason)
  if (!opened?.ok) return opened
  const before = opened.value
  const people = await comers(ctx, before.runId, before.track)
  const newId = ctx.newId()
  await giveTimeBack(ctx, [before])
  const { reason, ...time } = to
  const busy = await put(ctx, { ...before, ...time, id: newId }, people)
  await markSession(ctx.tx, ctx.actor.programmeId, id, { status: 'moved', moved_to: newId, reason })
  await note(ctx, id, 'planned', 'moved', reason)
  ctx.audit.wrote({ action: 'move_session', kind: 'training.session', id })
  await tellComers(ctx, before.runId, people, 'training.session_moved', { no: before.no })
  return ok({ sessionId: newId, busy })
}

/** It will not take place; everybody is told, and their time is theirs again. */
export const cancelSession = async (
  ctx: Ctx,
  id: string,
  reason: string,
): Promise<Result<null, TimetableBlocker[]> | null> => {
  const opened = await openSession(ctx, id, reason)
  if (!opened?.ok) return opened
  const before = opened.value
  const people = await comers(ctx, before.runId, before.track)
  await callOff(ctx, before, reason)
  ctx.audit.wrote({ action: 'cancel_session', kind: 'training.session', id })
  await tellComers(ctx, before.runId, people, 'training.session_cancelled', { no: before.no })
  return ok(null)
}

/** Without telling anybody: where the run itself is cancelled, that is told. */
export const callOff = async (ctx: Ctx, session: Session, reason: string): Promise<void> => {
  await giveTimeBack(ctx, [session])
  await markSession(ctx.tx, ctx.actor.programmeId, session.id, { status: 'cancelled', reason })
  await note(ctx, session.id, session.status, 'cancelled', reason)
}

const openSession = async (
  ctx: Ctx,
  id: string,
  reason: string,
): Promise<Result<Session, TimetableBlocker[]> | null> => {
  const session = await lockSession(ctx.tx, ctx.actor.programmeId, id)
  if (!session) return null
  const run = await openRun(ctx, session.runId)
  if (!run?.ok) return run
  if (session.status !== 'planned') return no([{ kind: 'not_planned' }])
  return reason.trim() === '' ? no([{ kind: 'reason_missing' }]) : ok(session)
}

/** What is taught, who teaches, and where: written anew without a new time. Where somebody else saved first: what stands there now. */
export const rewriteSession = async (
  ctx: Ctx,
  which: { id: string; version: number },
  content: Omit<SessionContent, 'no' | 'track'> & Pick<SessionTime, 'mode' | 'place' | 'onlineLink'>,
): Promise<Result<Session, Session> | null> => {
  const before = await lockSession(ctx.tx, ctx.actor.programmeId, which.id)
  if (!before || ctx.actor.role !== 'coordinator') return null
  // Who comes to it hangs on the track: it stays as planned.
  if (!(await updateSession(ctx.tx, ctx.actor.programmeId, which, { ...content, track: before.track })))
    return no(before)
  ctx.audit.wrote({ action: 'change', kind: 'training.session', id: which.id })
  const elsewhere =
    before.place !== content.place || before.onlineLink !== content.onlineLink || before.mode !== content.mode
  if (elsewhere && before.status === 'planned' && before.endsAt > ctx.now) {
    const people = await comers(ctx, before.runId, before.track)
    await tellComers(ctx, before.runId, people, 'training.session_changed', { no: before.no })
  }
  return ok(before)
}

const note = (ctx: Ctx, sessionId: string, from: string | null, to: string, reason: string): Promise<void> =>
  insertSessionEvent(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    sessionId,
    from,
    to,
    at: ctx.now,
    by: byOf(ctx),
    reason,
  })
