import type { Asker } from './asker.ts'
import { dropDatabase, fill, freshDatabase } from './databases.ts'
import { type Figure, median } from './report.ts'
import { openStage } from './stage.ts'
import { benchSuggestions } from './suggestions.ts'

const people = 5_000

/** (c): the pure rules on loaded facts. */
export const rulesFigure = (): Figure => {
  const { medianMs, bestMs, worstMs, limitMs, could } = benchSuggestions(people)
  return {
    part: 'c',
    what: 'suggestions for one request among 5,000 supporters: the rules on loaded facts',
    value: medianMs,
    unit: 'ms',
    limit: limitMs,
    detail: `from ${bestMs.toFixed(1)} to ${worstMs.toFixed(1)} ms of CPU; ${could} could come`,
  }
}

/** (c): the page of one request, everything loaded anew. */
export const benchMatchingPage = async (server: string, asker: Asker): Promise<Figure> => {
  const stage = await openStage(await freshDatabase(server, 'people'), () => new Date())
  try {
    const programmeId = await fill(stage.services, { programmes: 1, years: 1, supporters: people })
    const { id } = await stage.services.db.asPlatform((tx) =>
      tx
        .selectFrom('visits.request')
        .innerJoin('visits.request_slot as slot', 'slot.request_id', 'visits.request.id')
        .select('visits.request.id')
        .where('status', '=', 'matching')
        .where('slot.starts_at', '>', new Date())
        .orderBy('visits.request.id')
        .executeTakeFirstOrThrow(),
    )
    const { cookie } = await stage.signedIn(programmeId, 'coordinator')
    const url = `${await stage.open()}/requests/${id}/matching`
    await asker.ask({ url, headers: { cookie }, requests: 3, atOnce: 1 })
    const { times, bytes } = await asker.ask({ url, headers: { cookie }, requests: 10, atOnce: 1 })
    return {
      part: 'c',
      what: 'the page of that request, everything loaded anew',
      value: median(times),
      unit: 'ms',
      limit: 1000,
      detail: `from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms; ${(bytes / 1000).toFixed(1)} kB`,
    }
  } finally {
    await stage.close()
    await dropDatabase(server, 'people')
  }
}
