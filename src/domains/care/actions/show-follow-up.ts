import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Called, type Channel, findPerson, namesOf, seenOf } from '#domains/people/index.ts'
import type { Reason, Way } from '../core/follow-up.ts'
import { closedOf, findFollowUp, type FollowUp, nextDueOf, type Reach } from '../data/follow-ups.ts'
import { openRestOffer } from '../data/rest-offers.ts'
import { doneField } from './close-follow-up.ts'
import { reachesPerson, reachOf } from './reach.ts'

/** Notes of the staff: why, and what was done before. */
interface Notes {
  reason: Reason
  earlier: { closedAt: Date; how: Way; done: string }[]
  /** How it ended, and when the person is contacted next; null while it is open. */
  ending: { how: Way; done: string; nextOn: CalendarDay | null } | null
}

/** A follow-up as far as this actor may see it. */
export interface ShownFollowUp {
  id: string
  person: Called
  assignee: Called | null
  dueOn: CalendarDay
  closedAt: Date | null
  version: number
  /** Null where the actor may not see them. */
  notes: Notes | null
  /** How the person is reached; null where the actor may not see it. */
  contact: { channel: Channel; phone: string | null } | null
  /** A rest was offered and waits for an answer, which staff may record. */
  restWaits: boolean
}

/** Null where it is not there or not theirs. What was seen goes into the audit. */
export const showFollowUp = async (ctx: Ctx, id: string): Promise<ShownFollowUp | null> => {
  const { programmeId } = ctx.actor
  const reach = await reachOf(ctx)
  const followUp = await findFollowUp(ctx.tx, programmeId, reach, id)
  if (!followUp) return null
  const { personId, dueOn, assignedTo, closedAt, version } = followUp
  const names = await namesOf(ctx.tx, programmeId, [personId, assignedTo ?? personId])
  const person = names.get(personId)
  if (!person) return null
  const seen = (await seenOf(ctx, [personId])).get(personId)
  return {
    id,
    person,
    assignee: assignedTo === null ? null : (names.get(assignedTo) ?? null),
    dueOn,
    closedAt,
    version,
    notes: seen?.has('staff') ? await notesOf(ctx, reach, followUp) : null,
    contact: seen?.has('contact') ? await contactOf(ctx, personId) : null,
    restWaits: reachesPerson(reach, personId) && (await openRestOffer(ctx.tx, programmeId, personId)) !== null,
  }
}

const notesOf = async (ctx: Ctx, reach: Reach, followUp: FollowUp): Promise<Notes> => {
  const { id, personId, reason } = followUp
  ctx.audit.read({ kind: 'care.follow_up', id, subject: personId, classes: ['staff'] })
  const closed = await closedOf(ctx.tx, ctx.actor.programmeId, reach, personId)
  await ctx.vault.warm([personId])
  return {
    reason,
    earlier: await Promise.all(closed.map((each) => openedNote(ctx, each))),
    ending: followUp.closedAt && {
      ...(await openedNote(ctx, followUp)),
      nextOn: await nextDueOf(ctx.tx, ctx.actor.programmeId, reach, personId),
    },
  }
}

const openedNote = async (ctx: Ctx, { id, personId, closedAt, how, doneSealed }: FollowUp) => ({
  closedAt: closedAt ?? ctx.now,
  how: how ?? ('other' as const),
  done: doneSealed === null ? '' : await ctx.vault.open(personId, doneField, id, doneSealed),
})

const contactOf = async (ctx: Ctx, personId: string): Promise<ShownFollowUp['contact']> => {
  const person = await findPerson(ctx.tx, ctx.actor.programmeId, personId)
  return person ? { channel: person.channel, phone: person.phone } : null
}
