import type { Context, Hono } from 'hono'
import type { Pipeline } from '#platform/http/pipeline.ts'

const busyCodes = ['40P01', '40001', '23P01', '55P03']
const outageCodes = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '08001', '53300', '53100']

/** What no page answered: nothing there, somebody was quicker, the database is away, or a bug of ours. Each with its own page and the request's number. */
export const answerErrors = (app: Hono, pipeline: Pipeline): void => {
  app.notFound((c) => pipeline.render.errorPage(c, 'notFound', 404))
  app.onError((error, c) => {
    const code = codeOf(error)
    if (busyCodes.includes(code)) return pipeline.render.errorPage(c, 'busy', 409)
    pipeline.log.bug(error, requestIdOf(c))
    if (outageCodes.includes(code) || error.name === 'DatabaseBusy') return pipeline.render.errorPage(c, 'outage', 503)
    return pipeline.render.errorPage(c, 'bug', 500)
  })
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

const requestIdOf = (c: Context): string | null => {
  const id: unknown = c.get('requestId')
  return typeof id === 'string' ? id : null
}
