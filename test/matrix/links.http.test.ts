import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { followLinks, pagesOf } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { openWorld, type World } from './world.ts'

describeMainEngine('whoever follows the links', (db) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(db)
  })

  test.each(roles)('as %s, finds a page behind each', async (role) => {
    const client = await world.app.signedIn(world.here[role])
    const seen = await followLinks(client, ['/today', ...(await pagesOf(db, world.here[role]))])
    expect(seen.broken).toEqual([])
    expect(seen.pages.size).toBeGreaterThan(5)
    expect(world.app.bugs).toEqual([])
  })

  test('as nobody in particular, finds a page behind each', async () => {
    const seen = await followLinks(world.app.stranger(), ['/'])
    expect(seen.broken).toEqual([])
    expect([...seen.pages.keys()].filter((path) => /^\/courses\/\d+\/[0-9a-f-]{36}$/.test(path))).not.toEqual([])
    expect(world.app.bugs).toEqual([])
  })

  const strangersToPeople: Role[] = ['officer', 'admin', 'seeker', 'trainee', 'group']
  test.each(strangersToPeople)('as %s, meets no supporter’s name, telephone or mail address', async (role) => {
    const { personId } = world.here[role]
    // Somebody who has begun to register is one of them, and reads their own name.
    const secrets = (await saidOfSupporters(db, world)).filter((one) => one.personId !== personId)
    expect(secrets.length).toBeGreaterThan(20)
    const { pages } = await followLinks(await world.app.signedIn(world.here[role]), ['/today'])
    expect(foundIn(pages, secrets)).toEqual([])
  })

  test('as a place, meets no telephone or mail address, and no name of those who never came', async () => {
    const { placeId } = world.here.host
    const visitors = await visitorsOf(db, placeId ?? '')
    const secrets = (await saidOfSupporters(db, world)).filter(
      ({ kind, personId }) => kind !== 'name' || !visitors.includes(personId),
    )
    const { pages } = await followLinks(await world.app.signedIn(world.here.host), ['/today'])
    expect(foundIn(pages, secrets)).toEqual([])
  })

  test('as a supporter, meets nobody else’s telephone or mail address', async () => {
    const { personId } = world.here.supporter
    const secrets = (await saidOfSupporters(db, world)).filter(
      (one) => one.kind !== 'name' && one.personId !== personId,
    )
    const { pages } = await followLinks(await world.app.signedIn(world.here.supporter), ['/today'])
    expect(foundIn(pages, secrets)).toEqual([])
  })
})

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
