import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Tx } from '#platform/db/index.ts'
import type { Client } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'
import { findRecord, type RecordKind } from './records.ts'
import { now, openWorld, type World } from './world.ts'

/** What ends, ends with the next request: the same cookie, the same address. */
describeEngines('a relation that has ended', (db) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(db)
  })

  const ownPath = async (who: 'companion' | 'supporter' | 'host', kind: RecordKind, path: (id: string) => string) => {
    const record = await db.asPlatform((tx) => findRecord(tx, kind, world.here[who], 'own'))
    return path(record?.['id'] ?? 'none')
  }
  const statusBeforeAndAfter = async (client: Client, path: string, end: (tx: Tx) => Promise<unknown>) => {
    const before = (await client.get(path)).status
    await db.asPlatform(end)
    return [before, (await client.get(path)).status]
  }

  test('following somebody: their address is no longer reached', async () => {
    const { companion } = world.here
    const client = await world.app.signedIn(companion)
    const path = await ownPath('companion', 'person', (id) => `/people/${id}/contact`)
    const end = (tx: Tx) =>
      sql`update people.following set to_at = ${now} where staff_id = ${companion.personId}`.execute(tx)
    expect(await statusBeforeAndAfter(client, path, end)).toEqual([200, 404])
  })

  test('going along with a visit: it is not found any more', async () => {
    const { companion } = world.here
    const client = await world.app.signedIn(companion)
    const path = await ownPath('companion', 'accompanied', (id) => `/visits/${id}`)
    const end = (tx: Tx) =>
      sql`update visits.participant set left_at = ${now} where person_id = ${companion.personId}`.execute(tx)
    expect(await statusBeforeAndAfter(client, path, end)).toEqual([200, 404])
  })

  test('speaking for a place: its requests are gone when another place is theirs', async () => {
    const { host } = world.here
    const client = await world.app.signedIn(host)
    const path = await ownPath('host', 'request', (id) => `/requests/${id}`)
    const end = (tx: Tx) =>
      sql`update platform.membership set place_id = (select p.id from places.place p
          where p.programme_id = ${host.programmeId} and p.id <> ${host.placeId} limit 1)
        where id = ${host.membershipId}`.execute(tx)
    expect(await statusBeforeAndAfter(client, path, end)).toEqual([200, 404])
  })

  test.each(['supporter', 'coordinator', 'officer', 'admin'] as const)(
    'the role of the %s: the session is over',
    async (role) => {
      const member = world.here[role]
      const client = await world.app.signedIn(member)
      const end = (tx: Tx) =>
        sql`update platform.membership set ended_at = ${now} where id = ${member.membershipId}`.execute(tx)
      const [before, after] = await statusBeforeAndAfter(client, '/today', end)
      expect([before, after]).toEqual([200, 303])
      expect((await client.get('/today')).headers.get('location')).toMatch(/^\/sign-in/)
    },
  )

  test('no page hid a bug', () => expect(world.app.bugs).toEqual([]))
})
