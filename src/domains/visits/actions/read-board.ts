import { type Called, namesOf } from '#domains/people/index.ts'
import {
  againstByRequest,
  type MonthFacts,
  type Proposal,
  repairOf,
  type Shortage,
  shortagesOf,
  type StandsInTheWay,
  type WhyHere,
  type WhyOpen,
  whyOpen,
  whyThese,
} from '#domains/matching/index.ts'
import type { Activity } from '#domains/programme/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type WorkState, workStateOf } from '#platform/jobs/work.ts'
import { type Collision, collisionsBetween } from '../core/draft-comparison.ts'
import { type Draft, type DraftVisit, findDraft, otherDraftsOf } from '../data/drafts.ts'
import type { ProposalStatus } from '../core/proposal-status.ts'
import type { StandingGroup } from '../data/month-requests.ts'
import type { RequestPlace } from '../data/request-places.ts'
import type { Request } from '../data/requests.ts'
import { type DraftInMonth, draftInMonth } from './draft-plan.ts'

/** Somebody in a visit, with why, and what they have said to the invitation, if there is one. */
export interface BoardPerson {
  why: WhyHere
  answer: ProposalStatus | null
}

/** A visit on the board: of the draft, or one that was agreed before. */
export interface BoardVisit {
  requestId: string
  startsAt: Date
  endsAt: Date
  people: readonly BoardPerson[]
  companionId: string | null
  /** Made already: where it is. */
  visitId: string | null
  draft: Pick<DraftVisit, 'frozen' | 'sentAt' | 'notSent'> | null
  against: readonly StandsInTheWay[]
  /** Who could come instead, beside all the rest. */
  repair: readonly string[] | null
}

export interface BoardView {
  draft: Draft
  own: boolean
  /** While it is being planned, or where that has failed. */
  work: WorkState | null
  visits: readonly BoardVisit[]
  open: readonly WhyOpen[]
  /** Where very many stay open: those that are explained on their own page only. */
  openMore: readonly string[]
  shortages: readonly Shortage[]
  collisions: readonly (Collision & { maker: Pick<Called, 'name' | 'kana'> })[]
  requests: ReadonlyMap<string, Request>
  activities: ReadonlyMap<string, Activity>
  places: ReadonlyMap<string, RequestPlace>
  names: ReadonlyMap<string, Called>
}

const mostExplained = 60

/** A draft as things are now: what it holds, what is agreed besides, what stays open and why. */
export const readBoard = async (ctx: Ctx, id: string): Promise<BoardView | null> => {
  const draft = await findDraft(ctx.tx, ctx.actor, id)
  if (!draft) return null
  const own = draft.madeBy === ctx.actor.membershipId
  const inMonth = await draftInMonth(ctx, draft)
  const { records, month, plan } = inMonth
  const against = againstByRequest(month, plan)
  const visits = [
    ...inMonth.visits.map((one) => draftedVisit(one, inMonth, against.get(one.requestId) ?? [])),
    ...agreedVisits(inMonth),
  ]
  const planned = new Set(plan.map((one) => one.requestId))
  const open = draft.plannedAt === null ? [] : month.requests.filter((one) => !planned.has(one.id))
  const whys = open.slice(0, mostExplained).flatMap(({ id: requestId }) => whyOpen(month, plan, requestId) ?? [])
  const collisions = own && draft.sentAt === null ? await collisionsOf(ctx, inMonth) : []
  return {
    draft,
    own,
    work: draft.plannedAt === null ? await workStateOf(ctx, draft.workId) : null,
    visits: visits.toSorted((a, b) => +a.startsAt - +b.startsAt),
    open: whys,
    openMore: open.slice(mostExplained).map((one) => one.id),
    shortages: shortagesOf(month, whys),
    collisions,
    requests: records.requests,
    activities: records.activities,
    places: records.places,
    names: await namesOf(ctx.tx, ctx.actor.programmeId, [
      ...visits.flatMap(idsIn),
      ...collisions.flatMap((one) => one.personId ?? []),
    ]),
  }
}

const idsIn = ({ people, companionId, repair }: BoardVisit): string[] => [
  ...people.flatMap(({ why }) => [
    why.personId,
    ...why.reasons.flatMap((reason) => (reason.code === 'likes_to_go_with' ? [reason.personId] : [])),
  ]),
  ...(companionId === null ? [] : [companionId]),
  ...(repair ?? []),
]

const draftedVisit = (
  visit: DraftVisit,
  { records, month, plan }: DraftInMonth,
  against: readonly StandsInTheWay[],
): BoardVisit => {
  const { requestId } = visit
  const facts = month.requests.find((one) => one.id === requestId)
  const said = records.proposals.get(requestId) ?? []
  const answerOf = (personId: string): ProposalStatus | null =>
    said.findLast((one) => one.personId === personId)?.status ?? null
  const made = records.standing.find((one) => one.requestId === requestId) ?? null
  const together = [...new Set([...(facts?.agreed ?? []), ...visit.supporterIds])]
  const whys = facts
    ? whyThese(month, facts, together)
    : together.map((personId): WhyHere => ({ personId, reasons: [] }))
  const looksFor = facts !== undefined || made !== null || said.some((one) => one.status === 'yes')
  return {
    requestId,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    people: whys.map((why) => ({ why, answer: answerOf(why.personId) })),
    companionId: visit.companionId,
    visitId: made?.visitId ?? null,
    draft: visit,
    against: looksFor ? against : [{ personId: null, what: 'request' }],
    repair: against.length > 0 ? repairFor(visit, month, plan) : null,
  }
}

const repairFor = (visit: DraftVisit, month: MonthFacts, plan: readonly Proposal[]): string[] | null => {
  const repair = repairOf(month, plan, visit.requestId, visit.supporterIds)
  return repair ? repair.supporterIds.filter((id) => !visit.supporterIds.includes(id)) : null
}

/** What was agreed before, also with why; a draft never moves it. */
const agreedVisits = ({ visits, records }: DraftInMonth): BoardVisit[] => {
  const drafted = new Set(visits.map((one) => one.requestId))
  return records.standing
    .filter((one) => !drafted.has(one.requestId))
    .map((one) => ({
      requestId: one.requestId,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      people: whyAgreed(one, records).map((why) => ({ why, answer: null })),
      companionId: one.companionIds[0] ?? null,
      visitId: one.visitId,
      draft: null,
      against: [],
      repair: null,
    }))
}

const whyAgreed = (one: StandingGroup, { facts, standingFacts }: DraftInMonth['records']): WhyHere[] => {
  const request = standingFacts.get(one.requestId)
  return request
    ? whyThese(facts, request, one.supporterIds)
    : one.supporterIds.map((personId) => ({ personId, reasons: [] }))
}

const collisionsOf = async (ctx: Ctx, { draft, visits }: DraftInMonth): Promise<BoardView['collisions']> => {
  const onDays = (all: readonly DraftVisit[]) => all.map((one) => ({ ...one, day: dayIn(one.startsAt, ctx.zone) }))
  const others = await otherDraftsOf(ctx.tx, ctx.actor, draft.month)
  return others.flatMap(({ maker, visits: theirs }) =>
    collisionsBetween(onDays(visits), onDays(theirs)).map((one) => ({ ...one, maker })),
  )
}
