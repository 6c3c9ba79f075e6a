import { type Called, namesOf } from '#domains/people/index.ts'
import { type Activity, listAllActivities } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Difference, differencesBetween } from '../core/draft-comparison.ts'
import { type DraftVisit, visitsOfDraft, whichVisits } from '../data/draft-visits.ts'
import { type Draft, findDraft, isOwn } from '../data/drafts.ts'
import { type RequestPlace, requestPlaces } from '../data/request-places.ts'
import { getRequests, type Request } from '../data/requests.ts'

/** One difference, with the visit of each draft that has one. */
export interface DraftDifference {
  difference: Difference
  here: DraftVisit | null
  there: DraftVisit | null
}

export interface Comparison {
  here: Draft
  there: Draft
  differences: readonly DraftDifference[]
  more: boolean
  requests: ReadonlyMap<string, Request>
  activities: ReadonlyMap<string, Activity>
  places: ReadonlyMap<string, RequestPlace>
  names: ReadonlyMap<string, Called>
}

export const differencesPageSize = 60

/** Two drafts of one month, both one's own: a colleague's is open only as far as it was sent, and that is no draft any more. */
export const compareDrafts = async (
  ctx: Ctx,
  ids: { here: string; there: string },
  from: number,
): Promise<Comparison | null> => {
  const { tx, actor } = ctx
  const here = await findDraft(tx, actor, ids.here)
  const there = await findDraft(tx, actor, ids.there)
  if (!here || !there || !isOwn(actor, here) || !isOwn(actor, there) || here.month !== there.month) return null
  const [ours, theirs] = [await visitsByRequest(ctx, here), await visitsByRequest(ctx, there)]
  const all = differencesBetween([...ours.values()], [...theirs.values()])
  const differences = all.slice(from, from + differencesPageSize).map((difference) => ({
    difference,
    here: ours.get(difference.requestId) ?? null,
    there: theirs.get(difference.requestId) ?? null,
  }))
  const requests = await getRequests(
    tx,
    differences.map((one) => one.difference.requestId),
  )
  return {
    here,
    there,
    differences,
    more: all.length > from + differencesPageSize,
    requests: new Map(requests.map((one) => [one.id, one])),
    activities: new Map((await listAllActivities(tx)).map((one) => [one.id, one])),
    places: await requestPlaces(tx, [...new Set(requests.flatMap((one) => one.placeId ?? []))]),
    names: await namesOf(
      tx,
      actor.programmeId,
      differences.flatMap((one) => [...peopleIn(one.here), ...peopleIn(one.there)]),
    ),
  }
}

const visitsByRequest = async ({ tx, actor }: Ctx, draft: Draft): Promise<Map<string, DraftVisit>> =>
  new Map((await visitsOfDraft(tx, whichVisits(actor, draft))).map((one) => [one.requestId, one]))

const peopleIn = (visit: DraftVisit | null): string[] =>
  visit === null ? [] : [...visit.supporterIds, ...(visit.companionId === null ? [] : [visit.companionId])]
