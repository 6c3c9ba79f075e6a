import type { Ctx } from '#platform/http/call.ts'
import { homeworkOf, putHomework, takeHomeworkBack } from '../data/attendance.ts'
import { enrolmentsOfRun } from '../data/enrolments.ts'
import { sessionFor } from '../data/reached.ts'

/** Whose homework was handed in for this session; whoever is not among them has not. False where it is not theirs to enter. */
export const enterHomework = async (ctx: Ctx, sessionId: string, handedIn: readonly string[]): Promise<boolean> => {
  const { programmeId, membershipId } = ctx.actor
  const session = await sessionFor(ctx.tx, ctx.actor, sessionId)
  if (!session) return false
  const before = (await homeworkOf(ctx.tx, programmeId, session.runId)).filter((one) => one.sessionId === sessionId)
  for (const { id, personId } of await enrolmentsOfRun(ctx.tx, programmeId, session.runId)) {
    const was = before.some(({ enrolmentId }) => enrolmentId === id)
    const is = handedIn.includes(id)
    if (was === is) continue
    const one = { enrolmentId: id, sessionId }
    if (is) await putHomework(ctx.tx, programmeId, { ...one, on: ctx.today, by: membershipId })
    else await takeHomeworkBack(ctx.tx, programmeId, one)
    const action = is ? 'homework' : 'homework_taken_back'
    ctx.audit.wrote({ action, kind: 'training.session', id: sessionId, subject: personId })
  }
  return true
}
