import { type Activity, getProgramme, listAllActivities } from '#domains/programme/index.ts'
import { matchingFacts } from '#domains/registration/index.ts'
import type { PlannableMonth, RequestFacts, SupporterFacts } from '#domains/matching/index.ts'
import { type CalendarDay, daySerial, daysBetween, monthOf, monthStart } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { placesKnown, promisedTimes, visitsWithin } from '../data/matching-facts.ts'
import { openRequestsWithin, type StandingGroup, standingWithin } from '../data/month-requests.ts'
import { type Proposal, proposalsByRequest } from '../data/proposals.ts'
import { hostsByPlace } from '../data/request-people.ts'
import { type RequestPlace, requestPlaces } from '../data/request-places.ts'
import { getRequests, type Request } from '../data/requests.ts'
import { minutesBetween } from '../core/zone-minutes.ts'
import { companionsOf, requestFactsFrom, type Stretch, type Taken, takenAround } from './matching-question.ts'

/** A programme's month from its own records: what the planner looks at, and what the board shows of it. */
export interface MonthRecords {
  facts: PlannableMonth
  /** Those that are open in the month, and those asked for besides. */
  requests: ReadonlyMap<string, Request>
  activities: ReadonlyMap<string, Activity>
  places: ReadonlyMap<string, RequestPlace>
  proposals: ReadonlyMap<string, readonly Proposal[]>
  standing: readonly StandingGroup[]
  /** The requests of those, as the rules of matching see them. */
  standingFacts: ReadonlyMap<string, RequestFacts>
}

/** Chances are carried over this many months before. */
const monthsBefore = 5

/** A part of a month: these requests, with these people and whoever agreed to go there, or with everybody. */
export interface MonthPart {
  requestIds: readonly string[]
  people: readonly string[] | 'all'
}

/**
 * What was agreed or confirmed takes time, limits and rest and is not planned; who has said yes keeps their seat and their time. A
 * handful of statements, however many people and requests there are. `besides`: requests that are looked at too. A part is loaded
 * as it is in the whole; what people wished for and received only where somebody is looked for.
 */
export const monthRecords = async (
  ctx: Ctx,
  month: CalendarDay,
  { besides = [], part = null }: { besides?: readonly string[]; part?: MonthPart | null } = {},
): Promise<MonthRecords> => {
  const { tx, actor, zone } = ctx
  const next = monthStart(month, 1)
  const stretch = { from: instantAt(month, 0, zone), to: instantAt(next, 0, zone) }
  const [open, standing, programme] = await Promise.all([
    openRequestsWithin(tx, actor.programmeId, stretch, part?.requestIds),
    standingWithin(tx, actor.programmeId, stretch, part?.requestIds),
    getProgramme(tx, actor.programmeId),
  ])
  const loaded = await requestsWithAll(
    ctx,
    part?.requestIds ?? [...open, ...besides, ...standing.map((one) => one.requestId)],
  )
  const accompanied = new Set(standing.filter((one) => one.companionIds.length > 0).map((one) => one.requestId))
  const requests = open.flatMap((id) => {
    const facts = loaded.factsOf(id)
    if (!facts) return []
    const known = accompanied.has(id) ? { ...facts, companionNeeded: false } : facts
    return [inMonth(withSeats(known, loaded.proposals.get(id) ?? []), daySerial(month), daySerial(next))]
  })
  const people = part && part.people !== 'all' ? [...part.people, ...whoAgreed(standing, loaded.proposals)] : undefined
  const looked = around(stretch)
  const [taken, known, sheets] = await Promise.all([
    takenTimesOf(ctx, looked, people),
    placesKnown(tx, actor.programmeId, [...loaded.places.keys()]),
    matchingFacts(ctx, people ? { people } : {}),
  ])
  const supporters = supportersOf(sheets, taken, known)
  return {
    ...loaded,
    facts: {
      month: monthOf(month),
      from: daySerial(month),
      days: daysBetween(month, next),
      today: daySerial(ctx.today),
      supporters,
      companions: (await companionsOf(ctx, taken)).filter(({ personId }) => people?.includes(personId) ?? true),
      requests: requests.filter((one) => one.slots.length > 0 && one.wanted > one.agreed.length),
      settings: { firstNeedsExperienced: programme.firstNeedsExperienced },
      chances: people ? new Map() : await chancesOf(ctx, month, supporters),
    },
    standing,
    standingFacts: new Map(
      standing.flatMap(({ requestId }) => {
        const facts = loaded.factsOf(requestId)
        return facts ? [[requestId, facts] as const] : []
      }),
    ),
  }
}

const whoAgreed = (standing: readonly StandingGroup[], proposals: MonthRecords['proposals']): string[] => [
  ...standing.flatMap((one) => [...one.supporterIds, ...one.companionIds]),
  ...[...proposals.values()].flatMap((all) => all.filter(saysYes).map((one) => one.personId)),
]

type Loaded = Pick<MonthRecords, 'requests' | 'activities' | 'places' | 'proposals'>

/** Requests with everything that stands around them. */
const requestsWithAll = async (
  ctx: Ctx,
  ids: readonly string[],
): Promise<Loaded & { factsOf: (id: string) => RequestFacts | null }> => {
  const { tx } = ctx
  const all = await getRequests(tx, [...new Set(ids)])
  const placeIds = [...new Set(all.flatMap((one) => one.placeId ?? []))]
  const [hosts, activities, places, proposals] = await Promise.all([
    hostsByPlace(tx, placeIds, ctx.now),
    listAllActivities(tx),
    requestPlaces(tx, placeIds),
    proposalsByRequest(
      tx,
      all.map((one) => one.id),
    ),
  ])
  const loaded: Loaded = {
    requests: new Map(all.map((one) => [one.id, one])),
    activities: new Map(activities.map((one) => [one.id, one])),
    places,
    proposals,
  }
  const factsOf = (id: string): RequestFacts | null => {
    const request = loaded.requests.get(id)
    return request
      ? requestFactsFrom(ctx, request, {
          activity: loaded.activities.get(request.activityId) ?? null,
          place: loaded.places.get(request.placeId ?? '') ?? null,
          hosts: hosts.get(request.placeId ?? '') ?? [],
          proposals: loaded.proposals.get(id) ?? [],
        })
      : null
  }
  return { ...loaded, factsOf }
}

const day = 86_400_000

// A booking over the edge of the month, and the way to it, count too.
const around = ({ from, to }: { from: Date; to: Date }) => ({
  from: new Date(from.getTime() - 9 * day),
  to: new Date(to.getTime() + 16 * day),
})

/** Where somebody has said yes, that time stands, and those count who said yes to it. */
const withSeats = (facts: RequestFacts, proposals: readonly Proposal[]): RequestFacts => {
  const yes = proposals.filter(saysYes)
  const [first] = facts.slots
    .map((slot) => ({ slot, agreed: yes.filter((one) => one.slotId === slot.id).map((one) => one.personId) }))
    .toSorted((a, b) => b.agreed.length - a.agreed.length)
  return first && first.agreed.length > 0 ? { ...facts, slots: [first.slot], agreed: first.agreed } : facts
}

const saysYes = ({ status }: Proposal): boolean => status === 'yes' || status === 'changed'

const inMonth = (facts: RequestFacts, from: number, to: number): RequestFacts => ({
  ...facts,
  slots: facts.slots.filter((slot) => from <= slot.day && slot.day < to),
})

/** Who has said yes is not free then, before the visit is made. */
const takenTimesOf = async (ctx: Ctx, looked: Stretch, people?: readonly string[]): Promise<Taken> => {
  const minutes = minutesBetween(looked.from, looked.to, ctx.zone)
  const [taken, yes] = await Promise.all([
    takenAround(ctx, looked, { people }),
    promisedTimes(ctx.tx, ctx.actor.programmeId, { ...looked, people }),
  ])
  const promised = Map.groupBy(yes, (one) => one.personId)
  return (personId) => {
    const known = taken(personId)
    const fresh = (promised.get(personId) ?? [])
      .map(({ from, to, online }) => ({ from: minutes(from), to: minutes(to), point: null, online }))
      .filter(({ from }) => !known.visitDays.includes(dayOf(from)))
    return {
      busy: [...known.busy, ...fresh],
      visitDays: [...known.visitDays, ...fresh.map(({ from }) => dayOf(from))],
    }
  }
}

const dayOf = (minute: number): number => Math.floor(minute / 1440)

const supportersOf = (
  sheets: Awaited<ReturnType<typeof matchingFacts>>,
  taken: Taken,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): SupporterFacts[] => {
  const nowhere: ReadonlySet<string> = new Set()
  return sheets.map((one) => ({
    ...one,
    ...taken(one.personId),
    knownPlaces: known.get(one.personId) ?? nowhere,
    awaitingAnswer: false,
  }))
}

/** Since they registered, at most some months back, and this month. A yes that is no visit yet counts when it is one. */
const chancesOf = async (
  { tx, actor, zone }: Ctx,
  month: CalendarDay,
  supporters: readonly SupporterFacts[],
): Promise<PlannableMonth['chances']> => {
  const months = Array.from({ length: monthsBefore + 1 }, (_, i) => daySerial(monthStart(month, i + 1 - monthsBefore)))
  const received = await visitsWithin(tx, actor.programmeId, {
    from: instantAt(monthStart(month, -monthsBefore), 0, zone),
    to: instantAt(monthStart(month, 1), 0, zone),
  })
  return new Map(
    supporters.map(({ personId, registeredFrom, wishedPerMonth }) => [
      personId,
      {
        wished: wishedPerMonth * months.filter((end) => registeredFrom < end).length,
        received: received.get(personId) ?? 0,
      },
    ]),
  )
}
