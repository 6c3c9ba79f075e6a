import { sql } from 'kysely'
import type { Database } from './index.ts'

interface Column {
  schema: string
  table: string
  column: string
  type: string
  nullable: boolean
  filled: 'always' | 'default' | 'no'
}

/** The Kysely types of every table outside public and pgboss, as the text of schema.ts. */
export const typesOf = async (db: Database): Promise<string> => fileOf(await db.asPlatform(readColumns))

const readColumns = async (tx: Parameters<Parameters<Database['asPlatform']>[0]>[0]): Promise<Column[]> => {
  const { rows } = await sql<Column>`
    select n.nspname as schema, c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
      not a.attnotnull as nullable,
      case when a.attgenerated <> '' or a.attidentity = 'a' then 'always' when a.atthasdef or a.attidentity <> '' then 'default' else 'no' end as filled
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('public', 'pgboss', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1, 2, a.attnum`.execute(tx)
  return rows
}

const base: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  numeric: 'string',
  date: 'CalendarDay',
  'timestamp with time zone': 'Date',
  tstzrange: 'string',
  bytea: 'Bytes',
  jsonb: 'Json',
}

const scalarOf = (type: string): string => {
  const found = base[type]
  if (!found) throw new Error(`no TypeScript type is known for ${type}: add one to generate-types.ts`)
  return found
}

const valueOf = (type: string): string => (type.endsWith('[]') ? `${scalarOf(type.slice(0, -2))}[]` : scalarOf(type))

const typeOf = (column: Column): string => {
  const value = valueOf(column.type)
  const type = column.nullable ? `${value} | null` : value
  if (column.filled === 'always') return `GeneratedAlways<${type}>`
  return column.filled === 'default' ? `Generated<${type}>` : type
}

const nameOf = (table: string): string =>
  table.replace(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())

const fileOf = (columns: readonly Column[]): string => {
  const tables = Map.groupBy(columns, (column) => `${column.schema}.${column.table}`)
  const bodies = [...tables].map(
    ([table, own]) =>
      `export interface ${nameOf(table)}Table {\n${own.map((column) => `  ${column.column}: ${typeOf(column)}`).join('\n')}\n}\n`,
  )
  const index = [...tables.keys()].map((table) => `  '${table}': ${nameOf(table)}Table`)
  return `${head}\n${bodies.join('\n')}\nexport interface DB {\n${index.join('\n')}\n}\n`
}

const head = `// Written by \`bin/hitoba db types\` from the migrations. Not edited by hand.
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'

/** Read as a value; written as text (JSON.stringify), which means the same on both engines. */
export type Json = ColumnType<unknown, string, string>
export type Bytes = Uint8Array
/** Filled by the database where it is left out. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
`
