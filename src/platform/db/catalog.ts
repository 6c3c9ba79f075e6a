import { sql } from 'kysely'
import type { Tx } from './tx.ts'

export interface Table {
  /** 'schema.table' */
  name: string
  /** Columns that can be written. */
  columns: string[]
  /** Columns whose numbers a sequence gives. */
  counted: string[]
  /** Other tables that its rows point at. */
  pointsAt: string[]
}

/** The tables of the slices: everything but public and the jobs' own schema. */
export const readTables = async (tx: Tx): Promise<Table[]> => {
  const { rows } = await sql<Table>`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> '') as counted,
      array(select distinct fn.nspname || '.' || f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
        join pg_namespace fn on fn.oid = f.relnamespace where k.conrelid = c.oid and k.confrelid <> c.oid
          and k.contype = 'f') as "pointsAt"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('public', 'pgboss', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1`.execute(tx)
  return rows
}

/** The tables so that each comes after those it points at. */
export const inKeyOrder = (tables: readonly Table[]): Table[] => {
  const placed = new Set<string>()
  const ordered: Table[] = []
  while (ordered.length < tables.length) {
    const next = tables.filter((table) => !placed.has(table.name) && table.pointsAt.every((name) => placed.has(name)))
    if (next.length === 0)
      throw new Error('tables point at each other in a circle: they cannot be copied one after the other')
    for (const table of next) placed.add(table.name)
    ordered.push(...next)
  }
  return ordered
}
