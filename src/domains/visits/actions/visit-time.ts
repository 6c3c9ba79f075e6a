import { no, type Result } from '#kernel/result.ts'
import { type Booking, bookAll, release, type TakenTime } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { cancelMeetingRow } from '../data/visit-changes.ts'
import { meetingsAhead } from '../data/visit-time.ts'

/** Somebody's time for a meeting before the visit is taken: the visit itself would be free. */
export type TimeRefusal = TakenTime | (Omit<TakenTime, 'kind'> & { kind: 'meeting_time_is_taken' })

/** Takes people's time for a visit and for the meetings before it that are planned already: all of it or nothing. */
export const takeTime = async (
  ctx: Ctx,
  visit: { id: string; startsAt: Date; endsAt: Date },
  who: readonly { personId: string; kind: 'visit' | 'companion' }[],
): Promise<Result<string[], TimeRefusal[]>> => {
  const meetings = await meetingsAhead(ctx.tx, visit.id, ctx.now)
  const booked = await bookAll(
    ctx,
    who.flatMap(({ personId, kind }): Booking[] => [
      { refId: visit.id, personId, kind, from: visit.startsAt, to: visit.endsAt },
      ...meetings.map((one) => ({
        refId: one.id,
        personId,
        kind: 'preparatory_meeting',
        from: one.startsAt,
        to: one.endsAt,
      })),
    ]),
  )
  if (booked.ok) return booked
  return no(
    booked.error.map((one) => (+one.from === +visit.startsAt ? one : { ...one, kind: 'meeting_time_is_taken' })),
  )
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
