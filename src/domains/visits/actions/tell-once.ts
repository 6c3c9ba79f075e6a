import type { Ctx } from '#platform/http/call.ts'
import type { Outbox } from '#platform/messages/outbox.ts'
import { seriesPaths } from '../web/series-paths.ts'

/** What is said of several days at once; other kinds say the same of one and of many. */
const ofMany: Readonly<Record<string, string>> = {
  'visits.visit_confirmed': 'visits.series_confirmed',
  'visits.visit_cancelled': 'visits.series_cancelled',
  'visits.visit_to_accompany': 'visits.series_to_accompany',
  'visits.seat_open': 'visits.series_seats_open',
}

/**
 * Many days, one message: what several days of a series would each tell somebody is told them once, and leads to the series. What only one
 * day has to tell is told as ever.
 */
export const tellOnce = async <T>(ctx: Ctx, seriesId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const news: Parameters<Outbox['tell']>[] = []
  const tell: Outbox['tell'] = async (...one) => {
    news.push(one)
    return ''
  }
  const result = await work({ ...ctx, outbox: { ...ctx.outbox, tell } })
  for (const [first, ...more] of Map.groupBy(news, ([personId, kind]) => `${personId} ${kind}`).values()) {
    if (!first) continue
    const [personId, kind, , path] = first
    const onePath = more.every((other) => other[3] === path) ? path : seriesPaths.series(seriesId)
    if (more.length === 0) await ctx.outbox.tell(...first)
    else await ctx.outbox.tell(personId, ofMany[kind] ?? kind, { series: seriesId }, onePath)
  }
  return result
}
