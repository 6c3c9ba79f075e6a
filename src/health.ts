import { sql } from 'kysely'
import { file } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import type { Services } from './open-services.ts'

export const healthPaths = { alive: '/healthz', ready: '/readyz' }

/** For whoever keeps the machine running: is the process alive, does the database answer. Says nothing else. */
export const healthRoutes = ({ db }: Services): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: healthPaths.alive,
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: async () => plain('ok'),
  }),
  publicRoute({
    method: 'GET',
    path: healthPaths.ready,
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: async () => {
      try {
        await db.asPlatform((tx) => sql`select 1`.execute(tx))
        return plain('ready')
      } catch {
        return file('health.txt', 'text/plain; charset=utf-8', 'not ready', true, 503)
      }
    },
  }),
]

const plain = (text: string) => file('health.txt', 'text/plain; charset=utf-8', text, true)
