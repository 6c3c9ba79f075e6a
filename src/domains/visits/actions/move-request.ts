import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type RequestBlocker, requestActorOf, type RequestStatus } from '../core/request-status.ts'
import { findRequestForUpdate, type Request } from '../data/requests.ts'
import { requestPaths } from '../web/paths.ts'
import { cancelVisitsOf } from './cancel-visits-of.ts'
import { refreshAnswerTimes, takeBackProposals } from './take-back-proposals.ts'
import { takeRequestStep } from './request-step.ts'
import { tellAskers, tellCoordinators } from './tell.ts'

export interface RequestMove {
  to: RequestStatus
  reason: string
  agreedOn?: CalendarDay | null
}

/** Leads a request from one state to another, and tells those whom it concerns. */
export const moveRequest = async (
  ctx: Ctx,
  id: string,
  move: RequestMove,
): Promise<Result<Request, RequestBlocker[]> | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, id)
  const who = request && requestActorOf(ctx.actor, request)
  if (!request || !who) return null
  const stepped = await takeRequestStep(ctx, request, { ...move, who })
  if (stepped.ok) await follow(ctx, request, move.to)
  return stepped
}

const follow = async (ctx: Ctx, before: Request, to: RequestStatus): Promise<void> => {
  if (to === 'matching') await refreshAnswerTimes(ctx, before)
  if (to === 'withdrawn' || to === 'not_possible') {
    await takeBackProposals(ctx, before)
    await cancelVisitsOf(ctx, before, ctx.actor.role === 'coordinator' && to === 'not_possible' ? 'ours' : 'place')
  }
  await tellOfStep(ctx, before, to)
}

const tellOfStep = async (ctx: Ctx, request: Request, to: RequestStatus): Promise<void> => {
  const path = requestPaths.request(request.id)
  if (ctx.actor.role !== 'coordinator') {
    const kind = toCoordinators(request.status, to)
    if (kind) await tellCoordinators(ctx, kind, { request: request.id }, path)
    return
  }
  const kind = toAskers[to]
  if (kind) await tellAskers(ctx, request, kind, { request: request.id }, path)
}

const toCoordinators = (from: RequestStatus, to: RequestStatus): string | null => {
  if (to === 'submitted') return from === 'draft' ? 'visits.request_submitted' : 'visits.request_submitted_again'
  if (to === 'adjusting') return 'visits.request_back'
  if (to === 'agreed') return 'visits.request_place_agreed'
  return to === 'withdrawn' ? 'visits.request_withdrawn' : null
}

const toAskers: Partial<Record<RequestStatus, string>> = {
  adjusting: 'visits.request_adjusting',
  agreed: 'visits.request_agreed',
  withdrawn: 'visits.request_withdrawn',
  not_possible: 'visits.request_not_possible',
}
