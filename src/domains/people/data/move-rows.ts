import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/index.ts'
import type { PersonColumn } from '../belongings.ts'

/** A row that followed: which, and by which column it was ended because the other had its like. */
export const followedShape = z.array(
  z.object({
    table: z.string(),
    column: z.string(),
    key: z.record(z.string(), z.string()),
    ended: z.string().nullable(),
  }),
)
export type Followed = z.infer<typeof followedShape>[number]

interface Move {
  programmeId: number
  from: string
  to: string
  now: Date
}

const keyOf = ({ key = ['id'] }: PersonColumn): readonly string[] => key

/** Makes one person's rows another's. What cannot stand beside the other's own is ended on the way, or left where it is. */
export const moveRows = async (tx: Tx, columns: readonly PersonColumn[], move: Move): Promise<Followed[]> => {
  const followed: Followed[] = []
  for (const column of columns) followed.push(...(await moveColumn(tx, column, move)))
  return followed
}

const moveColumn = async (tx: Tx, column: PersonColumn, move: Move): Promise<Followed[]> => {
  const keys = await keysOf(tx, column, move)
  if (keys.length === 0) return []
  const { table, column: name } = column
  const all = { table, column: name, ended: null }
  if (await unlessTwice(tx, () => change(tx, column, move, null, null))) return keys.map((key) => ({ ...all, key }))
  const followed: Followed[] = []
  for (const key of keys) {
    if (await unlessTwice(tx, () => change(tx, column, move, key, null))) followed.push({ ...all, key })
    else if (column.ifTwice && (await unlessTwice(tx, () => change(tx, column, move, key, column.ifTwice ?? null))))
      followed.push({ ...all, key, ended: column.ifTwice })
  }
  return followed
}

type Key = Record<string, string>

const keysOf = async (tx: Tx, column: PersonColumn, { programmeId, from }: Move): Promise<Key[]> => {
  const parts = keyOf(column).map((part) => sql`${sql.lit(part)}, ${sql.ref(`t.${part}`)}::text`)
  const { rows } = await sql<{ key: Key }>`
    select jsonb_build_object(${sql.join(parts)}) as key from ${sql.table(column.table)} t
    where t.programme_id = ${programmeId} and ${sql.ref(`t.${column.column}`)} = ${from}`.execute(tx)
  return rows.map((row) => row.key)
}

/** One row, or all of them where no key is given. */
const change = async (
  tx: Tx,
  { table, column }: PersonColumn,
  { programmeId, from, to, now }: Move,
  key: Key | null,
  ended: string | null,
): Promise<void> => {
  const also = ended === null ? sql`` : sql`, ${sql.ref(ended)} = ${now}`
  await sql`update ${sql.table(table)} as t set ${sql.ref(column)} = ${to}${also}
    where t.programme_id = ${programmeId} and ${sql.ref(`t.${column}`)} = ${from}${withKey(key)}`.execute(tx)
}

const withKey = (key: Key | null): RawBuilder<unknown> =>
  sql.join(
    [sql``, ...Object.entries(key ?? {}).map(([part, value]) => sql`${sql.ref(`t.${part}`)}::text = ${value}`)],
    sql` and `,
  )

/** The rows that followed go back to whose they were; what was ended on the way stands again. */
export const moveBack = async (
  tx: Tx,
  followed: readonly Followed[],
  { programmeId, from, to }: Omit<Move, 'now'>,
): Promise<void> => {
  for (const { table, column, key, ended } of followed) {
    const also = ended === null ? sql`` : sql`, ${sql.ref(ended)} = null`
    await sql`update ${sql.table(table)} as t set ${sql.ref(column)} = ${to}${also}
      where t.programme_id = ${programmeId} and ${sql.ref(`t.${column}`)} = ${from}${withKey(key)}`.execute(tx)
  }
}

// Unique violated, exclusion violated: the other has its like.
const twice = new Set(['23505', '23P01'])

const unlessTwice = async (tx: Tx, work: () => Promise<void>): Promise<boolean> => {
  await sql`savepoint moving`.execute(tx)
  try {
    await work()
    await sql`release savepoint moving`.execute(tx)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && twice.has(String(error.code)))) throw error
    await sql`rollback to savepoint moving`.execute(tx)
    await sql`release savepoint moving`.execute(tx)
    return false
  }
}
