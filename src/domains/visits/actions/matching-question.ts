import { type Activity, type ActivityKind, findActivity, getProgramme } from '#domains/programme/index.ts'
import { personsInRole } from '#domains/people/index.ts'
import { matchingFacts } from '#domains/registration/index.ts'
import type { Busy, CompanionFacts, Question, RequestFacts, Slot, SupporterFacts } from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { localMinutes, minutesBetween } from '../core/zone-minutes.ts'
import { type Around, takenTimes, visitTimes, whoIsAskedElsewhere, whoKnowsPlace } from '../data/matching-facts.ts'
import { type Proposal, proposalsOf } from '../data/proposals.ts'
import { hostsOf } from '../data/request-people.ts'
import { findRequestPlace, type RequestPlace } from '../data/request-places.ts'
import type { Request } from '../data/requests.ts'

const couldBeOnline: readonly ActivityKind[] = [
  'talk_circle',
  'recovery_story',
  'training_lecturer',
  'telephone_counselling',
  'online',
  'family_talk',
  'group_consultation',
  'council',
]

const day = 86_400_000

/**
 * Everything that the rules of matching look at, for one request: a handful of statements, however many people there are.
 * `without`: visits that are themselves in question; they stand in nobody's way.
 */
export const matchingQuestion = async (
  ctx: Ctx,
  request: Request,
  without: readonly string[] = [],
): Promise<Question> => {
  const { tx, actor } = ctx
  const starts = request.slots.map((slot) => slot.startsAt.getTime())
  const programme = await getProgramme(tx, actor.programmeId)
  const taken = await takenAround(ctx, near(starts, ctx.now), { without })
  return {
    request: await requestFactsOf(ctx, request),
    supporters: await supportersOf(ctx, request, taken),
    companions: await companionsOf(ctx, taken),
    settings: { firstNeedsExperienced: programme.firstNeedsExperienced },
    today: ctx.today,
  }
}

// Other times are looked for from a week before to two weeks after those offered.
const near = (starts: readonly number[], now: Date): Stretch => {
  const from = starts.length === 0 ? now.getTime() : Math.min(...starts)
  return { from: new Date(from - 9 * day), to: new Date(Math.max(from, ...starts) + 16 * day) }
}

export type Stretch = Pick<Around, 'from' | 'to'>

/** What takes whose time in a stretch, and on which days they go on visits around it: of everybody, or of these people. */
export const takenAround = async (
  ctx: Ctx,
  stretch: Stretch,
  { without = [], people }: { without?: readonly string[]; people?: readonly string[] | undefined } = {},
): Promise<Taken> => {
  const { tx, actor } = ctx
  const from = new Date(Math.min(ctx.now.getTime(), stretch.from.getTime()) - 66 * day)
  const to = new Date(Math.max(ctx.now.getTime(), stretch.to.getTime()) + 66 * day)
  const minutes = minutesBetween(from, to, ctx.zone)
  const [times, visits] = await Promise.all([
    takenTimes(tx, actor.programmeId, { ...stretch, without, people }),
    visitTimes(tx, actor.programmeId, { from, to, without, people }),
  ])
  const busy = grouped(
    times,
    (row): Busy => ({
      from: minutes(row.from),
      to: minutes(row.to),
      point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
      online: row.online,
    }),
  )
  const visitDays = grouped(visits, (row) => Math.floor(minutes(row.startsAt) / 1440))
  return (personId) => ({ busy: busy.get(personId) ?? [], visitDays: visitDays.get(personId) ?? [] })
}

const grouped = <Row extends { personId: string }, T>(rows: readonly Row[], of: (row: Row) => T): Map<string, T[]> => {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const known = map.get(row.personId)
    if (known) known.push(of(row))
    else map.set(row.personId, [of(row)])
  }
  return map
}

const requestFactsOf = async (ctx: Ctx, request: Request): Promise<RequestFacts> => {
  const { tx } = ctx
  const place = request.placeId === null ? null : await findRequestPlace(tx, request.placeId)
  return requestFactsFrom(ctx, request, {
    activity: await findActivity(tx, request.activityId),
    place,
    hosts: place ? await hostsOf(tx, place.id, ctx.now) : [],
    proposals: await proposalsOf(tx, request.id),
  })
}

/** What stands around a request. */
export interface AroundRequest {
  activity: Activity | null
  place: Pick<RequestPlace, 'id' | 'point'> | null
  hosts: readonly string[]
  proposals: readonly Proposal[]
}

/** A request as the rules of matching see it. */
export const requestFactsFrom = (
  { now, zone }: Pick<Ctx, 'now' | 'zone'>,
  request: Request,
  { activity, place, hosts, proposals }: AroundRequest,
): RequestFacts => ({
  id: request.id,
  activityId: request.activityId,
  themes: request.themes,
  place: place && { id: place.id, point: place.point, hostPersonIds: hosts },
  slots: request.slots.filter((slot) => slot.startsAt > now).map((slot) => slotOf(slot, zone)),
  wanted: request.supportersWanted,
  online: request.online,
  couldBeOnline: activity !== null && couldBeOnline.includes(activity.kind),
  forGender: request.forGender,
  language: request.language,
  companionNeeded: activity?.companionRequired ?? false,
  welcomes: new Set(),
  ...askedBy(proposals),
})

const askedBy = (all: readonly Proposal[]): Pick<RequestFacts, 'agreed' | 'declined' | 'asked'> => {
  const of = (...statuses: Proposal['status'][]): string[] =>
    all.filter((one) => statuses.includes(one.status)).map((one) => one.personId)
  return {
    agreed: of('yes', 'changed'),
    declined: new Set(of('declined')),
    asked: new Set(of('sent', 'asking', 'seat_filled')),
  }
}

export const slotOf = (slot: Request['slots'][number], zone: string): Slot => {
  const from = localMinutes(slot.startsAt, zone)
  const start = Math.floor(from / 1440)
  const length = (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000
  return { id: slot.id, day: start, from: from - start * 1440, to: Math.min(1440, from - start * 1440 + length) }
}

export type Taken = (personId: string) => { busy: Busy[]; visitDays: number[] }

const supportersOf = async (ctx: Ctx, request: Request, taken: Taken): Promise<SupporterFacts[]> => {
  const { tx, actor } = ctx
  const elsewhere = await whoIsAskedElsewhere(tx, actor.programmeId, request.id)
  const { placeId } = request
  const known = placeId === null ? new Set<string>() : await whoKnowsPlace(tx, actor.programmeId, placeId)
  const here: ReadonlySet<string> = new Set(placeId === null ? [] : [placeId])
  const nowhere: ReadonlySet<string> = new Set()
  const facts = await matchingFacts(ctx, { activityId: request.activityId, themes: request.themes })
  return facts.map((one) => ({
    ...one,
    ...taken(one.personId),
    knownPlaces: known.has(one.personId) ? here : nowhere,
    awaitingAnswer: elsewhere.has(one.personId),
  }))
}

/** Working hours of staff are not recorded: only what is booked stands in their way. */
export const companionsOf = async (ctx: Ctx, taken: Taken): Promise<CompanionFacts[]> =>
  (await personsInRole(ctx.tx, ctx.actor.programmeId, ['companion'])).map(({ id }) => ({
    personId: id,
    base: null,
    hours: null,
    maxTravelMinutes: null,
    maxPerDay: null,
    maxPerWeek: null,
    ...taken(id),
  }))
