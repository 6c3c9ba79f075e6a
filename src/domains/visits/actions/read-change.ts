import { type Called, namesOf } from '#domains/people/index.ts'
import {
  type RequestFacts,
  type ShownReason,
  standsAgainst,
  suggestedBeside,
  type Suggestion,
  type Suggestions,
  type WhyOpen,
  whyOpen,
} from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { DraftVisit } from '../data/draft-visits.ts'
import { findDraft, isOwn } from '../data/drafts.ts'
import type { Request, RequestSlot } from '../data/requests.ts'
import { type DraftInMonth, partOfDraft } from './draft-plan.ts'
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

interface Listing {
  /** However many they are. */
  all?: boolean
  /** Listed too, where they could come: what was typed is shown again. */
  besides?: readonly string[]
}

/** Those who could come beside the rest of the draft, and those chosen so far. */
export const readChange = async (
  ctx: Ctx,
  draftId: string,
  requestId: string,
  listing: Listing = {},
): Promise<ChangeView | null> => {
  const draft = await findDraft(ctx.tx, ctx.actor, draftId)
  if (!draft || !isOwn(ctx.actor, draft)) return null
  const part = await partOfDraft(ctx, draft, { requestIds: [requestId], people: 'all' })
  const facts = part.month.requests.find((one) => one.id === requestId)
  const request = part.records.requests.get(requestId)
  return facts && request ? changeIn(ctx, part, { facts, request, listing }) : null
}

const changeIn = async (
  ctx: Ctx,
  { draft, visits, records, month, plan }: DraftInMonth,
  { facts, request, listing }: { facts: RequestFacts; request: Request; listing: Listing },
): Promise<ChangeView> => {
  const requestId = request.id
  const [visit = null] = visits
  const found = suggestedBeside(month, plan, facts)
  const chosen = chosenIn(visit, facts)
  const lists = listsOf(found, chosen, listing)
  const against = visit ? standsAgainst(month, plan, requestId) : []
  const names = await namesOf(ctx.tx, ctx.actor.programmeId, [
    ...lists.people,
    ...lists.companions,
    ...(listing.besides ?? []),
    ...facts.agreed,
    ...(visit ? everybodyIn(visit) : []),
    ...found.could.flatMap(likedIn),
  ])
  const called = (id: string): Called => names.get(id) ?? { id, name: '', kana: '', nickname: '' }
  const reasons = new Map(found.could.map((one) => [one.personId, one.reasons]))
  const slots = request.slots.filter((slot) => facts.slots.some((one) => one.id === slot.id))
  return {
    draftId: draft.id,
    requestId,
    inDraft: visit !== null,
    version: versionOf(visit),
    chosen: { slotId: slots[0]?.id ?? '', ...chosen },
    slots,
    seats: facts.wanted - facts.agreed.length,
    agreed: facts.agreed,
    people: lists.people.map((id) => ({
      called: called(id),
      reasons: reasons.get(id) ?? [],
      inTheWay: against.flatMap(({ personId, what }) => (personId === id && isOfPerson(what) ? [what] : [])),
    })),
    more: lists.more,
    companionNeeded: facts.companionNeeded,
    companions: lists.companions.map(called),
    standIn: visit?.standInId ? called(visit.standInId) : null,
    open: visit ? null : whyOpen(month, plan, requestId),
    requests: records.requests,
    activities: records.activities,
    places: records.places,
    names,
  }
}

const versionOf = (visit: DraftVisit | null): number => visit?.version ?? 0

type Chosen = Pick<ChangeView['chosen'], 'supporterIds' | 'companionId'> & { slotId?: string }

const chosenIn = (visit: DraftVisit | null, { agreed }: RequestFacts): Chosen =>
  visit === null
    ? { supporterIds: [], companionId: null }
    : {
        slotId: visit.slotId,
        supporterIds: visit.supporterIds.filter((id) => !agreed.includes(id)),
        companionId: visit.companionId,
      }

/** Those chosen stand first, then those who could, in their neutral order. */
const listsOf = (
  { could, companions }: Suggestions,
  { supporterIds, companionId }: Chosen,
  { all = false, besides = [] }: Listing,
): { people: string[]; companions: string[]; more: boolean } => {
  const most = all ? Infinity : listedAtFirst
  const able = could.map((one) => one.personId)
  const free = [...new Set(companions.flatMap((one) => one.personIds))]
  const people = new Set([...supporterIds, ...besides.filter((id) => able.includes(id)), ...able.slice(0, most)])
  const alongFirst = [companionId ?? '', ...besides].filter((id) => free.includes(id))
  const along = new Set([...alongFirst, ...free.slice(0, most)])
  const more = able.some((id) => !people.has(id)) || free.some((id) => !along.has(id))
  return { people: [...people], companions: [...along], more }
}

const everybodyIn = ({ supporterIds, companionId, standInId }: DraftVisit): string[] =>
  [...supporterIds, companionId, standInId].filter((id) => id !== null)

const likedIn = ({ reasons }: Suggestion): string[] =>
  reasons.flatMap((reason) => (reason.code === 'likes_to_go_with' ? [reason.personId] : []))

const ofVisit: readonly string[] = ['request', 'time', 'seats', 'together', 'twice']
const isOfPerson = (what: string): what is ShownReason => !ofVisit.includes(what)
