import { sql } from 'kysely'
import { inKeyOrder, readTables } from '#platform/db/catalog.ts'
import type { Tx } from '#platform/db/index.ts'

/**
 * Copies one programme's rows as they are under other numbers, so that a large database is made in minutes. Identifiers repeat
 * across programmes, which the composite keys allow; what belongs to the whole platform (accounts) stays shared.
 */
export const cloneProgramme = async (tx: Tx, from: number, to: readonly number[]): Promise<void> => {
  for (const table of inKeyOrder(await readTables(tx))) {
    if (!table.columns.includes('programme_id')) continue
    const rest = table.columns.filter((name) => name !== 'programme_id' && !table.counted.includes(name))
    const into = sql.join(rest.map((name) => sql.ref(name)))
    const copied = sql.join(rest.map((name) => sql.ref(`c.${name}`)))
    await sql`insert into ${sql.table(table.name)} (programme_id, ${into})
      select n, ${copied} from ${sql.table(table.name)} c cross join unnest(${[...to]}::int[]) as n
      where c.programme_id = ${from}`.execute(tx)
  }
}
