import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { FiscalYear } from '#kernel/fiscal-year.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Term } from '../core/renewal.ts'

export type TermKind = 'registered' | 'renewed' | 'kept' | 'taken_over'

/** Somebody's terms, the oldest first. */
export const termsOf = async (
  tx: Tx,
  programmeId: number,
  personId: string,
): Promise<(Term & { id: string; kind: TermKind })[]> => {
  const rows = await tx
    .selectFrom('registration.term')
    .select(['id', 'from_day as from', 'to_day as to', 'kind'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .orderBy('from_day')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as TermKind }))
}

/** The terms of many, for lists. */
export const termsOfMany = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
): Promise<Map<string, Term[]>> => {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('registration.term')
    .select(['person_id', 'from_day as from', 'to_day as to'])
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', personIds)
    .where('withdrawn_at', 'is', null)
    .execute()
  return Map.groupBy(rows, (row) => row.person_id)
}

/** Everybody's terms, by person. */
export const allTerms = async (tx: Tx, programmeId: number): Promise<Map<string, Term[]>> => {
  const rows = await tx
    .selectFrom('registration.term')
    .select(['person_id', 'from_day as from', 'to_day as to'])
    .where('programme_id', '=', programmeId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return Map.groupBy(rows, (row) => row.person_id)
}

export type NewTerm = Term & { id: string; personId: string; kind: TermKind; by: string | null; at: Date }

export const insertTerm = (tx: Tx, programmeId: number, term: NewTerm): Promise<void> =>
  insertTerms(tx, programmeId, [term])

export const insertTerms = async (tx: Tx, programmeId: number, terms: readonly NewTerm[]): Promise<void> => {
  if (terms.length === 0) return
  await tx
    .insertInto('registration.term')
    .values(
      terms.map((term) => ({
        programme_id: programmeId,
        id: term.id,
        person_id: term.personId,
        from_day: term.from,
        to_day: term.to,
        kind: term.kind,
        by_membership: term.by,
        at: term.at,
      })),
    )
    .execute()
}

/** No term reaches beyond this day: one that has begun ends with it, one that has not is withdrawn. */
export const endTerms = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  lastDay: CalendarDay,
  now: Date,
): Promise<void> => {
  const theirs = sql`programme_id = ${programmeId} and person_id = ${personId} and withdrawn_at is null`
  await sql`update registration.term set withdrawn_at = ${now} where ${theirs} and from_day > ${lastDay}::date`.execute(
    tx,
  )
  await sql`update registration.term set to_day = ${lastDay}::date
    where ${theirs} and from_day <= ${lastDay}::date and (to_day is null or to_day > ${lastDay}::date)`.execute(tx)
}

/** Whose last term has gone by although nobody ended their registration. */
export const withoutTerm = async (tx: Tx, programmeId: number, today: CalendarDay): Promise<string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select s.person_id from registration.supporter s
    where s.programme_id = ${programmeId} and s.registered_on is not null and s.ended_on is null
      and not exists (select from registration.term t where t.programme_id = s.programme_id and t.person_id = s.person_id
        and t.withdrawn_at is null and t.from_day <= ${today}::date and (t.to_day is null or t.to_day >= ${today}::date))
    order by s.person_id`.execute(tx)
  return rows.map((row) => row.person_id)
}

/** Who is registered and was not asked about this year yet. */
export const notAskedYet = async (tx: Tx, programmeId: number, year: FiscalYear): Promise<string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select s.person_id from registration.supporter s
    where s.programme_id = ${programmeId} and s.registered_on is not null and s.ended_on is null
      and not exists (select from registration.renewal r where r.programme_id = s.programme_id and r.person_id = s.person_id
        and r.fiscal_year = ${year})
    order by s.person_id`.execute(tx)
  return rows.map((row) => row.person_id)
}
