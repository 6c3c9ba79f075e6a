import {
  consentWords,
  givenNow,
  nameForPlace,
  type SeenClass,
  seenOf,
  type SharedVisits,
} from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { seesSupporterUntil } from '../core/place-sees.ts'
import type { VisitFull } from '../data/visit-full.ts'

export interface SeenInVisit {
  /** Which classes of each participant the actor sees. */
  classes: ReadonlyMap<string, ReadonlySet<SeenClass>>
  /** What each participant is called for this actor, with its stored reading; absent: not shown. */
  names: ReadonlyMap<string, { name: string; kana: string }>
}

/** Everything a page shows of the people in a visit passes here: by role, relation, consent and time. */
export const seenInVisit = async (ctx: Ctx, visit: VisitFull): Promise<SeenInVisit> => {
  const ids = [...new Set(visit.participants.map((one) => one.personId))]
  const classes = await seenOf(ctx, ids, await sharedVisits(ctx, visit))
  const given = ctx.actor.role === 'host' ? await consentWords(ctx.tx, ctx.actor.programmeId, ids) : new Map()
  const names = new Map<string, { name: string; kana: string }>()
  for (const one of visit.participants) {
    const seen = one.part === 'companion' || classes.get(one.personId)?.has('card')
    if (!seen) continue
    const called =
      one.part === 'companion' || isOwnOrStaff(ctx, one.personId)
        ? one.name
        : ctx.actor.role === 'host'
          ? nameForPlace(one, givenNow(given.get(one.personId) ?? [], ctx.now))
          : one.nickname
    // What somebody likes to be called has no reading that they gave.
    if (called) names.set(one.personId, { name: called, kana: called === one.name ? one.kana : '' })
  }
  return { classes, names }
}

const isOwnOrStaff = ({ actor }: Ctx, personId: string): boolean =>
  actor.personId === personId || actor.role === 'coordinator' || actor.role === 'companion'

const sharedVisits = async (ctx: Ctx, visit: VisitFull): Promise<SharedVisits> => {
  const as =
    ctx.actor.role === 'host'
      ? concernsPlace(visit)
        ? 'place'
        : null
      : ctx.actor.role === 'supporter' && goes(ctx, visit, 'supporter')
        ? 'fellow'
        : ownCompanion(ctx, visit)
          ? 'companion'
          : null
  if (as === null) return new Map()
  const { placeSeesDays } = await getProgramme(ctx.tx, ctx.actor.programmeId)
  const seenUntil = seesSupporterUntil(dayIn(visit.endsAt, ctx.zone), placeSeesDays)
  return new Map(
    visit.participants
      .filter((one) => one.agreedAt !== null && one.leftAt === null)
      .map((one) => [one.personId, [{ as, agreedAt: one.agreedAt ?? ctx.now, seenUntil }]]),
  )
}

/** Whether the actor goes along with this visit as its companion. */
export const ownCompanion = (ctx: Pick<Ctx, 'actor'>, visit: VisitFull): boolean => goes(ctx, visit, 'companion')

const goes = ({ actor }: Pick<Ctx, 'actor'>, visit: VisitFull, part: 'supporter' | 'companion'): boolean =>
  visit.participants.some((one) => one.personId === actor.personId && one.part === part && one.leftAt === null)

// Nobody comes to a visit that was called off or took another day.
const concernsPlace = (visit: VisitFull): boolean => visit.status !== 'cancelled' && visit.status !== 'superseded'
