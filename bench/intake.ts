import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readXlsx } from 'hucre/xlsx'
import { addDays, day } from '#kernel/calendar-day.ts'
import { tableLimits } from '#platform/documents/table-bytes.ts'
import { writeSheets } from '#platform/documents/xlsx.ts'
import type { Services } from '#src/open-services.ts'
import { packed } from '#test/packed.ts'
import { dropDatabase, fill, freshDatabase } from './databases.ts'
import { type Figure, median } from './report.ts'
import { openStage } from './stage.ts'

const people = 5_000

/** (g): a list of people and one of past visits, from the press on 'read the file' until all is taken over, beside a bare reading; and what a hostile file costs. */
export const benchIntake = async (server: string): Promise<Figure[]> => {
  const stage = await openStage(await freshDatabase(server, 'intake'), () => new Date())
  try {
    const programmeId = await fill(stage.services, { programmes: 1, years: 1, supporters: 10 })
    const { cookie } = await stage.signedIn(programmeId, 'coordinator')
    const ask = asking(await stage.open(), cookie)
    const bytes = await listOf(people)
    const bare = await bareReading(bytes)
    const took = await takeOver(ask, 'people', bytes)
    const visits = await takeOver(ask, 'visits', await visitsOf(stage.services, programmeId, people))
    return [
      {
        part: 'g',
        what: `${people} people of a workbook: read, looked at, taken over`,
        value: took / 1000,
        unit: 's',
        limit: 10,
        detail: `${((people / took) * 1000).toFixed(0)} rows a second; a bare reading ${((people / bare) * 1000).toFixed(0)}`,
      },
      {
        part: 'g',
        what: 'the same against a bare reading of the same file',
        value: took / bare,
        unit: '×',
        limit: 60,
        detail: `${took.toFixed(0)} and ${bare.toFixed(0)} ms, ${(bytes.length / 1000).toFixed(0)} kB`,
      },
      {
        part: 'g',
        what: `${people} visits of past years, each by one of these people: read, looked at, taken over`,
        value: visits / 1000,
        unit: 's',
        limit: 10,
        detail: `${((people / visits) * 1000).toFixed(0)} rows a second`,
      },
      ...(await hostileFile(ask)),
    ]
  } finally {
    await stage.close()
    await dropDatabase(server, 'intake')
  }
}

type Ask = (path: string, form?: Record<string, string | Blob>) => Promise<Response>

const asking =
  (origin: string, cookie: string): Ask =>
  (path, form) => {
    if (!form) return fetch(new URL(path, origin), { headers: { cookie } })
    const body = new FormData()
    body.set('_token', randomUUID())
    for (const [name, value] of Object.entries(form)) body.set(name, value)
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    return fetch(new URL(path, origin), { method: 'POST', body, headers, redirect: 'manual' })
  }

const upload = (ask: Ask, kind: string, bytes: Uint8Array): Promise<Response> =>
  ask(`/intake/new/${kind}`, { file: new File([Uint8Array.from(bytes)], 'list.xlsx') })

const listOf = (count: number): Promise<Uint8Array> => {
  const rows = Array.from({ length: count }, (_, no) => [
    `見本 ${no}`,
    `ミホン ${no}`,
    `person${no}@example.jp`,
    `03-${String(no).padStart(4, '0')}-0000`,
  ])
  return writeSheets([{ name: '名簿', rows: [['氏名', 'フリガナ', 'メール', '電話'], ...rows] }])
}

const visitsOf = async ({ db }: Services, programmeId: number, count: number): Promise<Uint8Array> => {
  const place = await db.asPlatform((tx) =>
    tx.selectFrom('places.place').select('name').where('programme_id', '=', programmeId).executeTakeFirstOrThrow(),
  )
  const activity = await db.asPlatform((tx) =>
    tx
      .selectFrom('programme.activity')
      .select('name')
      .where('programme_id', '=', programmeId)
      .executeTakeFirstOrThrow(),
  )
  const rows = Array.from({ length: count }, (_, no) => [
    addDays(day('2010-04-01'), no % 2_000),
    `${9 + Math.floor(no / 2_000)}:00`,
    place.name,
    activity.name,
    `見本 ${no}`,
    `ミホン ${no}`,
  ])
  return writeSheets([
    { name: '活動', rows: [['日付', '開始時刻', '場', '活動メニュー', '氏名', 'フリガナ'], ...rows] },
  ])
}

const bareReading = async (bytes: Uint8Array): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const before = performance.now()
    await readXlsx(bytes)
    times.push(performance.now() - before)
  }
  return median(times)
}

const takeOver = async (ask: Ask, kind: string, bytes: Uint8Array): Promise<number> => {
  const before = performance.now()
  const path = (await upload(ask, kind, bytes)).headers.get('location') ?? '/'
  const preview = await ask(`${path}/preview`)
  await preview.text()
  const ordered = await ask(`${path}/take`, {})
  const done = await watched(ask, ordered.headers.get('location') ?? '/')
  if (preview.status !== 200 || !done.includes(`${people}件`)) throw new Error('not everybody was taken over')
  return performance.now() - before
}

/** The page of long work once it has ended. Its server does the work; whoever asked only looks. */
const watched = async (ask: Ask, path: string): Promise<string> => {
  for (let looks = 0; looks < 1_200; looks += 1) {
    const page = await (await ask(path)).text()
    if (!page.includes('作業をしています') && !page.includes('順番を待っています')) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the work did not end')
}

/** A workbook of 60 kB that wants to become 60 MB: what the server grows by, and how long other pages wait. */
const hostileFile = async (ask: Ask): Promise<Figure[]> => {
  const bomb = packed([{ name: 'xl/workbook.xml', bytes: new Uint8Array(tableLimits.unpackedBytes + 1), claims: 9 }])
  const delay = monitorEventLoopDelay({ resolution: 1 })
  let most = 0
  const before = process.memoryUsage.rss()
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before)
  }, 5)
  delay.enable()
  const refused = await upload(ask, 'people', bomb)
  delay.disable()
  clearInterval(watch)
  if (refused.status !== 422) throw new Error(`a hostile file was answered ${refused.status}`)
  return [
    {
      part: 'g',
      what: 'what a hostile file costs in memory while it is looked at',
      value: most / 1e6,
      unit: 'MB',
      limit: 200,
      detail: `${(bomb.length / 1000).toFixed(0)} kB that would become ${Math.round(tableLimits.unpackedBytes / 1e6)} MB`,
    },
    {
      part: 'g',
      what: 'how long other pages wait meanwhile (99 of 100)',
      value: delay.percentile(99) / 1e6,
      unit: 'ms',
      limit: 200,
      detail: `at most ${(delay.max / 1e6).toFixed(0)} ms`,
    },
  ]
}
