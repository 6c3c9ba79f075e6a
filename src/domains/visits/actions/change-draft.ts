import { no, ok, type Result } from '#kernel/result.ts'
import { type Proposal, type RequestFacts, standsAgainst, type StandsInTheWay } from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { isOpen } from '../core/proposal-status.ts'
import {
  type DraftVisit,
  type DraftWay,
  endDraftVisits,
  markDraftVisit,
  type PlannedVisit,
  putDraftVisits,
  visitsOfDraft,
  whichVisits,
} from '../data/draft-visits.ts'
import { type Draft, findDraft, findOwnDraft, isOwn } from '../data/drafts.ts'
import { type Proposal as Invitation, stillInvitedTo } from '../data/proposals.ts'
import { type DraftInMonth, partOfDraft } from './draft-plan.ts'
import { repairIn } from './repair-visit.ts'

export type ChangeBlocker = StandsInTheWay | { personId: null; what: 'sent' } | LeftBehind

/** They would be left with an open invitation that nobody looks after. */
interface LeftBehind {
  personId: string
  what: 'invited'
}

/** Not done: something stands in the way, or the visit was changed since the form was opened. */
export type ChangeRefusal = { kind: 'blocked'; blockers: readonly ChangeBlocker[] } | { kind: 'stale' }

/** What a change by hand would do: what stands in its way. Nothing else of the draft moves. */
const judgeChange = (
  { visits, month, plan, records }: DraftInMonth,
  change: PlannedVisit,
): readonly ChangeBlocker[] => {
  const facts = month.requests.find((one) => one.id === change.requestId)
  const slot = facts?.slots.find((one) => one.id === change.slotId)
  const others = plan.filter((one) => one.requestId !== change.requestId)
  const sent = visits.some((one) => one.requestId === change.requestId && one.sentAt !== null)
  // Invitations are on their way: only a seat that has opened is given to somebody else.
  if (sent && standsAgainst(month, plan, change.requestId).length === 0) return [{ personId: null, what: 'sent' }]
  if (!facts) return [{ personId: null, what: 'request' }]
  if (!slot) return [{ personId: null, what: 'time' }]
  const next = wantedBy(facts, change)
  const { slotId: _, ...chosen } = next
  const proposal: Proposal = { ...chosen, slot }
  const [now] = visits
  return [
    ...(now ? leftBehind(now, next, invitationsTo(facts, records)) : []),
    ...standsAgainst(month, [...others, proposal], change.requestId),
  ]
}

/** The open ones of a request. Who has agreed stands already. */
const invitationsTo = ({ id, agreed }: RequestFacts, records: DraftInMonth['records']): Invitation[] =>
  (records.proposals.get(id) ?? []).filter((one) => isOpen(one.status) && !agreed.includes(one.personId))

/** Who is invited to the visit as it is now, and would not be in it any more, or not at that time. */
const leftBehind = (now: PlannedVisit, next: PlannedVisit, invitations: readonly Invitation[]): LeftBehind[] =>
  invitations
    .filter(({ personId, slotId }) => now.supporterIds.includes(personId) && now.slotId === slotId)
    .filter(({ personId, slotId }) => !next.supporterIds.includes(personId) || next.slotId !== slotId)
    .map(({ personId }) => ({ personId, what: 'invited' }))

/** As far as the request asks for anybody: who has agreed stands already, and not everything needs a companion. */
const wantedBy = (facts: RequestFacts, change: PlannedVisit): PlannedVisit => ({
  ...change,
  supporterIds: change.supporterIds.filter((id) => !facts.agreed.includes(id)),
  companionId: facts.companionNeeded ? change.companionId : null,
})

const aroundChange = (ctx: Ctx, draft: Draft, change: PlannedVisit): Promise<DraftInMonth> =>
  partOfDraft(ctx, draft, {
    requestIds: [change.requestId],
    people: [...change.supporterIds, ...(change.companionId === null ? [] : [change.companionId])],
  })

/** The planner is only asked: nothing is saved. */
export const judgeVisit = async (
  ctx: Ctx,
  draftId: string,
  change: PlannedVisit,
): Promise<readonly ChangeBlocker[] | null> => {
  const draft = await findDraft(ctx.tx, ctx.actor, draftId)
  return draft && isOwn(ctx.actor, draft) ? judgeChange(await aroundChange(ctx, draft, change), change) : null
}

/**
 * One visit by hand: as it is chosen, or not at all. It stays so when the rest is planned again. `version`: of the visit that the form
 * was opened with, 0 where there was none.
 */
export const changeDraftVisit = async (
  ctx: Ctx,
  draftId: string,
  change: PlannedVisit,
  version: number,
): Promise<Result<Draft, ChangeRefusal> | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  if (!draft) return null
  const part = await aroundChange(ctx, draft, change)
  const [now = null] = part.visits
  if ((now?.version ?? 0) !== version) return no({ kind: 'stale' })
  const facts = part.month.requests.find(({ id }) => id === change.requestId)
  const blockers = judgeChange(part, change)
  if (blockers.length > 0 || !facts) return no({ kind: 'blocked', blockers })
  await supersede(ctx, draftId, { way: 'chosen', now, next: wantedBy(facts, change) })
  return ok(draft)
}

export type RepairRefusal = { kind: 'nobody' } | { kind: 'left_behind'; people: readonly string[] }

/** The seat that opened goes to who can come beside all the rest; nothing else moves, and nobody loses a seat to which they are invited. */
export const repairDraftVisit = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
): Promise<Result<Draft, RepairRefusal> | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  if (!draft) return null
  const part = await partOfDraft(ctx, draft, { requestIds: [requestId], people: 'all' })
  const [now = null] = part.visits
  const repair = now && repairIn(part, now)
  const facts = part.month.requests.find((one) => one.id === requestId)
  if (!repair || !facts) return no({ kind: 'nobody' })
  const next = { ...repair, slotId: repair.slot.id }
  const left = leftBehind(now, next, invitationsTo(facts, part.records))
  if (left.length > 0) return no({ kind: 'left_behind', people: left.map((one) => one.personId) })
  await supersede(ctx, draftId, { way: 'repaired', now, next })
  return ok(draft)
}

/** Where somebody has been invited to it, it stays: they are not left with an invitation that nobody looks after. */
export const takeOutVisit = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
): Promise<Result<Draft, { kind: 'invited' }> | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  const now = draft && (await visitIn(ctx, draft, requestId))
  if (!now) return null
  if (await isInvitedTo(ctx, requestId)) return no({ kind: 'invited' })
  await endDraftVisits(ctx.tx, draftId, [requestId], ctx.now)
  noteVisit(ctx, 'draft_visit_taken_out', now.id, peopleIn(now))
  return ok(draft)
}

const isInvitedTo = async ({ tx }: Ctx, requestId: string): Promise<boolean> =>
  (await stillInvitedTo(tx, [requestId])).has(requestId)

/** Where somebody has been invited to it, it stays and is not given free again. */
export const freezeVisit = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
  frozen: boolean,
): Promise<Result<Draft, { kind: 'stays' }> | null> => {
  const draft = await findOwnDraft(ctx.tx, ctx.actor, draftId)
  const now = draft && (await visitIn(ctx, draft, requestId))
  if (!now) return null
  if (!frozen && (await isInvitedTo(ctx, requestId))) return no({ kind: 'stays' })
  await markDraftVisit(ctx.tx, draftId, requestId, { frozen })
  noteVisit(ctx, frozen ? 'draft_visit_frozen' : 'draft_visit_unfrozen', now.id, [])
  return ok(draft)
}

const visitIn = async (ctx: Ctx, draft: Draft, requestId: string): Promise<DraftVisit | null> =>
  (await visitsOfDraft(ctx.tx, whichVisits(ctx.actor, draft, [requestId])))[0] ?? null

const supersede = async (
  ctx: Ctx,
  draftId: string,
  { way, now, next }: { way: DraftWay; now: DraftVisit | null; next: PlannedVisit },
): Promise<void> => {
  const { newId, now: at, actor } = ctx
  const ids = await putDraftVisits(ctx.tx, { programmeId: actor.programmeId, draftId, way, at, newId }, [next])
  noteVisit(ctx, `draft_visit_${way}`, ids.get(next.requestId) ?? null, [
    ...peopleIn(next),
    ...(now ? peopleIn(now) : []),
  ])
}

const peopleIn = ({ supporterIds, companionId }: PlannedVisit): string[] =>
  companionId === null ? [...supporterIds] : [...supporterIds, companionId]

/** One entry for each person who is in the visit or was; one for the visit alone where there is nobody. */
const noteVisit = ({ audit }: Ctx, action: string, id: string | null, people: readonly string[]): void => {
  const subjects = people.length === 0 ? [null] : new Set(people)
  for (const subject of subjects) audit.wrote({ action, kind: 'draft_visit', id, subject })
}
