import type { Activity } from '#domains/programme/index.ts'
import { remarked } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { RequestPlace } from '../data/request-places.ts'
import type { Request } from '../data/requests.ts'
import { boardWords } from './words-board.ts'

/** What a request is called on the board needs. */
export interface Labelled {
  requests: ReadonlyMap<string, Request>
  activities: ReadonlyMap<string, Activity>
  places: ReadonlyMap<string, RequestPlace>
}

export const placeLabel = ({ requests, places }: Labelled, requestId: string, locale: Locale): string => {
  const request = requests.get(requestId)
  if (request?.online) return boardWords[locale].online
  return places.get(request?.placeId ?? '')?.name ?? boardWords[locale].noPlace
}

/** The activity and where it is. */
export const requestLabel = (of: Labelled, requestId: string, locale: Locale): string => {
  const request = of.requests.get(requestId)
  const activity = of.activities.get(request?.activityId ?? '')?.name[locale] ?? ''
  return remarked(activity, placeLabel(of, requestId, locale), locale)
}
