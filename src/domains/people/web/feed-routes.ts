import { file, notFound } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type FeedParts, readFeed } from '../actions/read-feed.ts'
import { peoplePaths } from './paths.ts'

/** Read by calendar apps, which cannot sign in: whoever has the address reads it, so it says only when. */
export const feedRoutes = (parts: FeedParts): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: peoplePaths.feed(':name'),
    who: 'anyone',
    reach: 'the time of the person to whom the address belongs',
    handle: async (call) => {
      const text = await readFeed(parts, call.param('name'), call.now)
      return text === null ? notFound() : file('calendar.ics', 'text/calendar; charset=utf-8', text, true)
    },
  }),
]
