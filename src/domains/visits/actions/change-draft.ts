import { no, ok, type Result } from '#kernel/result.ts'
import {
  type Proposal,
  repairOf,
  type RequestFacts,
  standsAgainst,
  type StandsInTheWay,
} from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type Draft,
  findOwnDraft,
  markDraftVisit,
  type PlannedVisit,
  putDraftVisits,
  takeOutDraftVisits,
} from '../data/drafts.ts'
import { type DraftInMonth, draftInMonth } from './draft-plan.ts'

export type ChangeBlocker = StandsInTheWay | { personId: null; what: 'sent' }

/** What a change by hand would do: what stands in its way. Nothing else of the draft moves. */
const judgeChange = ({ visits, month, plan }: DraftInMonth, change: PlannedVisit): readonly ChangeBlocker[] => {
  const facts = month.requests.find((one) => one.id === change.requestId)
  const slot = facts?.slots.find((one) => one.id === change.slotId)
  const others = plan.filter((one) => one.requestId !== change.requestId)
  const sent = visits.some((one) => one.requestId === change.requestId && one.sentAt !== null)
  // Invitations are on their way: only a seat that has opened is given to somebody else.
  if (sent && standsAgainst(month, plan, change.requestId).length === 0) return [{ personId: null, what: 'sent' }]
  if (!facts) return [{ personId: null, what: 'request' }]
  if (!slot) return [{ personId: null, what: 'time' }]
  const { slotId: _, ...chosen } = wantedBy(facts, change)
  const proposal: Proposal = { ...chosen, slot }
  return standsAgainst(month, [...others, proposal], change.requestId)
}

/** As far as the request asks for anybody: who has agreed stands already, and not everything needs a companion. */
const wantedBy = (facts: RequestFacts, change: PlannedVisit): PlannedVisit => ({
  ...change,
  supporterIds: change.supporterIds.filter((id) => !facts.agreed.includes(id)),
  companionId: facts.companionNeeded ? change.companionId : null,
})

/** The planner is only asked: nothing is saved. */
export const judgeVisit = async (
  ctx: Ctx,
  draftId: string,
  change: PlannedVisit,
): Promise<readonly ChangeBlocker[] | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  return draft ? judgeChange(await draftInMonth(ctx, draft), change) : null
}

/** One visit by hand: as it is chosen, or not at all. It stays so when the rest is planned again. */
export const changeDraftVisit = async (
  ctx: Ctx,
  draftId: string,
  change: PlannedVisit,
): Promise<Result<Draft, readonly ChangeBlocker[]> | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  if (!draft) return null
  const inMonth = await draftInMonth(ctx, draft)
  const facts = inMonth.month.requests.find(({ id }) => id === change.requestId)
  const blockers = judgeChange(inMonth, change)
  if (blockers.length > 0 || !facts) return no(blockers)
  await putDraftVisits(ctx.tx, ctx.actor.programmeId, draftId, [wantedBy(facts, change)], true)
  return ok(draft)
}

/** The seat that opened goes to who can come beside all the rest; nothing else moves. */
export const repairDraftVisit = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
): Promise<Result<Draft, { kind: 'nobody' }[]> | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  if (!draft) return null
  const { visits, month, plan } = await draftInMonth(ctx, draft)
  const now = visits.find((one) => one.requestId === requestId)?.supporterIds ?? []
  const repair = repairOf(month, plan, requestId, now)
  if (!repair) return no([{ kind: 'nobody' }])
  await putDraftVisits(ctx.tx, ctx.actor.programmeId, draftId, [{ ...repair, slotId: repair.slot.id }], true)
  return ok(draft)
}

export const takeOutVisit = async (ctx: Ctx, draftId: string, requestId: string): Promise<Draft | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  if (draft) await takeOutDraftVisits(ctx.tx, draftId, [requestId])
  return draft
}

export const freezeVisit = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
  frozen: boolean,
): Promise<Draft | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  if (draft) await markDraftVisit(ctx.tx, draftId, requestId, { frozen })
  return draft
}
