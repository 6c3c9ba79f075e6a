import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type AccommodationAnswer, insertAccommodation } from '../data/accommodations.ts'
import { type Application, findApplication } from '../data/applications.ts'
import { mayRead } from '../core/application-words-seen.ts'
import { insertConsideration } from '../data/considerations.ts'
import { criteriaOf } from '../data/criteria.ts'
import { doorOf } from './application-facts.ts'
import { ownPaths } from '../web/paths.ts'

const staffOnly = async (ctx: Ctx, id: string): Promise<Application | null> => {
  const one = ctx.actor.role === 'coordinator' ? await findApplication(ctx.tx, ctx.actor, id) : null
  return one && mayRead(ctx.actor, one) ? one : null
}

/** What somebody who chooses thought about one question, in words and under their name. Null: no such application or question. */
export const consider = async (
  ctx: Ctx,
  id: string,
  thought: { criterionId: string; words: string },
): Promise<Result<null, { kind: 'words_missing' }[]> | null> => {
  const application = await staffOnly(ctx, id)
  if (!application) return null
  const criteria = await criteriaOf(ctx.tx, ctx.actor.programmeId, application.runId)
  if (!criteria.some((one) => one.id === thought.criterionId)) return null
  if (thought.words.trim() === '') return no([{ kind: 'words_missing' }])
  const { personId } = application
  const by = ctx.actor.membershipId
  await insertConsideration(doorOf(ctx), {
    ...thought,
    id: ctx.newId(),
    applicationId: id,
    personId,
    by,
    at: ctx.now,
  })
  ctx.audit.wrote({ action: 'consider', kind: 'training.application', id, subject: personId })
  return ok(null)
}

export type NeedsBlocker = { kind: 'words_missing' } | { kind: 'reason_missing' }

/** Answers what somebody needs. Where it is not a plain yes, the reason is said. */
export const answerNeeds = async (
  ctx: Ctx,
  id: string,
  given: { answer: AccommodationAnswer; words: string; reason: string },
): Promise<Result<null, NeedsBlocker[]> | null> => {
  const application = await staffOnly(ctx, id)
  if (!application) return null
  const blockers: NeedsBlocker[] = [
    ...(given.words.trim() === '' ? [{ kind: 'words_missing' as const }] : []),
    ...(given.answer !== 'yes' && given.reason.trim() === '' ? [{ kind: 'reason_missing' as const }] : []),
  ]
  if (blockers.length > 0) return no(blockers)
  const answer = { ...given, id: ctx.newId(), by: ctx.actor.membershipId, at: ctx.now }
  await insertAccommodation(doorOf(ctx), application, answer)
  ctx.audit.wrote({ action: 'answer_needs', kind: 'training.application', id, subject: application.personId })
  // To nobody else: the office that sent them does not learn that they asked for something.
  const { personId } = application
  await ctx.outbox.tell(personId, 'training.needs_answered', {}, ownPaths.application(id))
  return ok(null)
}
