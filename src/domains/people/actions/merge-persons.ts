import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Belongings, Pair } from '../belongings.ts'
import { pairSign } from '../core/alike.ts'
import { holderBlockers } from '../core/merge-question.ts'
import { type MergeBlocker, mergeBlockers, type UndoBlocker, undoBlockers } from '../core/merging.ts'
import { insertNotSame } from '../data/alike.ts'
import { erasedAt, lockPerson } from '../data/erasure.ts'
import { closeQuestions, holderFacts, holdersOf, othersCouldLook } from '../data/merge-questions.ts'
import {
  bothSignIn,
  deleteNotSame,
  findMerge,
  insertMerge,
  markUndone,
  mergedPeople,
  saidNotSame,
  setMergedInto,
  takenAtOnce,
} from '../data/merges.ts'
import { moveBack, moveRows } from '../data/move-rows.ts'
import { findPerson } from '../data/persons.ts'
import { resealedWhile } from '../data/reseal.ts'
import type { StandsInTheWay } from '../forgetting.ts'
import { peopleBelongings } from '../own-belongings.ts'
import { peoplePaths } from '../web/paths.ts'
import { holdTime } from './book.ts'

export interface AgainstMerging {
  own: MergeBlocker[]
  others: StandsInTheWay[]
}

/** What stands in the way of making these two records one. The page and the action ask the same. */
export const againstMerging = async (
  ctx: Ctx,
  pair: Pair,
  belongings: readonly Belongings[],
): Promise<AgainstMerging> => {
  const own = await personBlockers(ctx, pair)
  const others: StandsInTheWay[] = []
  for (const each of belongings) others.push(...(await each.standsInTheWay(ctx, pair)))
  return { own, others }
}

/** What people themselves know of it. */
export const personBlockers = async (ctx: Ctx, pair: Pair): Promise<MergeBlocker[]> => {
  const { tx, actor, now, today } = ctx
  const { programmeId, personId } = actor
  return mergeBlockers({
    isOwn: pair.kept === personId || pair.gone === personId,
    saidNotSame: (await saidNotSame(tx, programmeId)).has(pairSign(pair.kept, pair.gone)),
    bothSignIn: await bothSignIn(tx, programmeId, pair),
    takenAtOnce: await takenAtOnce(tx, programmeId, pair, now),
    holders: holderBlockers(await holderFacts(tx, programmeId, pair, personId), {
      today,
      othersCould: await othersCouldLook(tx, programmeId, pair, personId),
    }),
  })
}

/**
 * Makes two records of one person one, once whoever signs in was heard, and tells them: every row of the one that goes follows to the one that stays, sealed anew with that one's key. What both have is
 * ended, or left where it is. Remembered, so that it can be undone. Null: one of them is not here.
 */
export const mergePersons = async (
  ctx: Ctx,
  pair: Pair,
  belongings: readonly Belongings[],
): Promise<Result<string, AgainstMerging> | null> => {
  const { tx, actor, now } = ctx
  const { kept, gone } = pair
  const { programmeId } = actor
  for (const id of [kept, gone].toSorted()) await lockPerson(tx, programmeId, id)
  await holdTime(ctx, [kept, gone])
  if (kept === gone || !(await findPerson(tx, programmeId, kept)) || !(await findPerson(tx, programmeId, gone)))
    return null
  const against = await againstMerging(ctx, pair, belongings)
  if (against.own.length + against.others.length > 0) return no(against)
  const holders = await holdersOf(tx, programmeId, pair)
  await closeQuestions(tx, programmeId, pair, now)
  const all = [peopleBelongings, ...belongings]
  const followed = await resealedWhile(
    ctx,
    all.flatMap((each) => each.sealed),
    { from: gone, to: kept },
    () =>
      moveRows(
        tx,
        all.flatMap((each) => each.columns),
        { programmeId, from: gone, to: kept, now },
      ),
  )
  await setMergedInto(tx, programmeId, gone, { kept, at: now })
  const id = ctx.newId()
  await insertMerge(tx, programmeId, { id, kept, gone, at: now, followed, by: actor.membershipId })
  for (const subject of [kept, gone]) ctx.audit.wrote({ action: 'merge', kind: 'people.person', id: kept, subject })
  if (holders.length > 0) await ctx.outbox.tell(kept, 'people.merged', {}, peoplePaths.me)
  return ok(id)
}

/** Takes two records apart again: what followed goes back, with all that hangs on it; whoever signs in is told. Null: there is no such merge. */
export const undoMerge = async (
  ctx: Ctx,
  mergeId: string,
  belongings: readonly Belongings[],
): Promise<Result<null, UndoBlocker[]> | null> => {
  const { tx, actor, now } = ctx
  const { programmeId } = actor
  const merge = await findMerge(tx, programmeId, mergeId)
  if (!merge) return null
  const { kept, gone, followed } = merge
  for (const id of [kept, gone].toSorted()) await lockPerson(tx, programmeId, id)
  await holdTime(ctx, [kept, gone])
  const merged = await mergedPeople(tx, programmeId)
  const blockers = undoBlockers({
    undone: merge.undoneAt !== null,
    mergedFurther: merged.has(kept),
    erased: (await erasedAt(tx, programmeId, kept)) !== null || !merged.has(gone),
  })
  if (blockers.length > 0) return no(blockers)
  const sealed = belongings.flatMap((each) => each.sealed)
  await resealedWhile(ctx, sealed, { from: kept, to: gone }, () =>
    moveBack(tx, followed, { programmeId, from: kept, to: gone }),
  )
  await setMergedInto(tx, programmeId, gone, null)
  await markUndone(tx, programmeId, mergeId, { at: now, by: actor.membershipId })
  for (const subject of [kept, gone])
    ctx.audit.wrote({ action: 'undo_merge', kind: 'people.person', id: kept, subject })
  for (const holder of await holdersOf(tx, programmeId, merge))
    await ctx.outbox.tell(holder, 'people.merge_undone', {}, peoplePaths.me)
  return ok(null)
}

/** Somebody says that these are two people, or that they may be one after all. Null: one of them is not here. */
export const sayNotSame = async (ctx: Ctx, pair: readonly [string, string], differ: boolean): Promise<true | null> => {
  const { tx, actor, now } = ctx
  const [one, other] = pair
  if (one === other) return null
  for (const id of pair) if (!(await findPerson(tx, actor.programmeId, id))) return null
  if (differ) {
    await insertNotSame(tx, actor.programmeId, [pair], { at: now, byMembership: actor.membershipId })
    await closeQuestions(tx, actor.programmeId, { kept: one, gone: other }, now)
  } else await deleteNotSame(tx, actor.programmeId, pair)
  for (const subject of pair)
    ctx.audit.wrote({ action: differ ? 'not_same' : 'maybe_same', kind: 'people.person', id: one, subject })
  return true
}
