import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Client } from '#test/client.ts'
import { linksIn, uuidsIn } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { openWorld, type World } from './world.ts'

/** How many pages of one kind are looked at. */
const ofEachKind = 4

interface Seen {
  /** Links that lead nowhere, or to an error, and the page they stand on. */
  broken: string[]
  pages: Map<string, string>
}

describeMainEngine('whoever follows the links', (db) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(db)
  })

  test.each(roles)('as %s, finds a page behind each', async (role) => {
    const seen = await walk(await world.app.signedIn(world.here[role]))
    expect(seen.broken).toEqual([])
    expect(seen.pages.size).toBeGreaterThan(5)
    expect(world.app.bugs).toEqual([])
  })

  const strangersToPeople: Role[] = ['officer', 'admin', 'seeker', 'trainee', 'group']
  test.each(strangersToPeople)('as %s, meets no supporter’s name, telephone or mail address', async (role) => {
    const secrets = await saidOfSupporters(db, world)
    expect(secrets.length).toBeGreaterThan(20)
    const { pages } = await walk(await world.app.signedIn(world.here[role]))
    expect(foundIn(pages, secrets)).toEqual([])
  })

  test('as a place, meets no telephone or mail address, and no name of those who never came', async () => {
    const { placeId } = world.here.host
    const visitors = await visitorsOf(db, placeId ?? '')
    const secrets = (await saidOfSupporters(db, world)).filter(
      ({ kind, personId }) => kind !== 'name' || !visitors.includes(personId),
    )
    const { pages } = await walk(await world.app.signedIn(world.here.host))
    expect(foundIn(pages, secrets)).toEqual([])
  })

  test('as a supporter, meets nobody else’s telephone or mail address', async () => {
    const { personId } = world.here.supporter
    const secrets = (await saidOfSupporters(db, world)).filter(
      (one) => one.kind !== 'name' && one.personId !== personId,
    )
    const { pages } = await walk(await world.app.signedIn(world.here.supporter))
    expect(foundIn(pages, secrets)).toEqual([])
  })
})

const walk = async (client: Client): Promise<Seen> => {
  const seen: Seen = { broken: [], pages: new Map() }
  const waiting: [path: string, from: string][] = [['/today', '']]
  const asked = new Set<string>()
  const kinds = new Map<string, number>()
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [path, from] = next
    if (asked.has(path) || tooMany(kinds, path)) continue
    asked.add(path)
    const answer = await client.get(path)
    const body = await answer.text()
    if (answer.status >= 400) seen.broken.push(`${path} on ${from}: ${answer.status}`)
    seen.pages.set(path, body)
    const location = answer.headers.get('location')
    const found = [...linksIn(body), ...(location?.startsWith('/') ? [location] : [])]
    waiting.push(...found.map((link): [string, string] => [link, path]))
  }
  return seen
}

/** Pages that differ only in identifiers and numbers are of one kind. */
const tooMany = (kinds: Map<string, number>, path: string): boolean => {
  const kind = uuidsIn(path)
    .reduce((text, id) => text.replaceAll(id, ':id'), path)
    .replaceAll(/\d+/g, 'n')
  const count = kinds.get(kind) ?? 0
  kinds.set(kind, count + 1)
  return count >= ofEachKind
}

interface Secret {
  kind: 'name' | 'reached'
  text: string
  personId: string
}

/** What would point at a supporter. Made unlike anything else first. */
const saidOfSupporters = (db: OpenDatabase, world: World): Promise<Secret[]> =>
  db.asPlatform(async (tx) => {
    const people = await tx
      .selectFrom('registration.supporter as s')
      .innerJoin('people.person as p', (on) =>
        on.onRef('p.programme_id', '=', 's.programme_id').onRef('p.id', '=', 's.person_id'),
      )
      .select(['p.id', 'p.name', 'p.email'])
      .where('s.programme_id', '=', world.here.supporter.programmeId)
      .execute()
    return people.flatMap(({ id, name, email }) => [
      { kind: 'name' as const, text: name, personId: id },
      ...(email ? [{ kind: 'reached' as const, text: email, personId: id }] : []),
    ])
  })

const foundIn = (pages: Map<string, string>, secrets: readonly Secret[]): string[] =>
  [...pages].flatMap(([path, body]) =>
    secrets.filter(({ text }) => body.includes(text)).map(({ text }) => `${path}: ${text}`),
  )

const visitorsOf = (db: OpenDatabase, placeId: string): Promise<string[]> =>
  db.asPlatform(async (tx) => {
    const rows = await tx
      .selectFrom('visits.participant as p')
      .innerJoin('visits.visit as v', 'v.id', 'p.visit_id')
      .select('p.person_id')
      .distinct()
      .where('v.place_id', '=', placeId)
      .execute()
    return rows.map((row) => row.person_id)
  })
