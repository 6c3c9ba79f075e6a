import { bookAll, personsInRole } from '#domains/people/index.ts'
import { findPlace } from '#domains/places/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { insertDay, insertPracticum, insertPracticumEvent } from '../data/practicum-changes.ts'
import { type PracticumKind, practicumOffers } from '../data/practicum-offers.ts'
import { enrolmentFor } from '../data/reached.ts'
import { practicumPaths } from '../web/practicum-paths.ts'
import { byOf } from './by.ts'
import { practicumFields } from './see-practicum.ts'

export interface ProposedPracticum {
  enrolmentId: string
  kind: PracticumKind
  placeId: string
  /** Which of the place's offers, where it is one. */
  offerId: string | null
  companionId: string | null
  goals: string
  days: { startsAt: Date; endsAt: Date }[]
}

export type ProposeBlocker =
  | { kind: 'place_unknown' }
  | { kind: 'companion_unknown' }
  | { kind: 'offer_full' }
  | { kind: 'not_taking' }
  | TimeBlocker

/** Somebody has something else then. */
export type TimeBlocker = { kind: 'time_is_taken' }

/** Staff propose it to the person first; the place hears of nobody before they said yes. */
export const proposePracticum = async (
  ctx: Ctx,
  wish: ProposedPracticum,
): Promise<Result<string, ProposeBlocker[]> | null> => {
  const enrolment = await enrolmentFor(ctx.tx, ctx.actor, wish.enrolmentId)
  if (!enrolment || ctx.actor.role !== 'coordinator') return null
  const blockers = await proposeBlockers(ctx, wish, enrolment.status === 'taking')
  if (blockers.length > 0) return no(blockers)
  const { programmeId } = ctx.actor
  const { personId } = enrolment
  const id = ctx.newId()
  const goals = wish.goals.trim()
  await insertPracticum(ctx.tx, programmeId, {
    ...wish,
    id,
    personId,
    goalsSealed: goals === '' ? null : await ctx.vault.seal(personId, practicumFields.goals, id, goals),
    now: ctx.now,
  })
  const event = { id: ctx.newId(), practicumId: id, from: null, to: 'proposed', at: ctx.now } as const
  await insertPracticumEvent(ctx.tx, programmeId, { ...event, by: byOf(ctx), reasonSealed: null })
  for (const day of wish.days) {
    const booked = await planDay(ctx, { id, personId, companionId: wish.companionId }, day)
    if (!booked.ok) return booked
  }
  ctx.audit.wrote({ action: 'propose', kind: 'training.practicum', id, subject: personId })
  await ctx.outbox.tell(personId, 'training.practicum_proposed', {}, practicumPaths.practicum(id))
  return ok(id)
}

const proposeBlockers = async (ctx: Ctx, wish: ProposedPracticum, taking: boolean): Promise<ProposeBlocker[]> => {
  const { programmeId } = ctx.actor
  const place = await findPlace(ctx.tx, programmeId, wish.placeId)
  const companions = await personsInRole(ctx.tx, programmeId, ['companion', 'coordinator'])
  const [offer] = wish.offerId ? await practicumOffers(ctx.tx, ctx.actor, { id: wish.offerId }) : []
  const blockers: (ProposeBlocker | null)[] = [
    taking ? null : { kind: 'not_taking' },
    place?.status === 'confirmed' ? null : { kind: 'place_unknown' },
    wish.companionId === null || companions.some(({ id }) => id === wish.companionId)
      ? null
      : { kind: 'companion_unknown' },
    wish.offerId === null || (offer && offer.withdrawnAt === null && offer.taken < offer.seats)
      ? null
      : { kind: 'offer_full' },
  ]
  return blockers.filter((one) => one !== null)
}

/** Plans a day and takes the time of those who go: both or none. */
export const planDay = async (
  ctx: Ctx,
  practicum: { id: string; personId: string; companionId: string | null },
  day: { startsAt: Date; endsAt: Date },
): Promise<Result<string, TimeBlocker[]>> => {
  const id = ctx.newId()
  const people = [practicum.personId, ...(practicum.companionId ? [practicum.companionId] : [])]
  const booked = await bookAll(
    ctx,
    people.map((personId) => ({ personId, kind: 'practicum', refId: id, from: day.startsAt, to: day.endsAt })),
  )
  if (!booked.ok) return no([{ kind: 'time_is_taken' }])
  await insertDay(ctx.tx, ctx.actor.programmeId, { id, practicumId: practicum.id, ...day })
  return ok(id)
}
