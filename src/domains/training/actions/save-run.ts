import { type CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { instantAt } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { meetingTimes, type Rhythm } from '../core/timetable.ts'
import { courseSessions, findCourse } from '../data/courses.ts'
import { type Criterion, putCriteria } from '../data/criteria.ts'
import { findRun, insertRun, insertRunEvent, lockRun, type Run, type RunContent, updateRun } from '../data/runs.ts'
import { insertSession } from '../data/sessions.ts'
import { byOf } from './by.ts'
import { askNext } from './give-places.ts'

/** Makes a run of a course with the course's rules as they are now, and its timetable where a rhythm is known. Null: no such course. */
export const makeRun = async (
  ctx: Ctx,
  courseId: string,
  content: RunContent,
  rhythm: Rhythm | null,
): Promise<string | null> => {
  const { tx, now } = ctx
  const { programmeId } = ctx.actor
  const course = await findCourse(tx, programmeId, courseId)
  if (!course) return null
  const id = ctx.newId()
  const { completion, makeUp, prerequisites } = course
  const fiscalYear = fiscalYearOf(rhythm?.firstOn ?? content.applyUntil)
  await insertRun(tx, programmeId, {
    id,
    courseId,
    fiscalYear,
    content,
    rules: { completion, makeUp, prerequisites },
    now,
  })
  await insertRunEvent(tx, programmeId, {
    id: ctx.newId(),
    runId: id,
    from: null,
    to: 'draft',
    at: now,
    by: byOf(ctx),
    reason: '',
  })
  if (rhythm) await planAll(ctx, { id, courseId, place: content.place }, rhythm)
  ctx.audit.wrote({ action: 'add', kind: 'training.run', id })
  return id
}

const planAll = async (
  ctx: Ctx,
  run: { id: string; courseId: string; place: string },
  rhythm: Rhythm,
): Promise<void> => {
  const { programmeId } = ctx.actor
  const lines = await courseSessions(ctx.tx, programmeId, run.courseId)
  const at = (day: CalendarDay, minute: number): Date => instantAt(day, minute, ctx.zone)
  for (const { line, day, from, to } of meetingTimes(lines, rhythm)) {
    await insertSession(ctx.tx, programmeId, {
      ...line,
      id: ctx.newId(),
      runId: run.id,
      startsAt: at(day, from),
      endsAt: at(day, to),
      place: line.mode === 'online' ? '' : run.place,
      onlineLink: '',
      now: ctx.now,
    })
  }
}

/** Saves over the version that was read. Where somebody else saved first: what stands there now. */
export const rewriteRun = async (
  ctx: Ctx,
  which: { id: string; version: number },
  content: RunContent,
): Promise<Result<null, Run> | null> => {
  const { programmeId } = ctx.actor
  if (!(await updateRun(ctx.tx, programmeId, which, content))) {
    const theirs = await findRun(ctx.tx, programmeId, which.id)
    return theirs ? no(theirs) : null
  }
  // More places, or longer time to join: whoever waits hears of it.
  const run = await lockRun(ctx.tx, programmeId, which.id)
  if (run) await askNext(ctx, run)
  ctx.audit.wrote({ action: 'change', kind: 'training.run', id: which.id })
  return ok(null)
}

/** The questions that those who choose think about; words already written to a question stay with it. */
export const saveCriteria = async (
  ctx: Ctx,
  runId: string,
  questions: readonly string[],
): Promise<Criterion[] | null> => {
  const { programmeId } = ctx.actor
  if (!(await findRun(ctx.tx, programmeId, runId))) return null
  const kept = await putCriteria(ctx.tx, programmeId, runId, questions, ctx.newId)
  ctx.audit.wrote({ action: 'change_criteria', kind: 'training.run', id: runId })
  return kept
}
