import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { pairSign } from '../core/alike.ts'
import type { Pair } from '../belongings.ts'
import { type Followed, followedShape } from './move-rows.ts'

/** Two records that became one. */
export interface Merge extends Pair {
  id: string
  at: Date
  undoneAt: Date | null
  followed: Followed[]
}

export const findMerge = async (tx: Tx, programmeId: number, id: string): Promise<Merge | null> => {
  const row = await tx
    .selectFrom('people.merge')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        kept: row.kept_id,
        gone: row.gone_id,
        at: row.at,
        undoneAt: row.undone_at,
        followed: followedShape.parse(row.followed),
      }
    : null
}

export interface ListedMerge {
  id: string
  at: Date
  name: string
  kana: string
}

/** Those that stand and can be undone, the newest first, by the name of the record that stays. */
export const standingMerges = async (tx: Tx, programmeId: number): Promise<ListedMerge[]> =>
  tx
    .selectFrom('people.merge as m')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.kept_id'),
    )
    .select(['m.id', 'm.at', 'p.name', 'p.kana'])
    .where('m.programme_id', '=', programmeId)
    .where('m.undone_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .orderBy('m.at', 'desc')
    .orderBy('m.id')
    .limit(50)
    .execute()

export const insertMerge = async (
  tx: Tx,
  programmeId: number,
  merge: Omit<Merge, 'undoneAt'> & { by: string },
): Promise<void> => {
  await tx
    .insertInto('people.merge')
    .values({
      programme_id: programmeId,
      id: merge.id,
      kept_id: merge.kept,
      gone_id: merge.gone,
      at: merge.at,
      by_membership: merge.by,
      followed: JSON.stringify(merge.followed),
    })
    .execute()
}

export const markUndone = async (
  tx: Tx,
  programmeId: number,
  id: string,
  undone: { at: Date; by: string },
): Promise<void> => {
  await tx
    .updateTable('people.merge')
    .set({ undone_at: undone.at, undone_by: undone.by })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** A record goes into another, or (null) is one of its own again. */
export const setMergedInto = async (
  tx: Tx,
  programmeId: number,
  id: string,
  into: { kept: string; at: Date } | null,
): Promise<void> => {
  await tx
    .updateTable('people.person')
    .set((is) => ({ merged_into: into?.kept ?? null, erased_at: into?.at ?? null, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** Records that went into another, with the one that stands for them today. */
export const mergedPeople = async (tx: Tx, programmeId: number): Promise<Map<string, string>> => {
  const rows = await tx
    .selectFrom('people.person')
    .select(['id', 'merged_into'])
    .where('programme_id', '=', programmeId)
    .where('merged_into', 'is not', null)
    .execute()
  const next = new Map(rows.flatMap(({ id, merged_into }) => (merged_into ? [[id, merged_into] as const] : [])))
  const last = (id: string): string => {
    const into = next.get(id)
    return into === undefined ? id : last(into)
  }
  return new Map([...next.keys()].map((id) => [id, last(id)]))
}

/** The records that went into this one, by whatever way. */
export const recordsIn = async (tx: Tx, programmeId: number, id: string): Promise<string[]> =>
  [...(await mergedPeople(tx, programmeId))].flatMap(([gone, kept]) => (kept === id ? [gone] : []))

export interface NotSame {
  one: { id: string; name: string; kana: string }
  other: { id: string; name: string; kana: string }
  saidAt: Date
}

/** Pairs of whom somebody said that they are different people, the newest first. */
export const notSamePairs = async (tx: Tx, programmeId: number): Promise<NotSame[]> => {
  const { rows } = await sql<NotSame>`
    select json_build_object('id', a.id, 'name', a.name, 'kana', a.kana) as one,
      json_build_object('id', b.id, 'name', b.name, 'kana', b.kana) as other, n.said_at as "saidAt"
    from people.not_same n
    join people.person a on a.programme_id = n.programme_id and a.id = n.one_id and a.erased_at is null
    join people.person b on b.programme_id = n.programme_id and b.id = n.other_id and b.erased_at is null
    where n.programme_id = ${programmeId} order by n.said_at desc, a.kana, b.kana limit 50`.execute(tx)
  return rows
}

/** The pairs of whom it was said, by their sign; what was said of a record holds for the one that it went into. */
export const saidNotSame = async (tx: Tx, programmeId: number): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('people.not_same')
    .select(['one_id', 'other_id'])
    .where('programme_id', '=', programmeId)
    .execute()
  const merged = await mergedPeople(tx, programmeId)
  const today = (id: string): string => merged.get(id) ?? id
  return new Set(rows.map((row) => pairSign(today(row.one_id), today(row.other_id))))
}

/** They may be one person after all. */
export const deleteNotSame = async (tx: Tx, programmeId: number, pair: readonly [string, string]): Promise<void> => {
  const [one = '', other = ''] = pair.toSorted()
  await tx
    .deleteFrom('people.not_same')
    .where('programme_id', '=', programmeId)
    .where('one_id', '=', one)
    .where('other_id', '=', other)
    .execute()
}

/** Whether both have a role and sign in with addresses that differ. */
export const bothSignIn = async (tx: Tx, programmeId: number, { kept, gone }: Pair): Promise<boolean> => {
  const accounts = async (personId: string): Promise<string[]> => {
    const rows = await tx
      .selectFrom('platform.membership')
      .select('account_id')
      .where('programme_id', '=', programmeId)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute()
    return rows.flatMap((row) => row.account_id ?? [])
  }
  const own = await accounts(kept)
  return own.length > 0 && (await accounts(gone)).some((id) => !own.includes(id))
}

/** When both are expected somewhere at once, from now on: the first such time. */
export const takenAtOnce = async (tx: Tx, programmeId: number, pair: Pair, now: Date): Promise<Date | null> => {
  const { rows } = await sql<{ at: Date | null }>`
    select min(greatest(lower(a.during), lower(b.during))) as at from people.booking a
    join people.booking b on b.programme_id = a.programme_id and b.person_id = ${pair.gone} and b.released_at is null and b.during && a.during
    where a.programme_id = ${programmeId} and a.person_id = ${pair.kept} and a.released_at is null
      and upper(a.during) > ${now} and upper(b.during) > ${now}`.execute(tx)
  return rows[0]?.at ?? null
}

/** In which tables somebody has rows. */
const tablesWith = async (
  tx: Tx,
  programmeId: number,
  columns: readonly { table: string; column: string }[],
  personId: string,
): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const { table, column } of columns) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where programme_id = ${programmeId}
      and ${sql.ref(column)} = ${personId} limit 1`.execute(tx)
    if (rows.length > 0) found.add(table)
  }
  return found
}

/** The kinds of things that a record holds, named after the slices that keep them. */
export const areasOf = async (
  tx: Tx,
  programmeId: number,
  columns: readonly { table: string; column: string }[],
  personId: string,
): Promise<string[]> => {
  const tables = await tablesWith(tx, programmeId, columns, personId)
  return [...new Set([...tables].map((table) => table.split('.')[0] ?? ''))]
}
