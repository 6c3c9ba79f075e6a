import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type EnrolmentActor,
  type EnrolmentBlocker,
  enrolmentBlockers,
  type EnrolmentStatus,
} from '../core/enrolment-status.ts'
import { seatsFree } from '../core/waiting-list.ts'
import { applicationsOfRun } from '../data/applications.ts'
import { type Enrolment, eventReasonField, insertEnrolmentEvent, moveEnrolment } from '../data/enrolments.ts'
import { enrolmentFor, ownEnrolments } from '../data/reached.ts'
import { lockRun, type Run } from '../data/runs.ts'
import { standingSessions } from '../data/sessions.ts'
import { ownCoursePaths } from '../web/taking-paths.ts'
import { askNext } from './give-places.ts'
import { giveTimeBack } from './session-time.ts'
import { openRunBook, takingIn } from './taking.ts'

export interface EnrolmentStep {
  to: EnrolmentStatus
  reason: string
}

/** The coordinator ends an enrolment, or puts a slip right. Null where it is not theirs. */
export const stepEnrolment = async (
  ctx: Ctx,
  enrolmentId: string,
  step: EnrolmentStep,
): Promise<Result<Enrolment, EnrolmentBlocker[]> | null> => {
  const enrolment = await enrolmentFor(ctx.tx, ctx.actor, enrolmentId)
  return enrolment && ctx.actor.role === 'coordinator' ? take(ctx, enrolment, step, 'coordinator') : null
}

/** The trainee stops, without a reason. */
export const leaveCourse = async (
  ctx: Ctx,
  enrolmentId: string,
): Promise<Result<Enrolment, EnrolmentBlocker[]> | null> => {
  const enrolment = (await ownEnrolments(ctx.tx, ctx.actor)).find(({ id }) => id === enrolmentId)
  return enrolment ? take(ctx, enrolment, { to: 'left', reason: '' }, 'trainee') : null
}

const take = async (
  ctx: Ctx,
  enrolment: Enrolment,
  { to, reason }: EnrolmentStep,
  who: EnrolmentActor,
): Promise<Result<Enrolment, EnrolmentBlocker[]> | null> => {
  const { programmeId, membershipId } = ctx.actor
  const { id, personId, runId, status: from } = enrolment
  // Whose seat it is hangs on it: places are given by one at a time.
  const run = await lockRun(ctx.tx, programmeId, runId)
  if (!run) return null
  const { blockers: inTheWay } = await takingIn(ctx, await openRunBook(ctx, run), enrolment)
  const seatFree = seatsFree(run.capacity, await applicationsOfRun(ctx.tx, programmeId, runId)) > 0
  const blockers = enrolmentBlockers({ from, to, who }, { inTheWay, reason, seatFree })
  if (blockers.length > 0) return no(blockers)
  const endedOn = to === 'taking' ? null : ctx.today
  if (!(await moveEnrolment(ctx.tx, programmeId, { id, from, to, endedOn })))
    return no([{ kind: 'not_from_here', from, to }])
  const eventId = ctx.newId()
  await insertEnrolmentEvent(ctx.tx, programmeId, {
    id: eventId,
    enrolmentId: id,
    from,
    to,
    at: ctx.now,
    by: membershipId,
    reasonSealed: reason === '' ? null : await ctx.vault.seal(personId, eventReasonField, eventId, reason),
  })
  ctx.audit.wrote({ action: to, kind: 'training.enrolment', id, subject: personId })
  if (to === 'left') await goOnWithout(ctx, run, enrolment)
  if (to === 'completed') await ctx.outbox.emit('training.completed', { enrolmentId: id, personId, runId })
  if (to !== 'taking' && who === 'coordinator') {
    await ctx.outbox.tell(personId, `training.${to}`, {}, ownCoursePaths.course(id))
  }
  return ok(enrolment)
}

// Their time is theirs again; whoever waits for a place is asked, as long as one may join.
const goOnWithout = async (ctx: Ctx, run: Run, { runId, personId, id }: Enrolment): Promise<void> => {
  const sessions = await standingSessions(ctx.tx, ctx.actor.programmeId, [runId])
  await giveTimeBack(
    ctx,
    sessions.filter(({ endsAt }) => endsAt > ctx.now),
    personId,
  )
  await ctx.outbox.emit('training.left', { enrolmentId: id, runId, personId })
  await askNext(ctx, run)
}
