import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { personsInRole } from '#domains/people/index.ts'
import { openFollowUp } from './open-follow-up.ts'
import { reachesPerson, reachOf } from './reach.ts'

interface ByHand {
  personId: string
  reason: 'staff' | 'silent'
  dueOn: CalendarDay
}

/** Staff decide to get in touch. The id, or null where that day has one already. */
export const openByHand = async (
  ctx: Ctx,
  { personId, reason, dueOn }: ByHand,
): Promise<Result<string | null, [{ kind: 'day_gone' }]> | null> => {
  const supporters = await personsInRole(ctx.tx, ctx.actor.programmeId, ['supporter'])
  const known = supporters.some((each) => each.id === personId)
  if (!known || !reachesPerson(await reachOf(ctx), personId)) return null
  if (dueOn < ctx.today) return no([{ kind: 'day_gone' }])
  const opened = await openFollowUp(ctx, { personId, reason, dueOn, visitId: null, companions: [] })
  return ok(opened?.id ?? null)
}
