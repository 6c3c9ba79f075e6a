import { sql } from 'kysely'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Moment } from '../core/pause.ts'

/** That somebody is, or was, a registered peer supporter. */
export interface Supporter {
  personId: string
  /** Null while the sheet is filled in before a registration. */
  registeredOn: CalendarDay | null
  /** The last day, itself included. */
  endedOn: CalendarDay | null
  version: number
}

// Of a record that was erased only the days are left.
const isKept = sql<boolean>`exists (select from people.person p
  where p.programme_id = supporter.programme_id and p.id = supporter.person_id and p.erased_at is null)`

const base = (tx: Tx, programmeId: number, personId: string) =>
  tx
    .selectFrom('registration.supporter')
    .select(['person_id', 'registered_on', 'ended_on', 'version'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where(isKept)

interface Row {
  person_id: string
  registered_on: string | null
  ended_on: string | null
  version: number
}

const supporterOf = (row: Row): Supporter => ({
  personId: row.person_id,
  registeredOn: row.registered_on === null ? null : day(row.registered_on),
  endedOn: row.ended_on === null ? null : day(row.ended_on),
  version: row.version,
})

export const findSupporter = async (tx: Tx, programmeId: number, personId: string): Promise<Supporter | null> => {
  const row = await base(tx, programmeId, personId).executeTakeFirst()
  return row ? supporterOf(row) : null
}

/** The same, and nobody else changes this sheet until the transaction ends. */
export const lockSupporter = async (tx: Tx, programmeId: number, personId: string): Promise<Supporter | null> => {
  const row = await base(tx, programmeId, personId).forUpdate().executeTakeFirst()
  return row ? supporterOf(row) : null
}

/** Several, in one order for all who ask: nobody else changes these sheets until the transaction ends. By person. */
export const lockSupporters = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
): Promise<Map<string, Supporter>> => {
  const rows = await tx
    .selectFrom('registration.supporter')
    .select(['person_id', 'registered_on', 'ended_on', 'version'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('person_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.person_id, supporterOf(row)]))
}

/** Of these people, those whose record is not erased, with their address. */
export const keptAmong = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
): Promise<{ id: string; email: string | null }[]> =>
  tx
    .selectFrom('people.person')
    .select(['id', 'email'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute()

export interface Span {
  personId: string
  registeredOn: CalendarDay
  endedOn: CalendarDay | null
}

/** From when to when people are registered, as their terms say it. Where there was no sheet, one begins. */
export const putSpans = async (tx: Tx, programmeId: number, spans: readonly Span[]): Promise<void> => {
  if (spans.length === 0) return
  await tx
    .insertInto('registration.supporter')
    .values(
      spans.map(({ personId, registeredOn, endedOn }) => ({
        programme_id: programmeId,
        person_id: personId,
        registered_on: registeredOn,
        ended_on: endedOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'person_id']).doUpdateSet((is) => ({
        registered_on: is.ref('excluded.registered_on'),
        ended_on: is.ref('excluded.ended_on'),
      })),
    )
    .execute()
}

/** A sheet for somebody; without a day nobody is registered yet. False where there is one. */
export const insertSupporter = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  on: CalendarDay | null,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('registration.supporter')
    .values({ programme_id: programmeId, person_id: personId, registered_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The day from which on somebody is registered, where their sheet was begun before. */
export const setRegistered = async (tx: Tx, programmeId: number, personId: string, on: CalendarDay): Promise<void> => {
  await tx
    .updateTable('registration.supporter')
    .set({ registered_on: on })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
}

export const setEnd = async (tx: Tx, programmeId: number, personId: string, on: CalendarDay | null): Promise<void> => {
  await tx
    .updateTable('registration.supporter')
    .set({ ended_on: on })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
}

/** For the neutral order of the next request: who was asked last, and when. */
export const setLastAsked = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
  on: CalendarDay,
): Promise<void> => {
  if (personIds.length === 0) return
  await tx
    .updateTable('registration.supporter')
    .set({ last_asked_on: sql<CalendarDay>`greatest(last_asked_on, ${on}::date)` })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
}

export interface ListedSupporter {
  personId: string
  name: string
  kana: string
  nickname: string
  state: SupporterState
}

export type SupporterState = 'active' | 'paused' | 'ended'

/** Everybody who is or was registered, by reading: the order of a dictionary, of nothing else. */
export const listSupporters = async (tx: Tx, programmeId: number, at: Moment): Promise<ListedSupporter[]> => {
  const { rows } = await sql<{ id: string; name: string; kana: string; nickname: string; state: SupporterState }>`
    select p.id, p.name, p.kana, p.nickname,
      case
        when s.ended_on < ${at.today}::date then 'ended'
        when exists (
          select from registration.pause r
          where r.programme_id = s.programme_id and r.person_id = s.person_id and r.ended_at is null
            and r.from_at <= ${new Date(at.now)} and (r.until_day is null or r.until_day >= ${at.today}::date)
        ) then 'paused'
        else 'active'
      end as state
    from registration.supporter s
    join people.person p on p.programme_id = s.programme_id and p.id = s.person_id
    where s.registered_on is not null and s.programme_id = ${programmeId} and p.erased_at is null
    order by p.kana, p.id`.execute(tx)
  return rows.map(({ id, ...row }) => ({ personId: id, ...row }))
}

/** People of the programme who are not registered as supporters now, by reading. */
export const listUnregistered = async (
  tx: Tx,
  programmeId: number,
  today: CalendarDay,
): Promise<{ id: string; name: string; kana: string }[]> => {
  const { rows } = await sql<{ id: string; name: string; kana: string }>`
    select p.id, p.name, p.kana from people.person p
    where p.programme_id = ${programmeId} and p.erased_at is null and not exists (
      select from registration.supporter s
      where s.programme_id = p.programme_id and s.person_id = p.id and s.registered_on is not null and (s.ended_on is null or s.ended_on >= ${today}::date)
    )
    order by p.kana, p.id`.execute(tx)
  return rows
}
