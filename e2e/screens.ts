import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { type Role, roles } from '#kernel/role.ts'
import { openBrowser, openWindow } from './browser.ts'
import { samplePeople, signInAs } from './people.ts'
import { demoDay } from './demo-day.ts'
import { type DemoServer, startDemo } from './server.ts'

interface Shot {
  name: string
  /** Null: nobody has signed in. */
  role: Role | null
  /** An address, or a question to the sample that gives the record's id; `$person` stands for who looks. */
  path: string
  id?: string
  widths: readonly (375 | 1280)[]
  furigana?: boolean
  /** A picture is cut here: nobody reads on below. */
  highest: number
}

const both = [1280, 375] as const
const startPages = roles.map(
  (role): Shot => ({ name: `${role}-start`, role, path: '/today', widths: both, highest: 1600 }),
)

// A request that looks for people, one of whom has said yes.
const answered = `select id from visits.request r where r.status = 'matching' and r.programme_id = 1
  order by exists (select from visits.proposal p where p.request_id = r.id and p.status = 'yes') desc, r.id limit 1`

const shots: readonly Shot[] = [
  { name: 'first', role: 'coordinator', path: '/today', widths: [1280], highest: 900 },
  { name: 'landing', role: null, path: '/', widths: both, highest: 1600 },
  ...startPages,
  {
    name: 'request',
    role: 'coordinator',
    path: '/requests/:id',
    id: answered,
    widths: both,
    highest: 2600,
  },
  {
    name: 'matching',
    role: 'coordinator',
    path: '/requests/:id/matching',
    id: answered,
    widths: both,
    highest: 2600,
  },
  {
    name: 'invitation',
    role: 'supporter',
    path: '/proposals/:id',
    id: "select id from visits.proposal where person_id = $person order by status <> 'sent', sent_at desc limit 1",
    widths: [375],
    furigana: true,
    highest: 2600,
  },
  {
    name: 'visit',
    role: 'supporter',
    path: '/visits/:id',
    id: `select v.id from visits.visit v join visits.participant p on p.visit_id = v.id and p.person_id = $person
      where v.status = 'confirmed' and p.left_at is null and v.starts_at > '${demoDay.toISOString()}' order by v.starts_at limit 1`,
    widths: both,
    highest: 2600,
  },
  { name: 'figures', role: 'officer', path: '/figures', widths: both, highest: 2600 },
  { name: 'sheet', role: 'supporter', path: '/sheet', widths: [375], highest: 2600 },
  { name: 'calendar', role: 'coordinator', path: '/calendar', widths: both, highest: 2600 },
]

/** `hitoba screens [name …]`: pictures of the demo for the documents, at the widths of a phone and of a desk. */
export const run = async (names: readonly string[]): Promise<number> => {
  const [server, browser] = await Promise.all([startDemo(), openBrowser()])
  const folder = join('docs', 'screens')
  mkdirSync(folder, { recursive: true })
  const missed: string[] = []
  try {
    for (const shot of shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
      for (const width of shot.widths) {
        const taken = await take(server, browser, shot, width, join(folder, `${shot.name}-${width}.png`))
        console.log(`${shot.name} ${width}: ${taken}`)
        if (taken !== 200) missed.push(`${shot.name} ${width}`)
      }
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  if (missed.length > 0) console.error(`No picture of ${missed.join(', ')}`)
  return missed.length === 0 ? 0 : 1
}

const take = async (
  server: DemoServer,
  browser: Browser,
  shot: Shot,
  width: 375 | 1280,
  path: string,
): Promise<number> => {
  const reader = { locale: 'ja', furigana: shot.furigana ?? false } as const
  const page = shot.role
    ? await signInAs(browser, server, shot.role, { width, reader })
    : await (await openWindow(browser, server.address, { width, reader })).newPage()
  try {
    const id = shot.id === undefined ? '' : await recordOf(server, shot.role, shot.id)
    const status = (await page.goto(shot.path.replace(':id', id)))?.status() ?? 0
    if (status === 200) await page.screenshot({ path, fullPage: true, clip: await upTo(page, width, shot.highest) })
    return status
  } finally {
    await page.context().close()
  }
}

const upTo = async (
  page: Page,
  width: number,
  highest: number,
): Promise<{ x: 0; y: 0; width: number; height: number }> => {
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
  return { x: 0, y: 0, width, height: Math.min(height, highest) }
}

const recordOf = async (server: DemoServer, role: Role | null, question: string): Promise<string> => {
  const person = (role && (await samplePeople(server, role))[0]?.personId) ?? ''
  const text = question.replaceAll('$person', `'${person}'::uuid`)
  const { rows } = await server.services.db.asPlatform((tx) => sql<{ id: string }>`${sql.raw(text)}`.execute(tx))
  return rows[0]?.id ?? 'none'
}
