import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** Where words about people stood in the open once, and whose they are. */
export const wordColumns = [
  { table: 'training.attendance', open: 'note', owner: 'training.enrolment', by: 'enrolment_id' },
  { table: 'training.enrolment_event', open: 'reason', owner: 'training.enrolment', by: 'enrolment_id' },
  { table: 'training.practicum_event', open: 'reason', owner: 'training.practicum', by: 'practicum_id' },
  { table: 'training.practicum_day', open: 'reason', owner: 'training.practicum', by: 'practicum_id' },
] as const

type WordColumn = (typeof wordColumns)[number]

/** The field that a sealed text of the column is bound to. */
export const wordField = ({ table, open }: WordColumn): string => `${table}.${open}_sealed`

/** The next ones that still stand in the open, held until the transaction ends: neither they change while they are sealed, nor whose they are. */
export const openWords = async (
  tx: Tx,
  programmeId: number,
  { table, open, owner, by }: WordColumn,
  most: number,
): Promise<{ id: string; personId: string; text: string }[]> => {
  const { rows } = await sql<{ id: string; personId: string; text: string }>`
    select w.id, o.person_id as "personId", ${sql.ref(`w.${open}`)} as text
    from ${sql.table(table)} w join ${sql.table(owner)} o on o.programme_id = w.programme_id and o.id = ${sql.ref(`w.${by}`)}
    where w.programme_id = ${programmeId} and ${sql.ref(`w.${open}`)} <> '' order by w.id limit ${most}
    for update of w for share of o`.execute(tx)
  return rows
}

/** What was sealed meanwhile stays, and what reads otherwise by now is left for the next time. */
export const putSealed = async (
  tx: Tx,
  programmeId: number,
  { table, open }: WordColumn,
  word: { id: string; text: string; sealed: string },
): Promise<void> => {
  const sealed = sql.ref(`${open}_sealed`)
  await sql`update ${sql.table(table)} set ${sealed} = coalesce(${sealed}, ${word.sealed}), ${sql.ref(open)} = ''
    where programme_id = ${programmeId} and id = ${word.id} and ${sql.ref(open)} = ${word.text}`.execute(tx)
}
