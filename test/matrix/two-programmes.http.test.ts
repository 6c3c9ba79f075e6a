import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Client } from '#test/client.ts'
import { leadsToFile, linksIn, pagesOf, settled } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { readAnswer } from './read-answer.ts'
import { undoing } from './undone.ts'
import { openWorld, type World } from './world.ts'

describeMainEngine('two programmes beside each other', (db) => {
  let world: World
  let clients: Record<string, Client>
  beforeAll(async () => {
    world = await openWorld(db, undoing(db))
    clients = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await world.app.signedIn(world.here[role])])),
    )
  })
  const clientOf = (role: string): Client => {
    const client = clients[role]
    if (!client) throw new Error(role)
    return client
  }

  test('no page, list or count changes when the other programme is gone', async () => {
    const before = await allPages(db, world, clientOf)
    expect(before.size).toBeGreaterThan(500)
    await removeProgramme(db, world.there.admin.programmeId)
    const after = await allPages(db, world, clientOf)
    const changed = [...before].filter(([page, html]) => after.get(page) !== html).map(([page]) => page)
    expect(changed).toEqual([])
    // Every page of every role, twice, the printed ones too.
  }, 180_000)
})

/** Every page of every role, and what can be taken along from it. */
const allPages = async (db: OpenDatabase, world: World, clientOf: (role: string) => Client) => {
  const pages = new Map<string, string>()
  for (const role of roles) {
    const waiting = await pagesOf(db, world.here[role])
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (pages.has(`${role} ${path}`)) continue
      const answer = await clientOf(role).get(path)
      const { kind, words } = await readAnswer(answer)
      pages.set(`${role} ${path}`, settled(`${answer.status} ${kind} ${words}`))
      if (kind === 'page') waiting.push(...linksIn(words).filter(leadsToFile))
    }
  }
  return pages
}

const removeProgramme = (db: OpenDatabase, programmeId: number): Promise<void> =>
  db.asPlatform(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows } = await sql<{ table: string }>`
      select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'programme_id')`.execute(
      tx,
    )
    for (const { table } of rows)
      await sql`delete from ${sql.table(table)} where programme_id = ${programmeId}`.execute(tx)
  })
