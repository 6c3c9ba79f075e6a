import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Pipeline } from './pipeline.ts'

/** Gives the request its number, and writes one line about it when it is answered. */
export const requestLine =
  ({ log, newId }: Pick<Pipeline, 'log' | 'newId'>): MiddlewareHandler =>
  async (c, next) => {
    const requestId = newId()
    const began = performance.now()
    c.set('requestId', requestId)
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    log.request({
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
      role: c.get('role') ?? null,
    })
  }
