import { no, ok, type Result } from '#kernel/result.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type RequestActor, type RequestBlocker, requestBlockers, type RequestStatus } from '../core/request-status.ts'
import { insertRequestEvent } from '../data/request-changes.ts'
import { markRequest, type Request, type RequestMarks } from '../data/requests.ts'
import { byOf } from './by.ts'
import { requestFacts } from './request-facts.ts'

export interface RequestStep {
  to: RequestStatus
  who: RequestActor
  reason?: string
  /** The day on which the place agreed to the content, where it is not today. */
  agreedOn?: CalendarDay | null
}

/** One step of a request's life with its row and its note: nobody is told here. The request was locked before. */
export const takeRequestStep = async (
  ctx: Ctx,
  request: Request,
  step: RequestStep,
): Promise<Result<Request, RequestBlocker[]>> => {
  const reason = step.reason ?? ''
  const facts = await requestFacts(ctx, request, reason)
  const blockers = requestBlockers({ from: request.status, to: step.to, who: step.who }, facts)
  if (blockers.length > 0) return no(blockers)
  const agreedOn = step.agreedOn ?? ctx.today
  await markRequest(ctx.tx, request.id, { status: step.to, ...marksFor(ctx, step.to, agreedOn) })
  await noteRequestStep(ctx, request, step.to, reason)
  return ok({ ...request, status: step.to, version: request.version + 1 })
}

const marksFor = (ctx: Ctx, to: RequestStatus, agreedOn: CalendarDay): RequestMarks => {
  if (to === 'submitted') return { submitted_at: ctx.now }
  return to === 'agreed' ? { content_agreed_on: agreedOn } : {}
}

/** The row that says who, when and why. */
export const noteRequestStep = async (
  ctx: Ctx,
  request: Pick<Request, 'id' | 'status' | 'ideaOf'>,
  to: RequestStatus,
  reason: string,
): Promise<void> => {
  await insertRequestEvent(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    requestId: request.id,
    from: request.status,
    to,
    at: ctx.now,
    by: byOf(ctx),
    reason,
  })
  ctx.audit.wrote({
    action: `request_${to}`,
    kind: 'request',
    id: request.id,
    subject: request.ideaOf,
    reason: reason || null,
  })
}
