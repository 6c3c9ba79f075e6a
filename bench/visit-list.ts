import { coordinatorListSql } from '#domains/visits/data/visit-list.ts'
import { named } from '#platform/db/index.ts'
import type { Asker } from './asker.ts'
import { dropDatabase, fill, freshDatabase, type Size } from './databases.ts'
import { type Figure, median, percentile } from './report.ts'
import { openStage, type Stage } from './stage.ts'

// The sample plans five weeks ahead: looked at from half a year before, the list is longer than its 50 rows.
const halfAYear = 183 * 86_400_000
const earlier = (): Date => new Date(Date.now() - halfAYear)

interface ListStage extends Stage {
  address: string
  cookie: string
}

/** A server over so much data, a coordinator signed in, and the statement of the list served bare beside it. */
const openListStage = async (server: string, name: string, size: Size): Promise<ListStage> => {
  const stage = await openStage(await freshDatabase(server, name), earlier)
  const programmeId = await fill(stage.services, size)
  const { cookie, personId } = await stage.signedIn(programmeId, 'coordinator')
  const { db, clock } = stage.services
  const address = await stage.open((app) => {
    app.get('/bench/bare', async (c) => {
      const values = [programmeId, clock(), 0, personId]
      return c.json(await db.asProgramme(programmeId, (tx) => named(tx, 'bench.bare', coordinatorListSql, values)))
    })
  })
  return { ...stage, address, cookie }
}

export const small: Size = { programmes: 1, years: 3, supporters: 15 }
export const large: Size = { programmes: 200, years: 3, supporters: 15 }

const rounds = 8
const perRound = 250

/** (a) and (b): the list page against its bare statement, and against itself among two hundred programmes. */
export const benchVisitList = async (server: string, asker: Asker, parts: ReadonlySet<string>): Promise<Figure[]> => {
  const one = await openListStage(server, 'one', small)
  try {
    const first = parts.has('a') ? [await costOfThePage(one, asker)] : []
    return parts.has('b') ? [...first, await amongMany(one, server, asker)] : first
  } finally {
    await one.close()
    await dropDatabase(server, 'one')
  }
}

const costOfThePage = async (stage: ListStage, asker: Asker): Promise<Figure> => {
  const page = { url: `${stage.address}/visits`, headers: { cookie: stage.cookie } }
  const bare = { url: `${stage.address}/bench/bare`, headers: {} }
  const spent = { page: [] as number[], bare: [] as number[] }
  let bytes = 0
  for (let round = -2; round < rounds; round += 1) {
    for (const [which, target] of [
      ['bare', bare],
      ['page', page],
    ] as const) {
      const before = process.cpuUsage()
      const asked = await asker.ask({ ...target, requests: perRound, atOnce: 4 })
      const { user, system } = process.cpuUsage(before)
      // The first rounds warm the engine up and are not counted.
      if (round >= 0) spent[which].push((user + system) / 1000 / perRound)
      if (which === 'page') bytes = asked.bytes
    }
  }
  const [pageMs, bareMs] = [median(spent.page), median(spent.bare)]
  return {
    part: 'a',
    what: 'the visit list, signed in, against its statement as bare JSON: CPU of the Node process per request',
    value: pageMs / bareMs,
    unit: '×',
    limit: 2.2,
    aim: 1.5,
    detail: `${pageMs.toFixed(2)} ms against ${bareMs.toFixed(2)} ms; ${(bytes / 1000).toFixed(1)} kB`,
  }
}

const amongMany = async (one: ListStage, server: string, asker: Asker): Promise<Figure> => {
  const many = await openListStage(server, 'many', large)
  try {
    const times = { one: [] as number[], many: [] as number[] }
    for (let round = -2; round < rounds; round += 1) {
      for (const [which, stage] of [
        ['one', one],
        ['many', many],
      ] as const) {
        const target = { url: `${stage.address}/visits`, headers: { cookie: stage.cookie } }
        const asked = await asker.ask({ ...target, requests: 100, atOnce: 1 })
        if (round >= 0) times[which].push(percentile(asked.times, 0.95))
      }
    }
    const [oneMs, manyMs] = [median(times.one), median(times.many)]
    return {
      part: 'b',
      what: 'the same page with 1 programme and with 200 × 3 years (216,000 visits): p95',
      value: manyMs / oneMs,
      unit: '×',
      limit: 1.3,
      detail: `${manyMs.toFixed(1)} ms against ${oneMs.toFixed(1)} ms`,
    }
  } finally {
    await many.close()
    await dropDatabase(server, 'many')
  }
}
