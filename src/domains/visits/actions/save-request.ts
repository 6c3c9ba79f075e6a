import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { findActivity } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { mayEdit } from '../core/request-edit.ts'
import { requestActorOf } from '../core/request-status.ts'
import { replaceSlots } from '../data/request-changes.ts'
import { findRequestPlace } from '../data/request-places.ts'
import {
  findRequestForUpdate,
  insertRequest,
  type Request,
  type RequestContent,
  updateRequestContent,
  type Via,
} from '../data/requests.ts'
import { noteRequestStep } from './request-step.ts'
import { tellOfChange } from './tell-of-change.ts'

export interface RequestDraft {
  content: RequestContent
  slots: readonly { startsAt: Date; endsAt: Date }[]
  /** Typed by staff for somebody: the way it came and how it was confirmed. */
  entered: { via: Via | null; how: string } | null
}

export interface NewRequestFor {
  activityId: string
  /** The coordinator names the place, or the supporter whose idea it is. */
  placeId: string | null
  ideaOf: string | null
}

export type SaveBlocker = { kind: 'not_editable' } | { kind: 'stale'; theirs: Request }

/** A new request as a draft: of the host's own place, of a supporter's own idea, or typed by staff for either. */
export const createRequest = async (ctx: Ctx, about: NewRequestFor, draft: RequestDraft): Promise<string | null> => {
  const whose = await ownerOf(ctx, about)
  const activity = await findActivity(ctx.tx, about.activityId)
  if (!whose || !activity || (activity.endedOn !== null && activity.endedOn < ctx.today)) return null
  const id = ctx.newId()
  const byStaff = ctx.actor.role === 'coordinator'
  await insertRequest(ctx.tx, ctx.actor.programmeId, {
    id,
    ...whose,
    activityId: activity.id,
    content: draft.content,
    entered: byStaff
      ? { by: ctx.actor.membershipId, via: draft.entered?.via ?? null, how: draft.entered?.how ?? '' }
      : null,
    createdBy: ctx.actor.membershipId,
    now: ctx.now,
  })
  await replaceSlots(ctx.tx, ctx.actor.programmeId, { id, slots: [] }, named(ctx, draft.slots), ctx.now)
  await noteRequestStep(ctx, { id, status: 'draft', ideaOf: whose.ideaOf }, 'draft', '')
  await heed(ctx, whose.ideaOf, draft.content)
  return id
}

const ownerOf = async (
  ctx: Ctx,
  about: NewRequestFor,
): Promise<{ placeId: string | null; ideaOf: string | null } | null> => {
  const { actor } = ctx
  if (actor.role === 'supporter') return { placeId: null, ideaOf: actor.personId }
  const placeId = actor.role === 'host' ? actor.placeId : about.placeId
  if (placeId !== null) return (await findRequestPlace(ctx.tx, placeId)) ? { placeId, ideaOf: null } : null
  return actor.role === 'coordinator' && about.ideaOf !== null ? { placeId: null, ideaOf: about.ideaOf } : null
}

/** A supporter's own words may hold a cry for help: somebody gets in touch today. */
const heed = async (ctx: Ctx, ideaOf: string | null, content: RequestContent): Promise<void> => {
  if (ideaOf !== null && ideaHoldsRisk(content))
    await ctx.outbox.emit('visits.words_of_risk', { personId: ideaOf, visitId: null })
}

export const ideaHoldsRisk = (content: Pick<RequestContent, 'title' | 'purpose' | 'audience'>): boolean =>
  hasWordsOfRisk(content.title, content.purpose, content.audience)

const named = (ctx: Ctx, slots: RequestDraft['slots']) => slots.map((slot) => ({ id: ctx.newId(), ...slot }))

/** Writes the content anew over the version that was read. Whoever was asked is told where it matters to them. */
export const updateRequest = async (
  ctx: Ctx,
  id: string,
  version: number,
  draft: RequestDraft,
): Promise<Result<Request, SaveBlocker[]> | null> => {
  const request = await findRequestForUpdate(ctx.tx, ctx.actor, id)
  const who = request && requestActorOf(ctx.actor, request)
  if (!request || !who) return null
  if (!mayEdit(request.status, who)) return no([{ kind: 'not_editable' }])
  const entered = request.enteredBy === null ? null : draft.entered
  if (!(await updateRequestContent(ctx.tx, id, version, draft.content, entered)))
    return no([{ kind: 'stale', theirs: request }])
  await replaceSlots(ctx.tx, ctx.actor.programmeId, request, named(ctx, draft.slots), ctx.now)
  await heed(ctx, request.ideaOf, draft.content)
  ctx.audit.wrote({ action: 'request_saved', kind: 'request', id, subject: request.ideaOf })
  return ok(await tellOfChange(ctx, request))
}
