import { ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { findStandingSeries } from '../data/series.ts'
import { agreeAsPlace, agreeAsSupporter } from './agree-visit.ts'
import { changeCompanion } from './change-companion.ts'
import { leaveVisit } from './leave-visit.ts'
import { holdOpenDays } from './series-days.ts'
import { tellOnce } from './tell-once.ts'

/** Days on which somebody had something else: told, while the rest stands. */
export interface DaysRefused {
  startsAt: Date[]
}

export interface DaysAnswer {
  /** The days that stood on the page: an answer speaks of no other. */
  shown: readonly string[]
  yes: readonly string[]
  via: string
}

/** A supporter's answer: yes to these days, not this time to the others that they saw. */
export const answerSeries = async (
  ctx: Ctx,
  seriesId: string,
  personId: string,
  { shown, yes, via }: DaysAnswer,
): Promise<Result<DaysRefused, never> | null> => {
  const series = await findStandingSeries(ctx.tx, ctx.actor, seriesId)
  if (!series) return null
  const { days } = await holdOpenDays(ctx, series)
  const seats = days
    .filter((one) => shown.includes(one.visitId))
    .flatMap((one) => one.supporters.filter((each) => each.personId === personId).map((seat) => ({ ...one, seat })))
  const wished = seats.filter((one) => yes.includes(one.visitId) && !(one.seat.agreed && !one.seat.left))
  const others = seats.filter((one) => !yes.includes(one.visitId) && !one.seat.left)
  return tellOnce(ctx, series.id, async (within) => {
    const startsAt: Date[] = []
    for (const one of wished) {
      const agreed = await agreeAsSupporter(within, one.visitId, personId, { via })
      if (agreed === null) return null
      if (!agreed.ok) startsAt.push(one.startsAt)
    }
    for (const one of others) if ((await leaveVisit(within, one.visitId, personId)) === null) return null
    return ok({ startsAt })
  })
}

/** One companion for all days ahead. */
export const companionForSeries = async (
  ctx: Ctx,
  seriesId: string,
  personId: string,
): Promise<Result<DaysRefused, never> | null> => {
  const series = await findStandingSeries(ctx.tx, ctx.actor, seriesId)
  if (!series || ctx.actor.role !== 'coordinator') return null
  const { days } = await holdOpenDays(ctx, series)
  return tellOnce(ctx, series.id, async (within) => {
    const startsAt: Date[] = []
    for (const one of days) {
      const changed = await changeCompanion(within, one.visitId, personId)
      if (changed === null) return null
      if (!changed.ok) startsAt.push(one.startsAt)
    }
    return ok({ startsAt })
  })
}

/** The place agrees at once to the days that stood on the page. */
export const agreeToSeries = async (
  ctx: Ctx,
  seriesId: string,
  { shown, via }: Pick<DaysAnswer, 'shown' | 'via'>,
): Promise<Result<null, never> | null> => {
  const series = await findStandingSeries(ctx.tx, ctx.actor, seriesId)
  if (!series) return null
  const { days } = await holdOpenDays(ctx, series)
  return tellOnce(ctx, series.id, async (within) => {
    for (const { visitId } of days.filter((one) => shown.includes(one.visitId)))
      if ((await agreeAsPlace(within, visitId, { via })) === null) return null
    return ok(null)
  })
}
