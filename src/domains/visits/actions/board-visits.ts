import {
  againstByRequest,
  type Proposal,
  repairOf,
  type StandsInTheWay,
  type WhyHere,
  whyThese,
} from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { isStillInvited, type ProposalStatus } from '../core/proposal-status.ts'
import type { BoardLine } from '../data/board-lines.ts'
import type { DraftVisit } from '../data/draft-visits.ts'
import type { StandingGroup } from '../data/month-requests.ts'
import { type DraftInMonth, partOfDraft } from './draft-plan.ts'
import { withStandIn } from './repair-visit.ts'

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
  /** Somebody is invited to it, or has agreed: it stays. */
  invited: boolean
  against: readonly StandsInTheWay[]
  /** Who could come instead, beside all the rest. */
  repair: readonly string[] | null
  /** Who could stand in if somebody falls out. They are not told. */
  standInId: string | null
}

/** What tells the visits of a page apart: what is made already may be one of several of its request. */
export const keyOf = ({ requestId, visitId }: Pick<BoardLine, 'requestId' | 'visitId'>): string => visitId ?? requestId

/** The visits of these lines, by their key: each once, also where it stands with several people. */
export const visitsOn = async (
  ctx: Ctx,
  part: DraftInMonth,
  lines: readonly BoardLine[],
): Promise<Map<string, BoardVisit>> => {
  const against = againstByRequest(part.month, part.plan, new Set(part.visits.map((one) => one.requestId)))
  const repairs = await repairsOf(ctx, part, against)
  const made = part.records.standing
  return new Map(
    lines.flatMap((line): [string, BoardVisit][] => {
      if (line.visitId !== null) {
        const one = made.find((each) => each.visitId === line.visitId)
        return one ? [[keyOf(line), agreedVisit(one, part)]] : []
      }
      const one = part.visits.find((each) => each.requestId === line.requestId)
      if (!one) return []
      const visit = draftedVisit(one, part, against.get(one.requestId) ?? [])
      return [[keyOf(line), { ...visit, repair: repairs.get(one.requestId) ?? null }]]
    }),
  )
}

/** Where something stands in a visit's way: the one who could stand in, and only where that is nobody, whoever else could come. */
const repairsOf = async (
  ctx: Ctx,
  part: DraftInMonth,
  against: ReadonlyMap<string, readonly StandsInTheWay[]>,
): Promise<Map<string, string[]>> => {
  const touched = part.visits.filter((one) => against.has(one.requestId))
  const instead = touched.map((visit) => [visit, withStandIn(part, visit)] as const)
  const others = instead.filter(([, repair]) => repair === null).map(([visit]) => visit)
  const requestIds = others.map((one) => one.requestId)
  const whole = others.length === 0 ? part : await partOfDraft(ctx, part.draft, { requestIds, people: 'all' })
  const newcomers = (visit: DraftVisit, repair: Proposal | null): [string, string[]][] =>
    repair ? [[visit.requestId, repair.supporterIds.filter((id) => !visit.supporterIds.includes(id))]] : []
  return new Map([
    ...instead.flatMap(([visit, repair]) => newcomers(visit, repair)),
    ...others.flatMap((visit) =>
      newcomers(visit, repairOf(whole.month, whole.plan, visit.requestId, visit.supporterIds)),
    ),
  ])
}

const draftedVisit = (
  visit: DraftVisit,
  { records, month }: DraftInMonth,
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
    invited: said.some((one) => isStillInvited(one.status)),
    against: looksFor ? against : [{ personId: null, what: 'request' }],
    repair: null,
    standInId: made || together.includes(visit.standInId ?? '') ? null : visit.standInId,
  }
}

/** What was agreed before, also with why; a draft never moves it. */
const agreedVisit = (one: StandingGroup, { records }: DraftInMonth): BoardVisit => ({
  requestId: one.requestId,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  people: whyAgreed(one, records).map((why) => ({ why, answer: null })),
  companionId: one.companionIds[0] ?? null,
  visitId: one.visitId,
  draft: null,
  invited: true,
  against: [],
  repair: null,
  standInId: null,
})

const whyAgreed = (one: StandingGroup, { facts, standingFacts }: DraftInMonth['records']): WhyHere[] => {
  const request = standingFacts.get(one.requestId)
  return request
    ? whyThese(facts, request, one.supporterIds)
    : one.supporterIds.map((personId) => ({ personId, reasons: [] }))
}
