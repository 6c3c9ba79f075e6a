import type { Ctx } from '#platform/http/call.ts'
import { answerField, type Need, needsField, needsIn, reasonField } from '../data/needs.ts'

/** What somebody needs in every session, what we answered, and why. */
export interface OpenNeed {
  enrolmentId: string
  asked: string
  answer: Need['answer']
  answered: string
  reason: string
}

/** For the staff of the run, or of one's own enrolment. The caller has looked who asks; read by others than the person, it is noted. */
export const readNeeds = async (ctx: Ctx, which: { runId: string; enrolmentId?: string }): Promise<OpenNeed[]> => {
  const needs = await needsIn(ctx.tx, ctx.actor.programmeId, which)
  await ctx.vault.warm(needs.map(({ personId }) => personId))
  const open: OpenNeed[] = []
  for (const need of needs) {
    const { personId, applicationId, accommodationId } = need
    if (personId !== ctx.actor.personId) {
      ctx.audit.read({ kind: 'training.application', id: applicationId, subject: personId, classes: ['care'] })
    }
    const part = (field: string, row: string | null, sealed: string | null): Promise<string> =>
      sealed === null || row === null ? Promise.resolve('') : ctx.vault.open(personId, field, row, sealed)
    const asked = await part(needsField, applicationId, need.needsSealed)
    if (asked.trim() === '') continue
    open.push({
      enrolmentId: need.enrolmentId,
      asked,
      answer: need.answer,
      answered: await part(answerField, accommodationId, need.answerSealed),
      reason: await part(reasonField, accommodationId, need.reasonSealed),
    })
  }
  return open
}
