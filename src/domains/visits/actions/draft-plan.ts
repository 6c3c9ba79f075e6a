import {
  fairMonth,
  type MonthFacts,
  type PlannableMonth,
  type Proposal,
  withStanding,
} from '#domains/matching/index.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import { dayIn, localOf } from '#kernel/time.ts'
import { type DraftVisit, visitsOfDraft } from '../data/drafts.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Draft } from '../data/drafts.ts'
import { type MonthRecords, monthRecords } from './month-facts.ts'

/** A draft and the month that it is for, as things are now. */
export interface DraftInMonth {
  draft: Draft
  visits: readonly DraftVisit[]
  records: MonthRecords
  /** The month as the planner judges it. */
  month: MonthFacts
  /** Those visits of it whose request still looks for people, as the planner knows them. */
  plan: readonly Proposal[]
}

export const draftInMonth = async (ctx: Ctx, draft: Draft): Promise<DraftInMonth> => {
  const visits = await visitsOfDraft(ctx.tx, draft.id)
  const records = await monthRecords(
    ctx,
    draft.month,
    visits.map((one) => one.requestId),
  )
  const month = fairMonth(records.facts)
  return {
    draft,
    visits,
    records,
    month,
    plan: visits.filter((one) => isLooking(one, records)).map(proposalIn(ctx, records)),
  }
}

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

/** What is left to plan beside the visits that stay as they are. */
export const restToPlan = ({ visits, records: { facts }, plan }: DraftInMonth): PlannableMonth => {
  const stays = new Set(visits.filter(staysAsItIs).map((one) => one.requestId))
  const month = withStanding(
    facts,
    plan.filter((one) => stays.has(one.requestId)),
  )
  return { ...month, requests: month.requests.filter((one) => !stays.has(one.id)) }
}

/** Frozen by hand, or with invitations on their way. */
export const staysAsItIs = ({ frozen, sentAt }: DraftVisit): boolean => frozen || sentAt !== null
