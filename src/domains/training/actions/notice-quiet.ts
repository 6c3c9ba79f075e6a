import type { Ctx } from '#platform/http/call.ts'
import { personsInRole } from '#domains/people/index.ts'
import { hasGoneQuiet } from '../core/quiet.ts'
import { entriesOf } from '../data/attendance.ts'
import { enrolmentsOfRun } from '../data/enrolments.ts'
import { insertKindCall } from '../data/kind-calls.ts'
import { staffOf } from '../data/run-staff.ts'
import { sessionsOf } from '../data/sessions.ts'
import { trainingStaffPaths } from '../web/taking-paths.ts'

/** Looks whether one of these people has gone quiet, and asks the staff of the run for a kind call: once, until it was made. */
export const noticeQuiet = async (ctx: Ctx, runId: string, enrolmentIds: readonly string[]): Promise<void> => {
  if (enrolmentIds.length === 0) return
  const { programmeId } = ctx.actor
  const standing = (await sessionsOf(ctx.tx, programmeId, runId))
    .filter(({ status }) => status === 'planned' || status === 'held')
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const entries = await entriesOf(ctx.tx, programmeId, { runId })
  const enrolments = await enrolmentsOfRun(ctx.tx, programmeId, runId)
  for (const { id, personId } of enrolments.filter((one) => one.status === 'taking' && enrolmentIds.includes(one.id))) {
    const own = entries.filter(({ enrolmentId }) => enrolmentId === id)
    const heard = standing.flatMap((session) => own.findLast(({ sessionId }) => sessionId === session.id) ?? [])
    if (!hasGoneQuiet(heard.map(({ state, note }) => ({ state, word: note })))) continue
    const callId = ctx.newId()
    const call = { id: callId, enrolmentId: id, dueOn: ctx.today, noticedAt: ctx.now }
    if (!(await insertKindCall(ctx.tx, programmeId, call))) continue
    ctx.audit.wrote({ action: 'notice', kind: 'training.kind_call', id: callId, subject: personId })
    for (const staffId of await whoCalls(ctx, runId)) {
      await ctx.outbox.tell(staffId, 'training.kind_call', {}, trainingStaffPaths.kindCall(callId))
    }
  }
}

// Those who lead the run; where nobody is named, the coordinators.
const whoCalls = async (ctx: Ctx, runId: string): Promise<string[]> => {
  const leading = (await staffOf(ctx.tx, ctx.actor.programmeId, runId)).filter(({ duty }) => duty === 'leads')
  if (leading.length > 0) return leading.map(({ personId }) => personId)
  return (await personsInRole(ctx.tx, ctx.actor.programmeId, ['coordinator'])).map(({ id }) => id)
}
