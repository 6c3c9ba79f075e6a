import { fairMonth, type MonthFacts, type Proposal, type RequestFacts } from '#domains/matching/index.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import { dayIn, localOf } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { minutesBetween } from '../core/zone-minutes.ts'
import { type VisitBeside, visitsBeside } from '../data/draft-beside.ts'
import { type DraftVisit, visitsOfDraft, whichVisits } from '../data/draft-visits.ts'
import type { Draft } from '../data/drafts.ts'
import { stillInvitedTo } from '../data/proposals.ts'
import { type MonthPart, type MonthRecords, monthRecords } from './month-facts.ts'

/** A draft and the month that it is for, as things are now. */
export interface DraftInMonth {
  draft: Draft
  /** Those that are looked at. */
  visits: readonly DraftVisit[]
  records: MonthRecords
  /** The month as the planner judges it. */
  month: MonthFacts
  /** The draft's visits whose request still looks for people, as the planner knows them. */
  plan: readonly Proposal[]
}

/** The whole of it, for who plans. */
export const draftInMonth = async (ctx: Ctx, draft: Draft): Promise<DraftInMonth> => {
  const visits = await visitsOfDraft(ctx.tx, whichVisits(ctx.actor, draft))
  const records = await monthRecords(ctx, draft.month, { besides: visits.map((one) => one.requestId) })
  return {
    draft,
    visits,
    records,
    month: fairMonth(records.facts),
    plan: visits.filter((one) => isLooking(one, records)).map(proposalIn(ctx, records)),
  }
}

/**
 * Some requests of it, with the people of their visits and whoever else is named: as many records as these take, however large the draft
 * is. The other visits of these people stand in the plan too, so that each visit is judged beside all the rest.
 */
export const partOfDraft = async (ctx: Ctx, draft: Draft, { requestIds, people }: MonthPart): Promise<DraftInMonth> => {
  const which = whichVisits(ctx.actor, draft, requestIds)
  const visits = await visitsOfDraft(ctx.tx, which)
  const them = people === 'all' ? people : [...people, ...visits.flatMap(peopleIn)]
  const [records, beside] = await Promise.all([
    monthRecords(ctx, draft.month, { part: { requestIds, people: them } }),
    visitsBeside(ctx.tx, ctx.actor.programmeId, which, them),
  ])
  const month = fairMonth(records.facts)
  return {
    draft,
    visits,
    records,
    month: { ...month, requests: [...month.requests, ...beside.map(requestBeside)] },
    plan: [
      ...visits.filter((one) => isLooking(one, records)).map(proposalIn(ctx, records)),
      ...proposalsBeside(ctx, beside),
    ],
  }
}

const peopleIn = ({ supporterIds, companionId, standInId }: DraftVisit): string[] => [
  ...supporterIds,
  ...(companionId === null ? [] : [companionId]),
  ...(standInId === null ? [] : [standInId]),
]

const isLooking = ({ requestId }: DraftVisit, { facts }: MonthRecords): boolean =>
  facts.requests.some((one) => one.id === requestId)

/** Who has said yes already is not proposed any more. */
const proposalIn =
  ({ zone }: Ctx, { facts }: MonthRecords) =>
  (visit: DraftVisit): Proposal => {
    const agreed = facts.requests.find((one) => one.id === visit.requestId)?.agreed ?? []
    const from = localOf(visit.startsAt, zone).minute
    const minutes = (visit.endsAt.getTime() - visit.startsAt.getTime()) / 60_000
    return {
      requestId: visit.requestId,
      slot: { id: visit.slotId, day: daySerial(dayIn(visit.startsAt, zone)), from, to: Math.min(1440, from + minutes) },
      supporterIds: visit.supporterIds.filter((id) => !agreed.includes(id)),
      companionId: visit.companionId,
    }
  }

const proposalsBeside = ({ zone }: Ctx, beside: readonly VisitBeside[]): Proposal[] => {
  const times = beside.flatMap((one) => [one.from, one.to])
  const at = (minute: number) => new Date(minute * 60_000)
  const earliest = times.reduce((a, b) => Math.min(a, b), Infinity)
  const latest = times.reduce((a, b) => Math.max(a, b), 0)
  const local = beside.length === 0 ? Number : minutesBetween(at(earliest), at(latest), zone)
  return beside.map(({ requestId, slotId, from, to, supporterIds, companionId }) => {
    const start = local(from)
    const day = Math.floor(start / 1440)
    const minute = start - day * 1440
    const slot = { id: slotId, day, from: minute, to: Math.min(1440, minute + to - from) }
    return { requestId, slot, supporterIds, companionId }
  })
}

/** As much of a request as matters to whoever is there at the time: where it is. */
const requestBeside = ({ requestId, placeId, lat, lng, online }: VisitBeside): RequestFacts => ({
  id: requestId,
  activityId: '',
  themes: [],
  place:
    placeId === null
      ? null
      : { id: placeId, point: lat === null || lng === null ? null : { lat, lng }, hostPersonIds: [] },
  slots: [],
  wanted: 0,
  online,
  couldBeOnline: false,
  forGender: null,
  language: '',
  companionNeeded: false,
  welcomes: new Set(),
  agreed: [],
  declined: new Set(),
  asked: new Set(),
})

/**
 * Those that are not planned again: frozen by hand, with invitations on their way, or with somebody who is still invited. Whoever is invited is never
 * left with an invitation that nobody looks after.
 */
export const thoseThatStay = async (tx: Tx, visits: readonly DraftVisit[]): Promise<DraftVisit[]> => {
  const stays = ({ frozen, sentAt }: DraftVisit): boolean => frozen || sentAt !== null
  const movable = visits.filter((one) => !stays(one)).map((one) => one.requestId)
  const invited = await stillInvitedTo(tx, movable)
  return visits.filter((one) => stays(one) || invited.has(one.requestId))
}
