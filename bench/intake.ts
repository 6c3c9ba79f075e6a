import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { addDays, day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Cell } from '#platform/documents/csv.ts'
import { tableLimits } from '#platform/documents/table-bytes.ts'
import { writeSheets } from '#platform/documents/xlsx.ts'
import type { Services } from '#src/open-services.ts'
import { packed } from '#test/packed.ts'
import { dropDatabase, fill, freshDatabase } from './databases.ts'
import { type Figure, median } from './report.ts'
import { openStage } from './stage.ts'

const count = 5_000

/**
 * (g): lists of people, registrations, attendance and past visits, each from the press on 'read the file' until all is taken over, beside a
 * bare reading of the same file; what the server grows by meanwhile; and what a hostile file costs.
 */
export const benchIntake = async (server: string): Promise<Figure[]> => {
  const stage = await openStage(await freshDatabase(server, 'intake'), () => new Date())
  try {
    const programmeId = await fill(stage.services, { programmes: 1, years: 1, supporters: 10 })
    const { cookie } = await stage.signedIn(programmeId, 'coordinator')
    const ask = asking(await stage.open(), cookie)
    const course = '見本の研修'
    await stage.services.db.asPlatform((tx) => aCourse(tx, programmeId, course))
    const names = { course, ...(await namesIn(stage.services, programmeId)) }
    const figures: Figure[] = []
    const { grown } = await growing(async () => {
      for (const list of listsOf(names)) figures.push(...(await benchList(ask, list)))
    })
    const memory: Figure = {
      part: 'g',
      what: 'what the server grows by at most while these lists are taken over',
      value: grown,
      unit: 'MB',
      limit: 400,
      detail: `${figures.length / 2} lists of ${count} rows, one after the other`,
    }
    return [...figures, memory, ...(await hostileFile(ask))]
  } finally {
    await stage.close()
    await dropDatabase(server, 'intake')
  }
}

/** A table of which every row can be taken over. `most`: how many times as long as a bare reading it may take. */
interface List {
  kind: string
  what: string
  rows: Cell[][]
  most: number
}

const benchList = async (ask: Ask, { kind, what, rows, most }: List): Promise<Figure[]> => {
  const bytes = await writeSheets([{ name: kind, rows }])
  const bare = await bareReading(bytes)
  const took = await takeOver(ask, kind, bytes)
  const aSecond = (ms: number): string => ((count / ms) * 1000).toFixed(0)
  return [
    {
      part: 'g',
      what: `${count} ${what} of a workbook: read, looked at, taken over`,
      value: took / 1000,
      unit: 's',
      limit: 10,
      detail: `${aSecond(took)} rows a second; a bare reading ${aSecond(bare)}`,
    },
    {
      part: 'g',
      what: `${what}: the same against a bare reading of the same file`,
      value: took / bare,
      unit: '×',
      limit: most,
      detail: `${took.toFixed(0)} and ${bare.toFixed(0)} ms, ${(bytes.length / 1000).toFixed(0)} kB`,
    },
  ]
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

interface Names {
  place: string
  activity: string
  course: string
}

const aCourse = (tx: Tx, programme_id: number, name: string) =>
  tx
    .insertInto('training.course')
    .values({
      programme_id,
      id: randomUUID(),
      kind: 'basic',
      name,
      name_en: name,
      name_easy: name,
      plain: '',
      plain_en: '',
      plain_easy: '',
      completion: '[{"kind":"all"}]',
      make_up: '{"most":1,"within_days":null,"ways":["video"]}',
    })
    .execute()

const namesIn = async ({ db }: Services, programmeId: number): Promise<Omit<Names, 'course'>> => {
  const { rows } = await db.asPlatform((tx) =>
    sql<Omit<Names, 'course'>>`select
      (select name from places.place where programme_id = ${programmeId} limit 1) as place,
      (select name from programme.activity where programme_id = ${programmeId} limit 1) as activity`.execute(tx),
  )
  if (!rows[0]) throw new Error('nothing to take lists into')
  return rows[0]
}

const all = <Row>(of: (no: number) => Row): Row[] => Array.from({ length: count }, (_, no) => of(no))
const person = (no: number): [string, string] => [`見本 ${no}`, `ミホン ${no}`]
const inOneRun = 100

const listsOf = ({ place, activity, course }: Names): List[] => [
  {
    kind: 'people',
    what: 'people',
    most: 60,
    rows: [
      ['氏名', 'フリガナ', 'メール', '電話'],
      ...all((no) => [...person(no), `person${no}@example.jp`, `03-${String(no).padStart(4, '0')}-0000`]),
    ],
  },
  {
    kind: 'registrations',
    what: 'registrations',
    most: 120,
    rows: [['氏名', 'フリガナ', '登録日', '終了日'], ...all((no) => [...person(no), 'R3.4.1', 'R5.3.31'])],
  },
  {
    kind: 'courses',
    what: 'attendances, ten people at ten meetings of each run',
    most: 120,
    rows: [
      ['課程', '開催', '回', '開催日', '開始', '氏名', 'フリガナ', '出欠'],
      ...all((no) => {
        const [run, meeting] = [Math.floor(no / inOneRun), Math.floor(no / 10) % 10]
        const on = addDays(day('2015-04-01'), run * 20 + meeting)
        return [course, `第${run}期`, meeting + 1, on, '10:00', ...person(run * 10 + (no % 10)), '○']
      }),
    ],
  },
  {
    kind: 'visits',
    what: 'visits of past years, each by one of these people',
    most: 120,
    rows: [
      ['日付', '開始時刻', '場', '活動メニュー', '氏名', 'フリガナ'],
      ...all((no) => [
        addDays(day('2010-04-01'), no % 2_000),
        `${9 + Math.floor(no / 2_000)}:00`,
        place,
        activity,
        ...person(no),
      ]),
    ],
  },
]

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
  if (preview.status !== 200 || !done.includes(`${count}件`)) {
    const [, first] = (await (await ask(`${path}/failed?as=csv`)).text()).split('\n')
    throw new Error(`not every row of ${kind} was taken over: ${first}`)
  }
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

/** How much memory the process took at most beyond what it had, in megabytes. */
const growing = async <T>(work: () => Promise<T>): Promise<{ result: T; grown: number }> => {
  const before = process.memoryUsage.rss()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before)
  }, 5)
  try {
    return { result: await work(), grown: most / 1e6 }
  } finally {
    clearInterval(watch)
  }
}

/** A workbook of 60 kB that wants to become 60 MB: what the server grows by, and how long other pages wait. */
const hostileFile = async (ask: Ask): Promise<Figure[]> => {
  const bomb = packed([{ name: 'xl/workbook.xml', bytes: new Uint8Array(tableLimits.unpackedBytes + 1), claims: 9 }])
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const { result: refused, grown } = await growing(() => upload(ask, 'people', bomb))
  delay.disable()
  if (refused.status !== 422) throw new Error(`a hostile file was answered ${refused.status}`)
  return [
    {
      part: 'g',
      what: 'what a hostile file costs in memory while it is looked at',
      value: grown,
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
