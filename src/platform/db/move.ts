import { sql } from 'kysely'
import { inKeyOrder, readTables, type Table } from './catalog.ts'
import type { Database } from './index.ts'
import { migrate } from './migrate.ts'
import { runScript, type Tx } from './tx.ts'

const rowsAtOnce = 200

/** The target cannot take a programme; nothing was written. */
export class MoveRefused extends Error {
  override name = 'MoveRefused'
}

/** Copies everything into an empty database, with the same identifiers, in one transaction. Gives the rows of each table. */
export const move = async (source: Database, target: Database): Promise<Record<string, number>> => {
  await target.asPlatform(mustBeEmpty)
  await migrate(source)
  await migrate(target)
  return source.asPlatform((from) => copyAll(from, target))
}

const copyAll = async (from: Tx, target: Database): Promise<Record<string, number>> => {
  const tables = inKeyOrder(await readTables(from))
  return target.asPlatform(async (to) => {
    // A row may point at a later one of its own table: those keys can wait for the end.
    await runScript(to, 'set local statement_timeout = 0; set constraints all deferred')
    const counts: Record<string, number> = {}
    for (const table of tables) {
      await copyRows(from, to, table)
      await continueCounting(to, table)
      counts[table.name] = await sameCount(from, to, table)
    }
    return counts
  })
}

// The rows travel as the text the source made of them: no value passes through JavaScript, where it could change.
const copyRows = async (from: Tx, to: Tx, table: Table): Promise<void> => {
  const target = sql.table(table.name)
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  await sql`declare pages no scroll cursor for select row_to_json(t)::text as row from ${target} t`.execute(from)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsAtOnce)} from pages`.execute(from)
    if (rows.length === 0) break
    const text = `[${rows.map(({ row }) => row).join(',')}]`
    await sql`insert into ${target} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${target}, ${text}::json)`.execute(to)
  }
  await sql`close pages`.execute(from)
}

const continueCounting = async (to: Tx, table: Table): Promise<void> => {
  for (const column of table.counted) {
    await sql`select setval(pg_get_serial_sequence(${table.name}, ${column}), max(${sql.ref(column)}))
      from ${sql.table(table.name)} having max(${sql.ref(column)}) is not null`.execute(to)
  }
}

const sameCount = async (from: Tx, to: Tx, table: Table): Promise<number> => {
  const [before, after] = [await countOf(from, table.name), await countOf(to, table.name)]
  if (before !== after) throw new Error(`${table.name}: ${before} rows there, ${after} here; nothing was kept`)
  return after
}

const countOf = async (tx: Tx, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
  return rows[0]?.n ?? 0
}

const mustBeEmpty = async (tx: Tx): Promise<void> => {
  for (const { name } of await readTables(tx)) {
    if ((await countOf(tx, name)) > 0) throw new MoveRefused(notEmpty(name))
  }
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'
    and tablename <> 'hitoba_migration'`.execute(tx)
  if (rows[0]) throw new MoveRefused(notEmpty(`public.${rows[0].name}`))
}

const notEmpty = (table: string): string =>
  `移す先のデータベースは空ではありません（${table}）。何も書き込んでいません。空のデータベースを用意してください。\nThe target database is not empty (${table}). Nothing was written. Give an empty one.`
