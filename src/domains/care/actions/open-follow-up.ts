import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { followersOf, personsInRole } from '#domains/people/index.ts'
import { type Reason, whoFollows } from '../core/follow-up.ts'
import { insertFollowUp } from '../data/follow-ups.ts'

export interface Opening {
  personId: string
  visitId: string | null
  reason: Reason
  dueOn: CalendarDay
  /** Those who were there: one of them gets in touch where nobody follows the person. */
  companions: readonly string[]
}

/** Opens it once, for whoever is near; null where the same one is open already. */
export const openFollowUp = async (
  ctx: Ctx,
  opening: Opening,
): Promise<{ id: string; assignedTo: string | null } | null> => {
  const { programmeId, membershipId, personId: self } = ctx.actor
  const id = ctx.newId()
  const followers = await followersOf(ctx.tx, programmeId, [opening.personId])
  const assignedTo = whoFollows(
    followers.map((each) => each.staffId),
    opening.companions,
  )
  const { companions: _, ...row } = opening
  const byHand = opening.reason === 'staff' || opening.reason === 'silent'
  const opened = await insertFollowUp(ctx.tx, programmeId, {
    ...row,
    id,
    assignedTo: assignedTo ?? (byHand ? self : null),
    openedAt: ctx.now,
    openedBy: byHand ? membershipId : null,
  })
  if (!opened) return null
  ctx.audit.wrote({ action: 'open', kind: 'care.follow_up', id, subject: opening.personId })
  return { id, assignedTo: assignedTo ?? (byHand ? self : null) }
}

/** Tells whoever is to get in touch; where nobody is, the coordinators. */
export const tellStaff = async (
  ctx: Ctx,
  to: { assignedTo: string | null; kind: string; path: string },
): Promise<void> => {
  const people = to.assignedTo
    ? [to.assignedTo]
    : (await personsInRole(ctx.tx, ctx.actor.programmeId, ['coordinator'])).map((each) => each.id)
  for (const id of people) await ctx.outbox.tell(id, to.kind, {}, to.path)
}
