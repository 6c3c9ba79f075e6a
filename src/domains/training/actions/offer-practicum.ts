import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { findPlace } from '#domains/places/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { insertOffer, type PracticumKind, practicumOffers, withdrawOffer } from '../data/practicum-offers.ts'
import { practicumPaths } from '../web/practicum-paths.ts'
import { tellCoordinators } from './people-of-run.ts'

export interface Offering {
  /** Named by staff; a host contact speaks for their own place. */
  placeId: string
  kind: PracticumKind
  what: string
  fromDay: CalendarDay
  toDay: CalendarDay
  seats: number
  note: string
}

export type OfferBlocker = { kind: 'place_unknown' } | { kind: 'days_reversed' } | { kind: 'days_gone' }

/** A place offers days for people in training; staff may write down what it told. */
export const offerPracticum = async (ctx: Ctx, offering: Offering): Promise<Result<string, OfferBlocker[]>> => {
  const placeId = ctx.actor.role === 'host' ? (ctx.actor.placeId ?? '') : offering.placeId
  const place = placeId === '' ? null : await findPlace(ctx.tx, ctx.actor.programmeId, placeId)
  const blockers: (OfferBlocker | null)[] = [
    place ? null : { kind: 'place_unknown' },
    offering.fromDay > offering.toDay ? { kind: 'days_reversed' } : null,
    offering.toDay < ctx.today ? { kind: 'days_gone' } : null,
  ]
  const inTheWay = blockers.filter((one) => one !== null)
  if (inTheWay.length > 0) return no(inTheWay)
  const id = ctx.newId()
  await insertOffer(ctx.tx, ctx.actor.programmeId, { ...offering, id, placeId, now: ctx.now })
  ctx.audit.wrote({ action: 'offer', kind: 'training.practicum_offer', id })
  if (ctx.actor.role === 'host') await tellCoordinators(ctx, 'training.practicum_offered', {}, practicumPaths.offers)
  return ok(id)
}

/** The place takes its offer back; what was agreed stays agreed. False where it is not theirs, or withdrawn already. */
export const withdrawPracticumOffer = async (ctx: Ctx, id: string): Promise<boolean> => {
  const [offer] = await practicumOffers(ctx.tx, ctx.actor, { id })
  if (!offer || !(await withdrawOffer(ctx.tx, ctx.actor.programmeId, id, ctx.now))) return false
  ctx.audit.wrote({ action: 'withdraw', kind: 'training.practicum_offer', id })
  return true
}
