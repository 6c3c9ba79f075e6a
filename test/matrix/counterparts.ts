import { sql } from 'kysely'
import type { OpenDatabase } from '#platform/db/index.ts'
import { uuidsIn } from './crawl.ts'
import type { World } from './world.ts'

/** What belongs to the other programme. */
export interface Strangers {
  /** For every identifier of a record here, one of a record there in the same table. */
  of: ReadonlyMap<string, string>
  /** All identifiers of records there, and of none here. */
  all: ReadonlySet<string>
  /** Names of people, places and activities there, without the mark that they bear. */
  names: readonly string[]
}

export const strangersOf = (db: OpenDatabase, world: World): Promise<Strangers> =>
  db.asPlatform(async (tx) => {
    const { rows: columns } = await sql<{ table: string; column: string }>`
      select n.nspname || '.' || c.relname as table, a.attname::text as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)
      where a.atttypid = 'uuid'::regtype and c.relkind = 'r'
        and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'programme_id')`.execute(tx)
    const idsOf = async (table: string, column: string, programmeId: number) => {
      const { rows } = await sql<{ id: string }>`select distinct ${sql.ref(column)}::text as id
        from ${sql.table(table)} where programme_id = ${programmeId} order by 1`.execute(tx)
      return rows.map(({ id }) => id)
    }
    const of = new Map<string, string>()
    const all = new Set<string>()
    const own = new Set<string>()
    for (const { table, column } of columns) {
      const there = await idsOf(table, column, world.there.admin.programmeId)
      const here = await idsOf(table, column, world.here.admin.programmeId)
      for (const id of there) all.add(id)
      here.forEach((id, at) => {
        own.add(id)
        const stranger = there[at % Math.max(1, there.length)]
        if (stranger !== undefined && !of.has(id)) of.set(id, stranger)
      })
    }
    for (const id of own) all.delete(id)
    const { rows: named } = await sql<{ name: string }>`
      (select name from people.person where programme_id = ${world.there.admin.programmeId} order by id limit 3)
      union all (select name from places.place where programme_id = ${world.there.admin.programmeId} order by id limit 3)
      union all (select name from programme.activity where programme_id = ${world.there.admin.programmeId} order by id limit 3)`.execute(
      tx,
    )
    return { of, all, names: named.map(({ name }) => name.replaceAll(world.foreignMark, '')) }
  })

/** The text with one identifier of here replaced by one of the same table there, for each identifier in it. */
export const swaps = (text: string, strangers: Strangers): string[] =>
  uuidsIn(text).flatMap((id) => {
    const stranger = strangers.of.get(id)
    return stranger === undefined ? [] : [text.replaceAll(id, stranger)]
  })
