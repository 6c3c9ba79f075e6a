import { namesOf, personsInRole } from '#domains/people/index.ts'
import { type Activity, findActivity } from '#domains/programme/index.ts'
import { type CouldNot, suggestions, type Suggestion, type Suggestions } from '#domains/matching/index.ts'
import { behindTheirTerm } from '#domains/registration/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { companionPlanned, standInPlanned } from '../data/draft-visits.ts'
import { type AskedLine, listAsked } from '../data/proposal-list.ts'
import { proposalsOf } from '../data/proposals.ts'
import { findRequestPlace } from '../data/request-places.ts'
import { findRequest, type Request, type RequestSlot } from '../data/requests.ts'
import { matchingQuestion } from './matching-question.ts'
import { freeSeats } from './proposal-step.ts'

export interface Called {
  id: string
  name: string
  kana: string
}

export interface MatchingView {
  request: Request
  activity: Activity
  placeName: string | null
  slot: RequestSlot | null
  seatsLeft: number
  /** `ifTheyStay`: the time lies behind the last day of their registration. */
  could: { called: Called; suggestion: Suggestion; ifTheyStay: boolean }[]
  couldMore: boolean
  couldNot: { reason: CouldNot['reason']; people: Called[]; more: number }[]
  wouldHelp: Suggestions['wouldHelp']
  fillable: boolean
  asked: AskedLine[]
  companions: { called: Called; free: boolean }[]
  /** Who was to go along when the invitations went out from a month's draft, where they still could. */
  plannedCompanionId: string | null
  /** Somebody has declined: who could come instead, as a month's draft says. They are not told. */
  standIn: Called | null
  names: ReadonlyMap<string, Called>
}

const shownAtOnce = 40
const shownInGroup = 12

/** Who could come to one request, at one of its times; only what the page shows is given a name. */
export const readMatching = async (
  ctx: Ctx,
  requestId: string,
  look: { slotId: string | null; from: number },
): Promise<MatchingView | null> => {
  const request = await findRequest(ctx.tx, ctx.actor, requestId)
  const activity = request && (await findActivity(ctx.tx, request.activityId))
  if (!request || !activity || ctx.actor.role !== 'coordinator') return null
  const ahead = request.slots.filter((slot) => slot.startsAt > ctx.now)
  const slot = ahead.find((one) => one.id === look.slotId) ?? ahead[0] ?? null
  const found = suggestions(await matchingQuestion(ctx, request))
  const could = found.could.filter((one) => slot !== null && one.slotIds.includes(slot.id))
  const page = could.slice(look.from, look.from + shownAtOnce)
  const asked = (await listAsked(ctx.tx, request.id)).filter((one) => slot === null || one.slotId === slot.id)
  const companions = await companionsFor(ctx, slot, found)
  const standInId = await standInAt(ctx, { request, asked, slot, could })
  const names = await namesFor(ctx, page, found.couldNot, standInId)
  const called = (id: string): Called => names.get(id) ?? { id, name: '', kana: '' }
  const place = request.placeId === null ? null : await findRequestPlace(ctx.tx, request.placeId)
  const proposals = await proposalsOf(ctx.tx, request.id)
  const people = page.map((one) => one.personId)
  const behind = slot ? await behindTheirTerm(ctx, people, dayIn(slot.startsAt, ctx.zone)) : new Set()
  return {
    request,
    activity,
    placeName: place?.name ?? null,
    slot,
    seatsLeft: slot ? freeSeats(request, slot.id, proposals) : 0,
    could: page.map((suggestion) => ({
      called: called(suggestion.personId),
      suggestion,
      ifTheyStay: behind.has(suggestion.personId),
    })),
    couldMore: could.length > look.from + shownAtOnce,
    couldNot: found.couldNot.map(({ reason, people }) => ({
      reason,
      people: people.slice(0, shownInGroup).map(called),
      more: Math.max(0, people.length - shownInGroup),
    })),
    wouldHelp: found.wouldHelp,
    fillable: found.fillable,
    asked,
    companions,
    plannedCompanionId: await plannedCompanion(ctx, request, slot, companions),
    standIn: standInId === null ? null : called(standInId),
    names,
  }
}

interface Looked {
  request: Request
  asked: readonly AskedLine[]
  slot: RequestSlot | null
  could: readonly Suggestion[]
}

/** Once somebody has declined, and where they still could. */
const standInAt = async ({ tx, actor }: Ctx, { request, asked, slot, could }: Looked): Promise<string | null> => {
  if (slot === null || !asked.some((one) => one.status === 'declined')) return null
  const personId = await standInPlanned(tx, actor, { requestId: request.id, slotId: slot.id })
  return could.some((one) => one.personId === personId) ? personId : null
}

const plannedCompanion = async (
  { tx }: Ctx,
  { id }: Request,
  slot: RequestSlot | null,
  companions: MatchingView['companions'],
): Promise<string | null> => {
  if (slot === null) return null
  const personId = await companionPlanned(tx, { requestId: id, slotId: slot.id })
  return companions.some(({ called, free }) => free && called.id === personId) ? personId : null
}

const namesFor = (ctx: Ctx, page: readonly Suggestion[], couldNot: readonly CouldNot[], standInId: string | null) =>
  namesOf(ctx.tx, ctx.actor.programmeId, [
    ...(standInId === null ? [] : [standInId]),
    ...page.flatMap((one) => [
      one.personId,
      ...one.reasons.flatMap((reason) => (reason.code === 'likes_to_go_with' ? [reason.personId] : [])),
    ]),
    ...couldNot.flatMap((group) => group.people.slice(0, shownInGroup)),
  ])

const companionsFor = async (ctx: Ctx, slot: RequestSlot | null, found: Suggestions) => {
  const free = new Set(found.companions.find((one) => one.slotId === slot?.id)?.personIds ?? [])
  const staff = await personsInRole(ctx.tx, ctx.actor.programmeId, ['companion'])
  return staff.map((called) => ({ called, free: free.has(called.id) })).sort((a, b) => Number(b.free) - Number(a.free))
}
