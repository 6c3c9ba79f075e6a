import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type CloseBlocker, closeBlockers, type Way } from '../core/follow-up.ts'
import { closeRow, type FollowUp, insertFollowUp, lockFollowUp } from '../data/follow-ups.ts'
import { reachOf } from './reach.ts'

export interface CloseInput {
  id: string
  version: number
  how: Way
  done: string
  /** When to get in touch next; null: nothing is agreed. */
  nextOn: CalendarDay | null
}

export const doneField = 'care.follow_up.done_sealed'

/** Ends it with what was done. The words are sealed for the person they speak of. */
export const closeFollowUp = async (ctx: Ctx, input: CloseInput): Promise<Result<FollowUp, CloseBlocker[]> | null> => {
  const { programmeId, membershipId } = ctx.actor
  const followUp = await lockFollowUp(ctx.tx, programmeId, await reachOf(ctx), input.id)
  if (!followUp) return null
  const blockers = closeBlockers({
    closedAlready: followUp.closedAt !== null,
    versionSeen: input.version,
    versionNow: followUp.version,
    nextOn: input.nextOn,
    wordsOfRisk: hasWordsOfRisk(input.done),
    today: ctx.today,
  })
  if (blockers.length > 0) return no(blockers)
  const doneSealed = await ctx.vault.seal(followUp.personId, doneField, followUp.id, input.done)
  await closeRow(ctx.tx, programmeId, followUp.id, {
    closedAt: ctx.now,
    closedBy: membershipId,
    how: input.how,
    doneSealed,
  })
  ctx.audit.wrote({ action: 'close', kind: 'care.follow_up', id: followUp.id, subject: followUp.personId })
  if (input.nextOn) await openNext(ctx, followUp, input.nextOn)
  return ok(followUp)
}

// The same person goes on: they know what was said.
const openNext = async (ctx: Ctx, closed: FollowUp, dueOn: CalendarDay): Promise<void> => {
  const id = ctx.newId()
  const opened = await insertFollowUp(ctx.tx, ctx.actor.programmeId, {
    id,
    personId: closed.personId,
    visitId: null,
    reason: 'staff',
    dueOn,
    assignedTo: closed.assignedTo ?? ctx.actor.personId,
    openedAt: ctx.now,
    openedBy: ctx.actor.membershipId,
  })
  if (opened) ctx.audit.wrote({ action: 'open', kind: 'care.follow_up', id, subject: closed.personId })
}
