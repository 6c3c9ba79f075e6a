import { no, ok, type Result } from '#kernel/result.ts'
import { type Booking, bookAll, release, type TakenTime } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { stands } from '../core/visit-status.ts'
import { cancelMeetingRow, insertMeeting } from '../data/visit-changes.ts'
import { findVisitForUpdate } from '../data/visit-full.ts'
import { holdersOf } from '../data/visit-time.ts'
import { tellOfVisit } from './tell-visit.ts'

export type MeetingRefusal =
  | TakenTime
  | { kind: 'visit_is_over' }
  | { kind: 'times_reversed' }
  | { kind: 'slot_past' }
  | { kind: 'after_the_visit' }

/** A preparatory meeting takes the time of everybody who goes. */
export const planMeeting = async (
  ctx: Ctx,
  visitId: string,
  wanted: { startsAt: Date; endsAt: Date; where: string; online: boolean },
): Promise<Result<null, MeetingRefusal[]> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (!visit || ctx.actor.role !== 'coordinator') return null
  if (!stands(visit.status)) return no([{ kind: 'visit_is_over' }])
  if (wanted.endsAt <= wanted.startsAt) return no([{ kind: 'times_reversed' }])
  if (wanted.startsAt <= ctx.now) return no([{ kind: 'slot_past' }])
  if (wanted.startsAt >= visit.startsAt) return no([{ kind: 'after_the_visit' }])
  const id = ctx.newId()
  const holders = await holdersOf(ctx.tx, visitId)
  const there = visit.participants.filter((one) => one.leftAt === null && holders.has(one.personId))
  const booked = await bookAll(
    ctx,
    there.map(
      (one): Booking => ({
        refId: id,
        personId: one.personId,
        kind: 'preparatory_meeting',
        from: wanted.startsAt,
        to: wanted.endsAt,
      }),
    ),
  )
  if (!booked.ok) return no(booked.error)
  await insertMeeting(ctx.tx, ctx.actor.programmeId, { ...wanted, id, visitId, now: ctx.now })
  ctx.audit.wrote({ action: 'meeting_planned', kind: 'visit', id: visitId })
  await tellOfVisit(ctx, visit, 'visits.meeting_planned', { supporters: true, companions: true, place: true })
  return ok(null)
}

export const cancelMeeting = async (
  ctx: Ctx,
  visitId: string,
  meetingId: string,
): Promise<Result<null, never> | null> => {
  const visit = await findVisitForUpdate(ctx.tx, ctx.actor, visitId)
  if (!visit || ctx.actor.role !== 'coordinator') return null
  if (!(await cancelMeetingRow(ctx.tx, visitId, meetingId, ctx.now))) return null
  await release(ctx, { refId: meetingId })
  ctx.audit.wrote({ action: 'meeting_cancelled', kind: 'visit', id: visitId })
  await tellOfVisit(ctx, visit, 'visits.meeting_cancelled', { supporters: true, companions: true, place: true })
  return ok(null)
}
