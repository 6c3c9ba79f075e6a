import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Client } from '#test/client.ts'
import { formsIn, linksIn, pagesOf, settled, uuidsIn } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { undoing } from './undone.ts'
import { openWorld, type World } from './world.ts'

describeMainEngine('two programmes beside each other', (db) => {
  let world: World
  let clients: Record<string, Client>
  let strangers: Map<string, string>
  beforeAll(async () => {
    world = await openWorld(db, undoing(db))
    clients = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await world.app.signedIn(world.here[role])])),
    )
    strangers = await counterparts(db, world)
  })
  const clientOf = (role: string): Client => {
    const client = clients[role]
    if (!client) throw new Error(role)
    return client
  }

  describe('identifiers of the other programme in forms, addresses and questions', () => {
    test.each(roles)('bring nothing foreign to the %s', async (role) => {
      const client = clientOf(role)
      const wrong: string[] = []
      let tried = 0
      const judge = async (what: string, answer: Response) => {
        tried += 1
        const body = await answer.text()
        if (answer.status >= 500) wrong.push(`${what}: ${answer.status} ${String(world.app.bugs.at(-1))}`)
        if (body.includes(world.foreignMark)) wrong.push(`${what}: words of the other programme`)
      }
      for (const page of await pagesOf(db, world.here[role])) {
        const html = await client.read(page)
        for (const link of linksIn(html)) {
          for (const swapped of swaps(link, strangers)) await judge(`GET ${swapped}`, await client.get(swapped))
        }
        for (const form of formsIn(html, page)) {
          for (const [name, value] of form.fields) {
            for (const swapped of swaps(value, strangers)) {
              const fields = {
                ...Object.fromEntries(form.fields.filter(([other]) => other !== '_token')),
                [name]: swapped,
              }
              const asked = `${form.action}?${new URLSearchParams(fields).toString()}`
              const answer = form.method === 'get' ? client.get(asked) : client.post(form.action, fields)
              await judge(`${form.method} ${form.action} ${name}`, await answer)
            }
          }
        }
      }
      expect(wrong.join('\n')).toBe('')
      expect(tried, 'identifiers were tried').toBeGreaterThanOrEqual(0)
    })
  })

  test('no page, list or count changes when the other programme is gone', async () => {
    const before = await allPages(db, world, clientOf)
    expect(before.size).toBeGreaterThan(50)
    await removeProgramme(db, world.there.admin.programmeId)
    const after = await allPages(db, world, clientOf)
    const changed = [...before].filter(([page, html]) => after.get(page) !== html).map(([page]) => page)
    expect(changed).toEqual([])
    // Every page of every role, twice, the printed ones too.
  }, 180_000)
})

const allPages = async (db: OpenDatabase, world: World, clientOf: (role: string) => Client) => {
  const pages = new Map<string, string>()
  for (const role of roles) {
    for (const page of await pagesOf(db, world.here[role])) {
      const answer = await clientOf(role).get(page)
      const body = await answer.text()
      const isText = /^text\/(html|csv|calendar)/.test(answer.headers.get('content-type') ?? '')
      // A workbook is packed with the time of its making in it.
      pages.set(`${role} ${page}`, isText ? settled(body) : `${answer.status} ${answer.headers.get('content-type')}`)
    }
  }
  return pages
}

/** The text with one identifier of here replaced by one of the same table there, for each identifier in it. */
const swaps = (text: string, strangers: Map<string, string>): string[] =>
  uuidsIn(text).flatMap((id) => {
    const stranger = strangers.get(id)
    return stranger === undefined ? [] : [text.replace(id, stranger)]
  })

/** For every identifier of a record here, one of a record there in the same table. */
const counterparts = (db: OpenDatabase, world: World): Promise<Map<string, string>> =>
  db.asPlatform(async (tx) => {
    const { rows: columns } = await sql<{ table: string; column: string }>`
      select n.nspname || '.' || c.relname as table, a.attname::text as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)
      where a.atttypid = 'uuid'::regtype and c.relkind = 'r'
        and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'programme_id')`.execute(tx)
    const pairs = new Map<string, string>()
    for (const { table, column } of columns) {
      const idsOf = async (programmeId: number) =>
        (
          await sql<{ id: string }>`select distinct ${sql.ref(column)}::text as id
            from ${sql.table(table)} where programme_id = ${programmeId} order by 1`.execute(tx)
        ).rows.map(({ id }) => id)
      const there = await idsOf(world.there.admin.programmeId)
      const here = await idsOf(world.here.admin.programmeId)
      here.forEach((id, at) => {
        const stranger = there[at % Math.max(1, there.length)]
        if (stranger !== undefined && !pairs.has(id)) pairs.set(id, stranger)
      })
    }
    return pairs
  })

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
