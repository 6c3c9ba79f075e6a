import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'

// PostgreSQL takes at most 65,535 values in one statement.
const mostValues = 60_000

/** Collects rows by table and writes them in the order in which tables were first named, many at a time. */
export interface Rows {
  add<Table extends keyof DB>(table: Table, row: Insertable<DB[Table]>): void
  write(tx: Tx): Promise<void>
}

export const collectRows = (): Rows => {
  const tables = new Map<keyof DB, object[]>()
  return {
    add: (table, row) => {
      const rows = tables.get(table) ?? []
      rows.push(row)
      tables.set(table, rows)
    },
    write: async (tx) => {
      for (const [table, rows] of tables) await writeTable(tx, table, rows)
      tables.clear()
    },
  }
}

const writeTable = async (tx: Tx, table: keyof DB, rows: readonly object[]): Promise<void> => {
  const width = Math.max(...rows.map((row) => Object.keys(row).length))
  const size = Math.max(1, Math.floor(mostValues / width))
  for (let from = 0; from < rows.length; from += size) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + size) as never)
      .execute()
  }
}
