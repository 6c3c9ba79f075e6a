import { sql } from 'kysely'
import type { Database, OpenDatabase, Tx } from '#platform/db/index.ts'

class Undone extends Error {}

/** How many rows of each table a connection has written since it last told the server. */
type Written = ReadonlyMap<string, number>

/** May be changed on the way: it is read anew for each request. */
export interface Undoing {
  /** Hears which tables a request wrote to, even where it took that back itself. */
  told?: ((tables: string[]) => void) | undefined
  /** Whether what is done now stays after all. */
  keeps?: boolean
}

/** The same database, on which nothing that is done stays: so every route can be asked by everybody, in any order. */
export const undoing = (db: OpenDatabase, how: Undoing = {}): OpenDatabase => {
  const asPlatform: Database['asPlatform'] = async (work) => {
    let value: Awaited<ReturnType<typeof work>> | undefined
    try {
      await db.asPlatform(async (tx) => {
        value = await work(tx)
        throw new Undone()
      })
    } catch (error) {
      if (!(error instanceof Undone)) throw error
    }
    return value as Awaited<ReturnType<typeof work>>
  }
  const beginRequest: Database['beginRequest'] = async () => {
    const request = await db.beginRequest()
    const { told } = how
    const before = told ? await writtenOn(request.tx) : null
    const commit = async () => {
      if (told && before) {
        await request.leave()
        const after = await writtenOn(request.tx)
        told([...after].flatMap(([table, rows]) => (rows === (before.get(table) ?? 0) ? [] : [table])))
      }
      return how.keeps ? request.commit() : request.rollback()
    }
    return { ...request, commit }
  }
  return new Proxy(db, {
    get: (target, key) =>
      key === 'asPlatform' ? asPlatform : key === 'beginRequest' ? beginRequest : Reflect.get(target, key),
  })
}

const writtenOn = async (tx: Tx): Promise<Written> => {
  const { rows } = await sql<{ table: string; rows: string }>`
    select c.oid::regclass::text as table, n.rows::text as rows
    from pg_class c, lateral (select pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
      + pg_stat_get_xact_tuples_deleted(c.oid) as rows) n
    where c.relkind in ('r', 'p') and c.relnamespace <> 'pg_catalog'::regnamespace and n.rows > 0`.execute(tx)
  return new Map(rows.map((row) => [row.table, Number(row.rows)]))
}
