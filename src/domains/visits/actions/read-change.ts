import { type Called, namesOf } from '#domains/people/index.ts'
import {
  type ShownReason,
  standsAgainst,
  suggestedBeside,
  type Suggestion,
  type WhyOpen,
  whyOpen,
} from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { findDraft, isOwn } from '../data/drafts.ts'
import type { RequestSlot } from '../data/requests.ts'
import { partOfDraft } from './draft-plan.ts'
import type { MonthRecords } from './month-facts.ts'

/** What can be chosen for one request of a draft. */
export interface ChangeView extends Pick<MonthRecords, 'requests' | 'activities' | 'places'> {
  draftId: string
  requestId: string
  inDraft: boolean
  /** Of the visit that the draft has now; 0: none. */
  version: number
  chosen: { slotId: string; supporterIds: readonly string[]; companionId: string | null }
  slots: readonly RequestSlot[]
  seats: number
  agreed: readonly string[]
  people: readonly {
    called: Called
    reasons: Suggestion['reasons']
    /** Chosen so far, but something stands in the way by now. */
    inTheWay: readonly ShownReason[]
  }[]
  /** There are others who could come, or go along, than are listed. */
  more: boolean
  companionNeeded: boolean
  companions: readonly Called[]
  /** Who could stand in if somebody falls out. They are not told. */
  standIn: Called | null
  open: WhyOpen | null
  names: ReadonlyMap<string, Called>
}

const listedAtFirst = 40

/** Those who could come beside the rest of the draft, and those chosen so far. `all`: however many they are. */
export const readChange = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
  { all = false, besides = [] }: { all?: boolean; besides?: readonly string[] } = {},
): Promise<ChangeView | null> => {
  const draft = await findDraft(ctx.tx, ctx.actor, draftId)
  if (!draft || !isOwn(ctx.actor, draft)) return null
  const { visits, records, month, plan } = await partOfDraft(ctx, draft, { requestIds: [requestId], people: 'all' })
  const facts = month.requests.find((one) => one.id === requestId)
  const request = records.requests.get(requestId)
  if (!facts || !request) return null
  const visit = visits.find((one) => one.requestId === requestId) ?? null
  const found = suggestedBeside(month, plan, facts)
  const supporterIds = (visit?.supporterIds ?? []).filter((id) => !facts.agreed.includes(id))
  const against = visit ? standsAgainst(month, plan, requestId) : []
  const could = new Map(found.could.map((one) => [one.personId, one.reasons]))
  const most = all ? Infinity : listedAtFirst
  const listed = [
    ...new Set([...supporterIds, ...besides.filter((id) => could.has(id)), ...[...could.keys()].slice(0, most)]),
  ]
  const free = [...new Set(found.companions.flatMap((one) => one.personIds))]
  const chosenCompanion = [visit?.companionId ?? '', ...besides].filter((id) => free.includes(id))
  const companionIds = [...new Set([...chosenCompanion, ...free.slice(0, most)])]
  const names = await namesOf(ctx.tx, ctx.actor.programmeId, [
    ...listed,
    ...companionIds,
    ...besides,
    ...(visit?.companionId ? [visit.companionId] : []),
    ...facts.agreed,
    ...(visit?.supporterIds ?? []),
    ...(visit?.standInId ? [visit.standInId] : []),
    ...found.could.flatMap(({ reasons }) =>
      reasons.flatMap((reason) => (reason.code === 'likes_to_go_with' ? [reason.personId] : [])),
    ),
  ])
  const called = (id: string): Called => names.get(id) ?? { id, name: '', kana: '', nickname: '' }
  const slots = request.slots.filter((slot) => facts.slots.some((one) => one.id === slot.id))
  return {
    draftId,
    requestId,
    inDraft: visit !== null,
    version: visit?.version ?? 0,
    chosen: {
      slotId: visit?.slotId ?? slots[0]?.id ?? '',
      supporterIds,
      companionId: visit?.companionId ?? null,
    },
    slots,
    seats: facts.wanted - facts.agreed.length,
    agreed: facts.agreed,
    people: listed.map((id) => ({
      called: called(id),
      reasons: could.get(id) ?? [],
      inTheWay: against.flatMap(({ personId, what }) => (personId === id && isOfPerson(what) ? [what] : [])),
    })),
    more: listed.length < could.size || companionIds.length < free.length,
    companionNeeded: facts.companionNeeded,
    companions: companionIds.map(called),
    standIn: visit?.standInId ? called(visit.standInId) : null,
    open: visit ? null : whyOpen(month, plan, requestId),
    requests: records.requests,
    activities: records.activities,
    places: records.places,
    names,
  }
}

const ofVisit: readonly string[] = ['request', 'time', 'seats', 'together', 'twice']
const isOfPerson = (what: string): what is ShownReason => !ofVisit.includes(what)
