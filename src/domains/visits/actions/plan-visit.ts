import { no, ok, type Result } from '#kernel/result.ts'
import type { ShownReason } from '#domains/matching/index.ts'
import { type Called, namesOf, personsInRole } from '#domains/people/index.ts'
import { type Activity, findActivity } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { isOpen } from '../core/proposal-status.ts'
import { type PlanBlocker, planBlockers } from '../core/visit-plan.ts'
import { type Proposal, proposalsOf } from '../data/proposals.ts'
import { findRequestForUpdate, type Request, type RequestSlot } from '../data/requests.ts'
import {
  insertParticipants,
  insertVisit,
  type NewParticipant,
  type StandingVisit,
  standingVisitsOf,
} from '../data/visits.ts'
import { proposalPaths, visitPaths } from '../web/paths.ts'
import { confirmIfReady } from './agree-visit.ts'
import { byOf } from './by.ts'
import { judgeAgain } from './judge-again.ts'
import { seatedAt, takeProposalStep } from './proposal-step.ts'
import { takeRequestStep } from './request-step.ts'
import { tellHosts } from './tell.ts'
import { takeTime } from './visit-time.ts'

export interface VisitPlan {
  slotId: string
  companionIds: readonly string[]
  withFewer: boolean
}

type Named = Pick<Called, 'name' | 'kana'>

export type PlanRefusal =
  | PlanBlocker
  | { kind: 'time_is_taken' | 'meeting_time_is_taken'; called: Named; from: Date }
  | { kind: 'could_no_longer'; called: Named; reason: ShownReason }
  | { kind: 'not_together'; reason: ShownReason }

/**
 * Makes the visit, or fills the seats of the one that stands: everybody's time is taken in one go, or the one who was slower reads
 * whose it was. Then those who go are judged once more: what has come in between is said before anybody is told.
 */
export const planVisit = async (
  ctx: Ctx,
  requestId: string,
  plan: VisitPlan,
): Promise<Result<string, PlanRefusal[]> | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, requestId)
  if (!request || ctx.actor.role !== 'coordinator') return null
  const slot = request.slots.find((one) => one.id === plan.slotId)
  const activity = await findActivity(ctx.tx, request.activityId)
  const companions = await companionsOf(ctx, plan)
  if (!slot || !activity || !companions) return null
  const all = await proposalsOf(ctx.tx, request.id)
  const standing = (await standingVisitsOf(ctx.tx, request.id)).find((one) => +one.startsAt === +slot.startsAt) ?? null
  const there = standing ?? nobody
  const blockers = blockersOf(ctx, { request, slot, activity, all, companions, there, withFewer: plan.withFewer })
  if (blockers.length > 0 || request.placeId === null) return no(blockers)
  const made: Made = {
    visitId: standing?.id ?? ctx.newId(),
    isNew: standing === null,
    there,
    request,
    placeId: request.placeId,
    slot,
    activity,
    yes: seatedAt(slot.id, all).filter((one) => !there.supporterIds.includes(one.personId)),
    companions: companions.filter((id) => !there.companionIds.includes(id)),
  }
  const refusals = await takeTheirTime(ctx, made)
  if (refusals.length > 0) return no(refusals)
  await writeVisit(ctx, made)
  const confirmed = await takeRequestStep(ctx, request, { to: 'confirmed', who: 'coordinator' })
  if (!confirmed.ok) throw new Error('a request that was looked for could not be confirmed')
  await tellOfVisit(ctx, made, all)
  await confirmIfReady(ctx, made.visitId)
  return ok(made.visitId)
}

// Only staff who go along in this programme can be chosen.
const companionsOf = async (ctx: Ctx, plan: VisitPlan): Promise<string[] | null> => {
  const ids = [...new Set(plan.companionIds)]
  const staff = await personsInRole(ctx.tx, ctx.actor.programmeId, ['companion', 'coordinator'])
  return ids.every((id) => staff.some((one) => one.id === id)) ? ids : null
}

/** Who stands already in the visit that was made before, a seat of which has opened. */
type There = Pick<StandingVisit, 'supporterIds' | 'companionIds'>
const nobody: There = { supporterIds: [], companionIds: [] }

interface Chosen {
  request: Request
  slot: RequestSlot
  activity: Activity
  all: readonly Proposal[]
  companions: readonly string[]
  there: There
  withFewer: boolean
}

const blockersOf = (
  ctx: Ctx,
  { request, slot, activity, all, companions, there, withFewer }: Chosen,
): PlanBlocker[] => {
  const seated = seatedAt(slot.id, all)
  const goAlong = [...companions, ...there.companionIds]
  return planBlockers({
    looking: request.status === 'matching',
    slotAhead: slot.startsAt > ctx.now,
    yes: seated.filter((one) => one.status === 'yes').length,
    changed: seated.filter((one) => one.status === 'changed').length,
    wanted: request.supportersWanted,
    withFewer,
    placeKnown: request.placeId !== null,
    accompaniesPerson: activity.accompaniesPerson,
    personAgreed: request.personConsentOn !== null,
    companionNeeded: activity.companionRequired,
    companions: goAlong.length,
    sameInBoth: seated.some((one) => goAlong.includes(one.personId)),
  })
}

/** The meetings planned before the visit are theirs too, also where somebody joins later. */
const takeTheirTime = async (ctx: Ctx, made: Made): Promise<PlanRefusal[]> => {
  const { visitId, slot, yes, companions } = made
  const taken = await takeTime(ctx, { ...slot, id: visitId }, [
    ...yes.map(({ personId }) => ({ personId, kind: 'visit' as const })),
    ...companions.map((personId) => ({ personId, kind: 'companion' as const })),
  ])
  if (taken.ok) return judge(ctx, made)
  const called = await namer(
    ctx,
    taken.error.map((one) => one.personId),
  )
  return taken.error.map(({ kind, personId, from }) => ({ kind, called: called(personId), from }))
}

const judge = async (ctx: Ctx, { visitId, there, request, slot, yes, companions }: Made): Promise<PlanRefusal[]> => {
  const newcomers = yes.map((one) => one.personId)
  const found = await judgeAgain(
    ctx,
    request,
    { id: visitId, slot },
    {
      newcomers,
      chosen: {
        supporterIds: [...newcomers, ...there.supporterIds],
        companionIds: [...companions, ...there.companionIds],
      },
    },
  )
  const called = await namer(ctx, newcomers)
  return found.map(({ personId, reason }) =>
    personId === null
      ? { kind: 'not_together', reason }
      : { kind: 'could_no_longer', called: called(personId), reason },
  )
}

const namer = async (ctx: Ctx, ids: readonly string[]): Promise<(id: string) => Named> => {
  const names = await namesOf(ctx.tx, ctx.actor.programmeId, ids)
  return (id) => names.get(id) ?? { name: '', kana: '' }
}

interface Made {
  visitId: string
  isNew: boolean
  there: There
  request: Request
  placeId: string
  slot: RequestSlot
  activity: Activity
  yes: readonly Proposal[]
  companions: readonly string[]
}

const writeVisit = async (ctx: Ctx, made: Made): Promise<void> => {
  const { visitId, request, slot, activity } = made
  if (made.isNew)
    await insertVisit(
      ctx.tx,
      ctx.actor.programmeId,
      {
        id: visitId,
        requestId: request.id,
        placeId: made.placeId,
        activityId: activity.id,
        seriesId: null,
        field: request.field,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        online: request.online,
        companionNeeded: activity.companionRequired,
        replaces: null,
      },
      { eventId: ctx.newId(), by: byOf(ctx), now: ctx.now },
    )
  await insertParticipants(ctx.tx, ctx.actor.programmeId, participantsOf(made))
  ctx.audit.wrote({ action: made.isNew ? 'visit_planned' : 'visit_joined', kind: 'visit', id: visitId })
}

const participantsOf = ({ visitId, yes, companions }: Made): NewParticipant[] => [
  ...yes.map((one) => ({
    visitId,
    personId: one.personId,
    part: 'supporter' as const,
    agreedAt: one.answeredAt,
    via: one.via,
    recordedBy: one.recordedBy,
  })),
  ...companions.map((personId) => ({
    visitId,
    personId,
    part: 'companion' as const,
    agreedAt: null,
    via: 'self',
    recordedBy: null,
  })),
]

const tellOfVisit = async (ctx: Ctx, made: Made, all: readonly Proposal[]): Promise<void> => {
  const params = { visit: made.visitId }
  const path = visitPaths.visit(made.visitId)
  for (const one of made.yes) await ctx.outbox.tell(one.personId, 'visits.visit_planned', params, path)
  for (const personId of made.companions)
    if (personId !== ctx.actor.personId) await ctx.outbox.tell(personId, 'visits.visit_to_accompany', params, path)
  if (made.isNew) await tellHosts(ctx, made.placeId, 'visits.visit_to_agree', params, path)
  const seated = new Set(seatedAt(made.slot.id, all).map((one) => one.id))
  for (const one of all) if (!seated.has(one.id)) await thank(ctx, one)
}

/** The seats went to others: thanked, and asked whether they would like to be called. */
const thank = async (ctx: Ctx, proposal: Proposal): Promise<void> => {
  if (!isOpen(proposal.status) && proposal.status !== 'yes') return
  await takeProposalStep(ctx, proposal, 'seat_filled')
  if (proposal.messageId) await ctx.outbox.withdraw(proposal.messageId)
  await ctx.outbox.tell(
    proposal.personId,
    'visits.seat_filled',
    { proposal: proposal.id },
    proposalPaths.proposal(proposal.id),
  )
}
