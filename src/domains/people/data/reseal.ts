import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/http/call.ts'
import type { SealedColumn } from '../belongings.ts'

type Door = Pick<Ctx, 'tx' | 'vault' | 'actor'>

interface SealedText {
  column: SealedColumn
  row: string
  sealed: string
}

/** Everything that is sealed with somebody's key. */
export const sealedTextsOf = async (
  { tx, actor }: Pick<Door, 'tx' | 'actor'>,
  columns: readonly SealedColumn[],
  personId: string,
): Promise<SealedText[]> => {
  const texts: SealedText[] = []
  for (const column of columns) {
    const { rows } = await sql<{ row: string; sealed: string }>`
      select ${rowOf(column)} as "row", ${sql.ref(`t.${column.column}`)} as sealed from ${sql.table(column.table)} t
      where t.programme_id = ${actor.programmeId} and ${ownerOf(column)} = ${personId}
        and ${sql.ref(`t.${column.column}`)} is not null`.execute(tx)
    texts.push(...rows.map((one) => ({ ...one, column })))
  }
  return texts
}

const rowOf = ({ row = { of: ['id'], between: '' } }: SealedColumn): RawBuilder<unknown> =>
  sql`concat_ws(${row.between}, ${sql.join(row.of.map((part) => sql`${sql.ref(`t.${part}`)}::text`))})`

const ownerOf = ({ owner }: SealedColumn): RawBuilder<unknown> =>
  owner
    ? sql`(select above.person_id from ${sql.table(owner.table)} above
        where above.programme_id = t.programme_id and above.id = ${sql.ref(`t.${owner.by}`)})`
    : sql.ref('t.person_id')

const fieldOf = ({ table, column }: SealedColumn): string => `${table}.${column}`

/** Moves rows from one person to another, and what is sealed in them is sealed anew with the key of whom they are now. */
export const resealedWhile = async <T>(
  ctx: Door,
  columns: readonly SealedColumn[],
  { from, to }: { from: string; to: string },
  move: () => Promise<T>,
): Promise<T> => {
  const { tx, vault, actor } = ctx
  const opened = new Map<string, string>()
  for (const { column, row, sealed } of await sealedTextsOf(ctx, columns, from))
    opened.set(sealed, await vault.open(from, fieldOf(column), row, sealed))
  const moved = await move()
  for (const { column, row, sealed } of await sealedTextsOf(ctx, columns, to)) {
    const text = opened.get(sealed)
    if (text === undefined) continue
    const anew = await vault.seal(to, fieldOf(column), row, text)
    await sql`update ${sql.table(column.table)} as t set ${sql.ref(column.column)} = ${anew}
      where t.programme_id = ${actor.programmeId} and ${sql.ref(`t.${column.column}`)} = ${sealed}`.execute(tx)
  }
  return moved
}
