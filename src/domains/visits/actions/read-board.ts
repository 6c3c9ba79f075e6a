import { type Called, namesOf } from '#domains/people/index.ts'
import type { Shortage, WhyOpen } from '#domains/matching/index.ts'
import type { Activity } from '#domains/programme/index.ts'
import { addDays, daysBetween, monthStart } from '#kernel/calendar-day.ts'
import { dayIn, instantAt } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type WorkState, workStateOf } from '#platform/jobs/work.ts'
import { type Collision, collisionsBetween } from '../core/draft-comparison.ts'
import {
  boardLines,
  type BoardOrder,
  boardPlaces,
  countDrafted,
  type LinesWanted,
  openBeside,
} from '../data/board-lines.ts'
import { type DraftVisit, otherDraftsOf } from '../data/draft-visits.ts'
import { type Draft, findDraft, isOwn, planningOf } from '../data/drafts.ts'
import { type RequestPlace, requestPlaces } from '../data/request-places.ts'
import type { Request } from '../data/requests.ts'
import { type BoardVisit, keyOf, visitsOn } from './board-visits.ts'
import { type DraftInMonth, partOfDraft } from './draft-plan.ts'

/** Visits that stand together: on a day, at a place, of a person. */
export interface BoardGroup {
  key: string
  visits: readonly BoardVisit[]
}

/** What of a draft is looked at. */
export interface BoardLook {
  by: BoardOrder
  /** Only this day, this place, or people of this name; empty: all. */
  of: string
  from: number
  openFrom: number
  unsentOnly: boolean
}

export interface BoardView {
  draft: Draft
  own: boolean
  /** While it is being planned, or where that has failed. */
  work: WorkState | null
  /** How many visits there are in all; the groups hold a page of them. */
  planned: number
  groups: readonly BoardGroup[]
  more: boolean
  /** Days or places to choose one of, where there is more than a page. */
  choices: readonly string[]
  /** Requests that stay open; why, where the planner said so when it had planned. */
  open: readonly { requestId: string; why: WhyOpen | null }[]
  openMore: boolean
  shortages: readonly Shortage[]
  collisions: readonly (Collision & { maker: Pick<Called, 'name' | 'kana'> })[]
  requests: ReadonlyMap<string, Request>
  activities: ReadonlyMap<string, Activity>
  places: ReadonlyMap<string, RequestPlace>
  names: ReadonlyMap<string, Called>
}

/** Visits on one page, and open requests. */
export const boardPageSize = 40
export const openPageSize = 20

/**
 * A page of a draft as things are now: what it holds, what is agreed besides, what stays open. As many records are loaded as the page
 * shows, however large the month is.
 */
export const readBoard = async (ctx: Ctx, id: string, look: BoardLook): Promise<BoardView | null> => {
  const draft = await findDraft(ctx.tx, ctx.actor, id)
  if (!draft) return null
  const own = isOwn(ctx.actor, draft)
  const wanted: LinesWanted = { ...look, draft, own, zone: ctx.zone, month: monthOf(ctx, draft) }
  const [{ lines, more }, open, said, planned] = await Promise.all([
    linesOf(ctx, wanted, look.from),
    openOf(ctx, wanted, look.openFrom),
    own ? saidWhenPlanned(ctx, draft) : nothingSaid,
    countDrafted(ctx.tx, draft.id, { sentOnly: !own }),
  ])
  const part = await partOfDraft(ctx, draft, {
    requestIds: [...new Set([...lines.map((one) => one.requestId), ...open.ids])],
    people: [],
  })
  const choices = more || look.from > 0 || look.of !== '' ? await choicesOf(ctx, wanted) : []
  const [visits, collisions, places] = await Promise.all([
    visitsOn(ctx, part, lines),
    own ? collisionsOf(ctx, part) : [],
    placesFor(ctx, part, said.shortages, look.by === 'place' ? choices : []),
  ])
  const grouped = Map.groupBy(lines, (line) => line.group)
  const shown = [...visits.values()]
  return {
    draft,
    own,
    work: draft.plannedAt === null ? await workStateOf(ctx, draft.workId) : null,
    planned,
    groups: Array.from(grouped, ([key, own]) => ({ key, visits: own.flatMap((one) => visits.get(keyOf(one)) ?? []) })),
    more,
    choices,
    open: open.ids.map((requestId) => ({ requestId, why: said.open.get(requestId) ?? null })),
    openMore: open.more,
    shortages: said.shortages,
    collisions,
    requests: part.records.requests,
    activities: part.records.activities,
    places,
    names: await namesOf(ctx.tx, ctx.actor.programmeId, [
      ...shown.flatMap(idsIn),
      ...collisions.flatMap((one) => one.personId ?? []),
    ]),
  }
}

const monthOf = ({ zone }: Ctx, { month }: Draft) => ({
  from: instantAt(month, 0, zone),
  to: instantAt(monthStart(month, 1), 0, zone),
})

const linesOf = (ctx: Ctx, wanted: LinesWanted, from: number) =>
  boardLines(ctx.tx, ctx.actor.programmeId, wanted, { from, size: boardPageSize })

const choicesOf = async (ctx: Ctx, wanted: LinesWanted): Promise<readonly string[]> => {
  if (wanted.by === 'place') return boardPlaces(ctx.tx, ctx.actor.programmeId, wanted)
  const { month } = wanted.draft
  return wanted.by === 'day'
    ? Array.from({ length: daysBetween(month, monthStart(month, 1)) }, (_, i) => addDays(month, i))
    : []
}

const openOf = async (
  ctx: Ctx,
  { draft, own, month, unsentOnly }: LinesWanted,
  from: number,
): Promise<{ ids: string[]; more: boolean }> =>
  own && !unsentOnly && draft.plannedAt !== null
    ? openBeside(ctx.tx, ctx.actor.programmeId, { draft, month, now: ctx.now }, { from, size: openPageSize })
    : { ids: [], more: false }

interface Said {
  open: ReadonlyMap<string, WhyOpen>
  shortages: readonly Shortage[]
}

const nothingSaid: Said = { open: new Map(), shortages: [] }

const saidWhenPlanned = async (ctx: Ctx, draft: Draft): Promise<Said> => {
  const kept = await planningOf(ctx.tx, draft)
  const open = (kept?.open ?? []) as readonly WhyOpen[]
  return {
    open: new Map(open.map((one) => [one.requestId, one])),
    shortages: (kept?.shortages ?? []) as readonly Shortage[],
  }
}

const placesFor = async (
  { tx }: Ctx,
  { records }: DraftInMonth,
  shortages: readonly Shortage[],
  choices: readonly string[],
): Promise<BoardView['places']> => {
  const missing = [...shortages.flatMap((one) => one.placeId ?? []), ...choices].filter((id) => !records.places.has(id))
  return new Map([...records.places, ...(await requestPlaces(tx, [...new Set(missing)]))])
}

const idsIn = ({ people, companionId, repair, standInId }: BoardVisit): string[] => [
  ...people.flatMap(({ why }) => [
    why.personId,
    ...why.reasons.flatMap((reason) => (reason.code === 'likes_to_go_with' ? [reason.personId] : [])),
  ]),
  ...(companionId === null ? [] : [companionId]),
  ...(standInId === null ? [] : [standInId]),
  ...(repair ?? []),
]

/** Of the visits on the page, as long as their invitations have not gone out. */
const collisionsOf = async (ctx: Ctx, { draft, visits }: DraftInMonth): Promise<BoardView['collisions']> => {
  const unsent = visits.filter((one) => one.sentAt === null)
  if (unsent.length === 0) return []
  const onDays = (all: readonly DraftVisit[]) => all.map((one) => ({ ...one, day: dayIn(one.startsAt, ctx.zone) }))
  const others = await otherDraftsOf(ctx.tx, ctx.actor, draft.month, {
    requestIds: unsent.map((one) => one.requestId),
    people: unsent.flatMap((one) => [...one.supporterIds, ...(one.companionId === null ? [] : [one.companionId])]),
  })
  return others.flatMap(({ maker, visits: theirs }) =>
    collisionsBetween(onDays(unsent), onDays(theirs)).map((one) => ({ ...one, maker })),
  )
}
