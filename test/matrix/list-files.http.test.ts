import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { isStaff, roles, staffRoles } from '#kernel/role.ts'
import { readCsv } from '#platform/documents/csv.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { readWorkbook } from '#test/documents/read-workbook.ts'
import { linksIn } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { expectations } from './expectations.ts'
import { findRecord } from './records.ts'
import { openWorld, type World } from './world.ts'

/** Every page that lists records for staff: each can be taken along as CSV and as a workbook. */
const lists = [
  '/audit',
  '/dead-letters',
  '/fee-offices',
  '/figures/:year/rows',
  '/follow-ups',
  '/members',
  '/menu',
  '/not-heard-from',
  '/people',
  '/places',
  '/practicum-offers',
  '/practicums',
  '/register',
  '/registrations',
  '/renewals',
  '/requests',
  '/supporters',
  '/training',
  '/training/calls',
  '/training/ceremonies',
  '/training/ceremonies/:id',
  '/training/courses',
  '/training/figures',
  '/training/readiness',
  '/training/runs/:id/certificates',
  '/training/runs/:id/selection',
  '/training/tasters',
  '/training/tasters/:id',
  '/visits',
]

/** Two tables with a file of another shape, at an address of its own. */
const withOwnFile: Record<string, string> = {
  '/figures': '/figures/2026/csv',
  '/training/runs/:id/attendance': '/training/runs/:id/attendance/csv',
}

/** The other pages without a record: why there is nothing to take along. */
const noList = {
  'one’s own': [
    '/inbox',
    '/me',
    '/me/calendar',
    '/me/contact',
    '/me/erasure',
    '/me/merges',
    '/me/looked',
    '/me/record',
    '/me/record.xlsx',
    '/today',
  ],
  'a form': [
    '/documents',
    '/documents/:name/check',
    '/documents/:name/template',
    '/follow-ups/new',
    '/members/new',
    '/menu/new',
    '/people/new',
    '/places/import',
    '/places/new',
    '/plan',
    '/plan/:year',
    '/practicum-offers/new',
    '/requests/new',
    '/settings',
    '/supporters/new',
    '/training/courses/new',
    '/training/tasters/new',
    '/training/wordings',
  ],
  'the visits once more': ['/calendar'],
  'lists that are being brought in': ['/intake', '/intake/new/:kind', '/intake/new/:kind/blank'],
  'words that were lent to one reader': ['/story-drafts'],
  'a draft that is changed by hand, and becomes visits': ['/board'],
  'pairs to be looked at one by one': ['/people/doubles'],
  'a file': [
    '/documents/:name/sample',
    '/documents/:name/template.typ',
    '/figures/:year/csv',
    '/figures/:year/xlsx',
    '/register.pdf',
  ],
}

const reads = (path: string) =>
  staffRoles.filter((role) => {
    const expected = expectations[`GET ${path}`]
    return expected?.answer(role, expected.of === null ? null : 'own') === 'in'
  })

describeMainEngine('lists as files', (db) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(db)
  })

  test('every page of the staff is a list with files, or is known to be none', () => {
    const known = [...lists, ...Object.keys(withOwnFile), ...Object.values(noList).flat()]
    const pages = Object.entries(expectations)
      .filter(([route, { of, outside }]) => route.startsWith('GET ') && of === null && !outside)
      .map(([route]) => route.slice('GET '.length))
      .filter((path) => reads(path).length > 0)
    expect(pages.filter((path) => !known.includes(path))).toEqual([])
    expect(known.filter((path) => !(`GET ${path}` in expectations))).toEqual([])
  })

  test.each(lists)('%s: the same for each of the staff who read it; for nobody else', async (path) => {
    const readers = reads(path)
    expect(readers).not.toEqual([])
    for (const role of roles) {
      const expected = expectations[`GET ${path}`]
      if (expected?.answer(role, expected.of === null ? null : 'own') !== 'in') continue
      const client = await world.app.signedIn(world.here[role])
      const address = await addressOf(db, world, path, role)
      const links = linksIn(await client.read(address)).filter((link) => /[?&]as=/.test(link))
      if (!isStaff(role)) {
        expect(links).toEqual([])
        continue
      }
      expect(links.map((link) => link.split('as=')[1])).toEqual(['csv', 'xlsx'])
      const [csv, xlsx] = await Promise.all(links.map(async (link) => (await client.get(link)).arrayBuffer()))
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv)
      expect(text.startsWith('\ufeff')).toBe(true)
      expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
      const rows = readCsv(new Uint8Array(csv ?? []))
      const sheet = (await readWorkbook(xlsx ?? new Uint8Array()))[0]?.rows ?? []
      const cells = sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
      expect(cells.filter(beforeThis)).toEqual(rows.filter(beforeThis))
      expect((await client.get(`${address}?as=pdf`)).status).toBe(404)
    }
  })

  test('that a list was taken along is noted', async () => {
    const client = await world.app.signedIn(world.here.coordinator)
    await client.get('/people?as=csv')
    const taken = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['action', 'object_kind as kind', 'actor_role as role'])
        .where('programme_id', '=', world.here.coordinator.programmeId)
        .orderBy('seq', 'desc')
        .executeTakeFirst(),
    )
    expect(taken).toEqual({ action: 'export', kind: 'people.person', role: 'coordinator' })
  })

  // The trail itself says who of the staff acted; they know what they did.
  test.each(lists.filter((path) => path !== '/audit'))(
    '%s: each person whom the file names reads that it was taken, and nobody else',
    async (path) => {
      for (const role of reads(path)) {
        const client = await world.app.signedIn(world.here[role])
        const before = (await toldSince(db, world, 0)).last
        const file = await client.read(`${await addressOf(db, world, path, role)}?as=csv`)
        const { told } = await toldSince(db, world, before)
        const isNamed = ({ id, name }: Named): boolean => file.includes(name) || file.includes(id)
        const people = await peopleOf(db, world)
        expect(people.filter(isNamed).filter(({ name }) => !told.some((one) => one.name === name))).toEqual([])
        expect(told.filter((one) => !isNamed(one))).toEqual([])
      }
    },
  )

  test('they read it among those who looked at their record; the trail says it once', async () => {
    const { coordinator, supporter, admin } = world.here
    await (await world.app.signedIn(coordinator)).get('/people?as=xlsx')
    const looked = await (await world.app.signedIn(supporter)).read('/me/looked')
    expect(looked).toContain('あなたの名前がある一覧を、ファイルにして取り出しました')
    const trail = await (await world.app.signedIn(admin)).read('/audit')
    expect(trail).not.toContain('named_in_export')
  })

  test('a file holds what was searched for, from all pages of the list', async () => {
    const client = await world.app.signedIn(world.here.coordinator)
    const all = readCsv(new TextEncoder().encode(await client.read('/people?as=csv&page=2')))
    expect(all.length).toBeGreaterThan(51)
    const name = all[1]?.[0] ?? ''
    const found = readCsv(new TextEncoder().encode(await client.read(`/people?as=csv&q=${encodeURIComponent(name)}`)))
    expect(found.length).toBeLessThan(all.length)
    expect(found.flat()).toContain(name)
  })
})

// That the trail itself is taken along is noted in the trail.
const beforeThis = (row: readonly string[]): boolean =>
  !row.some((cell) => cell.endsWith('platform.audit_entry export'))

interface Named {
  id: string
  name: string
}

// Names that say nothing else: one letter stands in many words.
const peopleOf = (db: OpenDatabase, { here }: World): Promise<Named[]> =>
  db.asPlatform((tx) =>
    tx
      .selectFrom('people.person')
      .select(['id', 'name'])
      .where('programme_id', '=', here.coordinator.programmeId)
      .where('erased_at', 'is', null)
      .where(sql<boolean>`length(name) > 3`)
      .execute(),
  )

/** Who was told after this entry that a list names them, and the newest entry. */
const toldSince = async (db: OpenDatabase, { here }: World, seq: number): Promise<{ told: Named[]; last: number }> => {
  const { programmeId } = here.coordinator
  const entries = await db.asPlatform((tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['seq', 'action', 'subject_id'])
      .where('programme_id', '=', programmeId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .execute(),
  )
  const ids = entries.flatMap((one) => (one.action === 'named_in_export' ? (one.subject_id ?? []) : []))
  const told = await db.asPlatform((tx) =>
    tx
      .selectFrom('people.person')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(ids), randomUUID()])
      .execute(),
  )
  return { told, last: entries.at(-1)?.seq ?? 0 }
}

const addressOf = async (
  db: OpenDatabase,
  world: World,
  path: string,
  role: (typeof roles)[number],
): Promise<string> => {
  const expected = expectations[`GET ${path}`]
  const { of } = expected ?? { of: null }
  const params = of === null ? {} : await db.asPlatform((tx) => findRecord(tx, of, world.here[role], 'own'))
  return path.replaceAll(/:(\w+)/g, (_, name: string) => params?.[name] ?? expected?.fixed?.[name] ?? '')
}
