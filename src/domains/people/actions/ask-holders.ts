import { addDays } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { getProgramme } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Pair } from '../belongings.ts'
import type { Telling } from '../core/contact.ts'
import { holderSaid, type MergeAnswer } from '../core/merge-question.ts'
import type { MergeBlocker } from '../core/merging.ts'
import { insertNotSame } from '../data/alike.ts'
import { lockPerson } from '../data/erasure.ts'
import {
  answerQuestion,
  closeQuestions,
  holdersOf,
  insertQuestion,
  type MergeQuestion,
  questionsAbout,
  questionsTo,
} from '../data/merge-questions.ts'
import { findPerson, personsInRole } from '../data/persons.ts'
import { peoplePaths } from '../web/paths.ts'
import { personBlockers } from './merge-persons.ts'

// What is not for whoever signs in to decide: they are not asked while it stands in the way.
const beforeAsking: readonly MergeBlocker['kind'][] = ['own_record', 'said_not_same', 'both_sign_in']

/**
 * Asks whoever signs in to one of the two whether the other record is theirs as well; what was asked before is asked anew. Until
 * they say that it is theirs, they learn nothing of it but that it is there, and from which year. Null: one of them is not here.
 */
export const askHolders = async (ctx: Ctx, pair: Pair): Promise<Result<null, MergeBlocker[]> | null> => {
  const { tx, actor, now, today } = ctx
  const { programmeId } = actor
  const both = [pair.kept, pair.gone].toSorted()
  for (const id of both) await lockPerson(tx, programmeId, id)
  if (pair.kept === pair.gone) return null
  for (const id of both) if (!(await findPerson(tx, programmeId, id))) return null
  const against = (await personBlockers(ctx, pair)).filter(({ kind }) => beforeAsking.includes(kind))
  if (against.length > 0) return no(against)
  const { mergeAnswerDays } = await getProgramme(tx, programmeId)
  const until = addDays(today, mergeAnswerDays)
  await closeQuestions(tx, programmeId, pair, now)
  for (const holder of await holdersOf(tx, programmeId, pair)) {
    const id = ctx.newId()
    const other = holder === pair.kept ? pair.gone : pair.kept
    await insertQuestion(tx, programmeId, { id, holder, other, askedAt: now, askedBy: actor.membershipId, until })
    await ctx.outbox.tell(holder, 'people.merge_asked', { until }, peoplePaths.myMerges)
    for (const subject of both) ctx.audit.wrote({ action: 'ask_same', kind: 'people.person', id: other, subject })
  }
  return ok(null)
}

/** They say of a record that it is theirs, or not. Null: that is not asked of them, or no longer. */
export const answerOwnQuestion = async (ctx: Ctx, questionId: string, answer: MergeAnswer): Promise<true | null> => {
  const asked = await questionsTo(ctx.tx, ctx.actor.programmeId, ctx.actor.personId)
  return answered(ctx, asked.find(({ id }) => id === questionId)?.other ?? null, ctx.actor.personId, {
    answer,
    told: null,
  })
}

/** Staff write down what whoever signs in told them about the other record. Null: that is not asked of them. */
export const recordHolderAnswer = (
  ctx: Ctx,
  { holder, other }: Pick<MergeQuestion, 'holder' | 'other'>,
  said: { answer: MergeAnswer; told: Telling },
): Promise<true | null> => answered(ctx, other, holder, said)

const answered = async (
  ctx: Ctx,
  other: string | null,
  holder: string,
  { answer, told }: { answer: MergeAnswer; told: Telling | null },
): Promise<true | null> => {
  const { tx, actor, now } = ctx
  const { programmeId } = actor
  if (other === null) return null
  // Nobody makes the two one while a no is on its way.
  for (const id of [holder, other].toSorted()) await lockPerson(tx, programmeId, id)
  const pair = { kept: holder, gone: other }
  const question = (await questionsAbout(tx, programmeId, pair)).find((one) => one.holder === holder)
  if (!question || question.answer === 'not_me') return null
  const recordedBy = told ? actor.membershipId : null
  await answerQuestion(tx, programmeId, question.id, { answer, at: now, via: told ?? 'self', recordedBy })
  if (answer === 'not_me')
    await insertNotSame(tx, programmeId, [[holder, other]], { at: now, byMembership: actor.membershipId })
  // The other may be somebody else, who must not read the name of whoever answered.
  ctx.audit.wrote({ action: holderSaid[answer], kind: 'people.person', id: other, subject: holder, reason: told })
  if (told) await ctx.outbox.tell(holder, 'people.recorded', {}, peoplePaths.myMerges)
  for (const { id } of await personsInRole(tx, programmeId, ['coordinator']))
    if (id !== actor.personId) await ctx.outbox.tell(id, 'people.merge_answered', {}, peoplePaths.double(holder, other))
  return true
}
