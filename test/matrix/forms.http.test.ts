import { sql } from 'kysely'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Client } from '#test/client.ts'
import { followLinks, pagesOf } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { expectations } from './expectations.ts'
import { notTaken } from './forms-not-taken.ts'
import { isOwn, type PathParams } from './records.ts'
import { type Sending, sendingsIn } from './sendings.ts'
import { type Undoing, undoing } from './undone.ts'
import { now, openWorld, type World } from './world.ts'

/** A form that was taken, where it stood, and whom else it was taken from though it should not. */
interface Taken {
  page: string
  sending: Sending
  wrong: string[]
}

const routes = Object.entries(expectations).flatMap(([name, { outside }]) => {
  const pattern = name.replace(/^POST /, '')
  if (outside || pattern === name) return []
  const shape = new RegExp(`^${pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  return [{ name, shape, params: pattern.split(':').length }]
})

/** The route that an address leads to, the one with the fewest parameters first; and what its parameters are. */
const routeOf = (action: string): { name: string; path: PathParams } | null => {
  const address = action.split('?')[0] ?? ''
  const [route] = routes.filter(({ shape }) => shape.test(address)).toSorted((a, b) => a.params - b.params)
  return route ? { name: route.name, path: { ...route.shape.exec(address)?.groups } } : null
}

/** What is done, and stays, so that forms stand there which the sample has not. */
const stepsOn: [Role, string][] = [
  ['supporter', 'POST /pause'],
  ['supporter', 'POST /me/calendar'],
  ['supporter', 'POST /me/erasure'],
  ['coordinator', 'POST /supporters/:id/pause'],
  ['coordinator', 'POST /people/doubles/:oneId/:otherId/not-same'],
  ['coordinator', 'POST /people/:id/following'],
  ['coordinator', 'POST /people/:id/erasure-wish'],
  ['coordinator', 'POST /places/:id/close'],
  ['coordinator', 'POST /requests/:id/proposals'],
]

/** A session was used, a form was sent, a record was read: kept whatever the answer is. */
const keptAnyway = ['platform.session', 'platform.form_token', 'platform.audit_entry']

/**
 * Every form is taken from somebody who may send it; then everybody who may not sends the very same: so nobody is kept out only because what
 * they sent was no good.
 */
describeMainEngine('forms as they are filled in', (db) => {
  let world: World
  const undo: Undoing = {}
  const here = new Map<Role, Client>()
  const there = new Map<Role, Client>()
  const taken = new Map<string, Taken>()
  const clientOf = (role: Role, from = here): Client => {
    const client = from.get(role)
    if (!client) throw new Error(role)
    return client
  }
  beforeAll(async () => {
    world = await openWorld(db, undoing(db, undo))
    for (const role of roles) {
      here.set(role, await world.app.signedIn(world.here[role]))
      there.set(role, await world.app.signedIn(world.there[role]))
    }
  })

  /** What comes of it when those send it who may not. */
  const sentByOthers = async (by: Role, { action, fields }: Sending, name: string, path: PathParams) => {
    const wrong: string[] = []
    let written: string[] = []
    undo.told = (tables) => {
      written = tables
    }
    const send = async (who: string, client: Client, isIn = true) => {
      written = []
      const answer = await client.post(action, fields)
      const door = /^\/sign-in(\?|$)/.test(answer.headers.get('location') ?? '')
      if (isIn ? answer.status !== 404 : !door) wrong.push(`${who}: ${answer.status}`)
      const changed = written.filter((table) => !keptAnyway.includes(table))
      if (changed.length > 0) wrong.push(`${who} wrote to ${changed.join(', ')}`)
    }
    const expected = expectations[name]
    const of = expected?.of ?? null
    for (const role of roles) {
      const own = of === null || (await db.asPlatform((tx) => isOwn(tx, of, world.here[role], path)))
      const relation = of === null ? null : own ? 'own' : 'other'
      if (expected?.answer(role, relation) === 'nothing') await send(role, clientOf(role))
    }
    if (of !== null) await send(`${by} of elsewhere`, clientOf(by, there))
    await send('stranger', world.app.stranger(), false)
    undo.told = undefined
    return wrong
  }

  const tryForms = async (by: Role, page: string, html: string) => {
    for (const sending of sendingsIn(html, page)) {
      const route = routeOf(sending.action)
      if (!route || taken.has(route.name)) continue
      const { status } = await clientOf(by).post(sending.action, sending.fields)
      if (status !== 303 && status !== 200) continue
      taken.set(route.name, { page, sending, wrong: await sentByOthers(by, sending, route.name, route.path) })
    }
  }

  test.each(roles)(
    'the %s fills in those of the pages they reach',
    async (by) => {
      const { pages } = await followLinks(clientOf(by), await pagesOf(db, world.here[by]))
      for (const [page, html] of pages) await tryForms(by, page, html)
      expect(pages.size).toBeGreaterThan(20)
    },
    600_000,
  )

  test.each(stepsOn)('%s: %s, and fills in what stands there then', async (by, name) => {
    const form = taken.get(name)
    if (!form) throw new Error(`${name} was not taken`)
    undo.keeps = true
    const answer = await clientOf(by)
      .post(form.sending.action, form.sending.fields)
      .finally(() => vi.waitFor(async () => expect(await eventsOpen(db)).toBe(0), { timeout: 40_000 }))
      .finally(() => {
        undo.keeps = false
      })
    for (const page of [form.page, answer.headers.get('location') ?? form.page]) {
      await tryForms(by, page, await clientOf(by).read(page))
    }
    expect(answer.status).toBeLessThan(400)
  })

  test('each is taken from somebody, but for those that are known', () => {
    const known: readonly string[] = Object.values(notTaken).flat()
    const names = routes.map(({ name }) => name)
    expect(names.filter((name) => !taken.has(name) && !known.includes(name))).toEqual([])
    expect(known.filter((name) => !names.includes(name))).toEqual([])
    expect(taken.size).toBeGreaterThanOrEqual(160)
  })

  test.each(routes.map(({ name }) => name))('%s: taken from nobody who may not', (name) => {
    expect(taken.get(name)?.wrong ?? []).toEqual([])
  })

  test('nothing broke', () => expect(world.app.bugs).toEqual([]))
})

/** What other slices have not heard yet of what was done: they do their part afterwards. */
const eventsOpen = (db: OpenDatabase): Promise<number> =>
  db.asPlatform(async (tx) => {
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from platform.event where done_at is null and dead_at is null and created_at >= ${now}`.execute(
      tx,
    )
    return rows[0]?.open ?? 0
  })
