import type { Result } from '#kernel/result.ts'
import { type Booking, bookAll, release, type TakenTime } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { cancelMeetingRow } from '../data/visit-changes.ts'
import { meetingsAhead } from '../data/visit-time.ts'

/** Takes somebody's time for a visit and for the meetings before it: all of it or nothing. */
export const takeTime = async (
  ctx: Ctx,
  visit: { id: string; startsAt: Date; endsAt: Date },
  who: { personId: string; kind: 'visit' | 'companion' },
): Promise<Result<string[], TakenTime[]>> => {
  const meetings = await meetingsAhead(ctx.tx, visit.id, ctx.now)
  return bookAll(ctx, [
    { refId: visit.id, personId: who.personId, kind: who.kind, from: visit.startsAt, to: visit.endsAt },
    ...meetings.map(
      (one): Booking => ({
        refId: one.id,
        personId: who.personId,
        kind: 'preparatory_meeting',
        from: one.startsAt,
        to: one.endsAt,
      }),
    ),
  ])
}

/** Gives it back, with the meetings still to come. Answers whether the visit had taken any. */
export const giveTimeBack = async (ctx: Ctx, visitId: string, personId: string): Promise<boolean> => {
  for (const meeting of await meetingsAhead(ctx.tx, visitId, ctx.now))
    await release(ctx, { refId: meeting.id, personId })
  return (await release(ctx, { refId: visitId, personId })) > 0
}

/** The visit does not take place: everybody gets their time back, that of the meetings before it too. */
export const giveAllTimeBack = async (ctx: Ctx, visitId: string): Promise<void> => {
  for (const meeting of await meetingsAhead(ctx.tx, visitId, ctx.now)) {
    await cancelMeetingRow(ctx.tx, visitId, meeting.id, ctx.now)
    await release(ctx, { refId: meeting.id })
  }
  await release(ctx, { refId: visitId })
}
