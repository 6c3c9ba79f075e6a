import { type Question, type ShownReason, type There, timesFor } from '#domains/matching/index.ts'
import { personsInRole } from '#domains/people/index.ts'
import { markAsked } from '#domains/registration/index.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Request } from '../data/requests.ts'
import { findStandingSeries, insertInvitations, type Series, type SeriesDay } from '../data/series.ts'
import { seriesPaths } from '../web/series-paths.ts'
import { matchingQuestion } from './matching-question.ts'
import { holdOpenDays } from './series-days.ts'

export type InviteRefusal = { kind: 'could_not'; reason: ShownReason } | { kind: 'nothing_to_ask' }

/**
 * Asks a supporter about the days of a series, judged as for a single request: they answer for all of these days or for single ones.
 * Answers which days were left out.
 */
export const inviteToSeries = async (
  ctx: Ctx,
  seriesId: string,
  personId: string,
): Promise<Result<{ leftOut: Date[] }, InviteRefusal[]> | null> => {
  const series = await findStandingSeries(ctx.tx, ctx.actor, seriesId)
  const supporters = await personsInRole(ctx.tx, ctx.actor.programmeId, ['supporter'])
  if (!series || ctx.actor.role !== 'coordinator' || !supporters.some((one) => one.id === personId)) return null
  const [asked] = await askForDays(ctx, series, [personId])
  if (asked?.whyNot) return no([{ kind: 'could_not', reason: asked.whyNot }])
  if (!asked || asked.days === 0) return no([{ kind: 'nothing_to_ask' }])
  return ok({ leftOut: asked.leftOut })
}

interface Asked {
  days: number
  leftOut: Date[]
  whyNot: ShownReason | null
}

/** Asks each of them about the days ahead that they could take and were not asked about before; one message each. */
export const askForDays = async (ctx: Ctx, series: Series, personIds: readonly string[]): Promise<Asked[]> => {
  const { request, days } = await holdOpenDays(ctx, series)
  const question = await questionOf(ctx, request, days)
  const all: Asked[] = []
  for (const personId of personIds) {
    const fresh = days.filter((one) => !isIn(one, personId))
    const { slotIds, whyNot } = timesFor(narrowed(ctx, question, { personId, days, fresh }), personId, thereOf(days))
    all.push({
      days: slotIds.length,
      leftOut: fresh.filter((one) => !slotIds.includes(one.visitId)).map((one) => one.startsAt),
      whyNot,
    })
    if (slotIds.length === 0) continue
    await insertInvitations(ctx.tx, ctx.actor.programmeId, personId, slotIds)
    await markAsked(ctx, [personId])
    ctx.audit.wrote({ action: 'series_invited', kind: 'series', id: series.id, subject: personId })
    await ctx.outbox.tell(personId, 'visits.series_invited', { series: series.id }, seriesPaths.series(series.id))
  }
  return all
}

const isIn = (one: SeriesDay, personId: string): boolean =>
  one.companion?.personId === personId || one.supporters.some((each) => each.personId === personId)

/** The request at the days of the series. Invitations to its earlier single times count no more. */
const questionOf = async (ctx: Ctx, request: Request, days: readonly SeriesDay[]): Promise<Question> => {
  const ids = days.map((one) => one.visitId)
  const slots = days.map(({ visitId, startsAt, endsAt }) => ({ id: visitId, startsAt, endsAt }))
  const question = await matchingQuestion(ctx, { ...request, slots }, ids)
  const companionNeeded = question.request.companionNeeded && days.some((one) => one.companion === null)
  return { ...question, request: { ...question.request, companionNeeded, agreed: [], asked: new Set() } }
}

/** For one person: only what they were not asked about; the days on which they have a seat count for their limits and their rest. */
const narrowed = (
  ctx: Ctx,
  { request, supporters, ...rest }: Question,
  of: { personId: string; days: readonly SeriesDay[]; fresh: readonly SeriesDay[] },
): Question => {
  const seated = of.days
    .filter((one) => one.supporters.some((each) => each.personId === of.personId && !each.left))
    .map((one) => daySerial(dayIn(one.startsAt, ctx.zone)))
  const slots = request.slots.filter((slot) => of.fresh.some((one) => one.visitId === slot.id))
  return {
    ...rest,
    request: { ...request, slots },
    supporters: supporters.map((one) =>
      one.personId === of.personId ? { ...one, visitDays: [...one.visitDays, ...seated] } : one,
    ),
  }
}

const thereOf = (days: readonly SeriesDay[]): There =>
  new Map(
    days.map((one) => [
      one.visitId,
      [
        ...one.supporters.filter((each) => !each.left).map((each) => each.personId),
        ...(one.companion ? [one.companion.personId] : []),
      ],
    ]),
  )
