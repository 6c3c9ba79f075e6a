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

const rounds = 12

/** Turns about, so that whatever else the machine does falls on both. The first rounds warm the engine up and are not counted. */
const turnAbout = async (
  first: () => Promise<void>,
  second: () => Promise<void>,
  forget: () => void,
): Promise<void> => {
  for (let round = -2; round < rounds; round += 1) {
    if (round === 0) forget()
    await first()
    await second()
  }
}

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
  const spent = { page: [] as number[], bare: [] as number[] }
  let bytes = 0
  const spend = async (which: 'page' | 'bare', url: string, headers: Record<string, string>): Promise<void> => {
    const requests = 150
    const before = process.cpuUsage()
    const asked = await asker.ask({ url, headers, requests, atOnce: 4 })
    const { user, system } = process.cpuUsage(before)
    spent[which].push((user + system) / 1000 / requests)
    bytes = asked.bytes
  }
  await turnAbout(
    () => spend('bare', `${stage.address}/bench/bare`, {}),
    () => spend('page', `${stage.address}/visits`, { cookie: stage.cookie }),
    () => Object.assign(spent, { page: [], bare: [] }),
  )
  return {
    part: 'a',
    what: 'visit list, signed in, to its bare statement as JSON: CPU of the Node process',
    value: median(spent.page.map((ms, at) => ms / (spent.bare[at] ?? ms))),
    unit: '×',
    limit: 2.2,
    aim: 1.5,
    detail: `${median(spent.page).toFixed(2)} ms a request against ${median(spent.bare).toFixed(2)} ms; ${(bytes / 1000).toFixed(1)} kB`,
  }
}

const amongMany = async (one: ListStage, server: string, asker: Asker): Promise<Figure> => {
  const many = await openListStage(server, 'many', large)
  try {
    return await comparedWith(one, many, asker)
  } finally {
    await many.close()
    await dropDatabase(server, 'many')
  }
}

const comparedWith = async (one: ListStage, many: ListStage, asker: Asker): Promise<Figure> => {
  const times = { one: [] as number[], many: [] as number[] }
  const time = async (which: 'one' | 'many', { address, cookie }: ListStage): Promise<void> => {
    const asked = await asker.ask({ url: `${address}/visits`, headers: { cookie }, requests: 60, atOnce: 1 })
    times[which].push(...asked.times)
  }
  await turnAbout(
    () => time('one', one),
    () => time('many', many),
    () => Object.assign(times, { one: [], many: [] }),
  )
  const [oneMs, manyMs] = [percentile(times.one, 0.95), percentile(times.many, 0.95)]
  return {
    part: 'b',
    what: 'the same page among 200 programmes × 3 years to the page with 1: p95',
    value: manyMs / oneMs,
    unit: '×',
    limit: 1.3,
    detail: `${manyMs.toFixed(1)} ms against ${oneMs.toFixed(1)} ms`,
  }
}
