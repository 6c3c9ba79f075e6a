import type { Selectable } from 'kysely'
import { isRole, type Role } from '#kernel/role.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Channel, channels } from '../core/contact.ts'

/** Everything that the programme keeps of a person themselves. Shown only through the gate. */
export interface Person {
  id: string
  name: string
  kana: string
  nickname: string
  email: string | null
  phone: string | null
  channel: Channel
  quietFrom: number | null
  quietTo: number | null
  locale: Locale
  version: number
}

/** What stands in lists and sentences: what a person is called. */
export interface Called {
  id: string
  name: string
  kana: string
  nickname: string
}

/** Null too where the record was erased. */
export const findPerson = async (tx: Tx, programmeId: number, id: string): Promise<Person | null> => {
  const row = await tx
    .selectFrom('people.person')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row ? personOf(row) : null
}

/** What these people are called; one statement for a whole list. */
export const namesOf = async (tx: Tx, programmeId: number, ids: readonly string[]): Promise<Map<string, Called>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people.person')
    .select(['id', 'name', 'kana', 'nickname'])
    .where('programme_id', '=', programmeId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Since when the programme keeps this record. */
export const personSince = async (tx: Tx, programmeId: number, id: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('people.person')
    .select('created_at')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.created_at ?? null
}

export interface ListedPerson extends Called {
  roles: Role[]
}

/** All people of the programme with the roles they hold now, by reading. Search folds kana, so it is done on what was read. */
export const listPersons = async (tx: Tx, programmeId: number): Promise<ListedPerson[]> => {
  const rows = await tx
    .selectFrom('people.person as p')
    .leftJoin('platform.membership as m', (on) =>
      on.onRef('m.programme_id', '=', 'p.programme_id').onRef('m.person_id', '=', 'p.id').on('m.ended_at', 'is', null),
    )
    .select(['p.id', 'p.name', 'p.kana', 'p.nickname', 'm.role'])
    .where('p.programme_id', '=', programmeId)
    .where('p.erased_at', 'is', null)
    .orderBy('p.kana')
    .orderBy('p.id')
    .execute()
  const people = new Map<string, ListedPerson>()
  for (const { role, ...called } of rows) {
    const person = people.get(called.id) ?? { ...called, roles: [] }
    if (role !== null && isRole(role) && !person.roles.includes(role)) person.roles.push(role)
    people.set(called.id, person)
  }
  return [...people.values()]
}

/** Who holds one of these roles now, by reading. */
export const personsInRole = async (tx: Tx, programmeId: number, roles: readonly Role[]): Promise<Called[]> =>
  tx
    .selectFrom('people.person as p')
    .innerJoin('platform.membership as m', (on) =>
      on.onRef('m.programme_id', '=', 'p.programme_id').onRef('m.person_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.kana', 'p.nickname'])
    .distinct()
    .where('p.programme_id', '=', programmeId)
    .where('m.role', 'in', roles)
    .where('m.ended_at', 'is', null)
    .orderBy('p.kana')
    .orderBy('p.id')
    .execute()

/** The roles that the person holds now. */
export const rolesOf = async (tx: Tx, programmeId: number, personId: string): Promise<Role[]> => {
  const rows = await tx
    .selectFrom('platform.membership')
    .select('role')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute()
  return rows.map((row) => row.role).filter(isRole)
}

export const insertPerson = async (
  tx: Tx,
  programmeId: number,
  person: Omit<Person, 'version'>,
  how: { now: Date; isSample?: boolean },
): Promise<void> => {
  await tx
    .insertInto('people.person')
    .values({
      programme_id: programmeId,
      id: person.id,
      name: person.name,
      kana: person.kana,
      nickname: person.nickname,
      ...columnsOf(person),
      is_sample: how.isSample ?? false,
      created_at: how.now,
    })
    .execute()
}

/** Writes over the version that was read; false where somebody else was quicker. */
export const updatePerson = async (tx: Tx, programmeId: number, person: Person): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('people.person')
    .set({
      name: person.name,
      kana: person.kana,
      nickname: person.nickname,
      ...columnsOf(person),
      version: person.version + 1,
    })
    .where('programme_id', '=', programmeId)
    .where('id', '=', person.id)
    .where('version', '=', person.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const columnsOf = (person: Omit<Person, 'version'>) => ({
  email: person.email,
  phone: person.phone,
  channel: person.channel,
  quiet_from: person.quietFrom,
  quiet_to: person.quietTo,
  locale: person.locale,
})

const personOf = (row: Selectable<DB['people.person']>): Person => ({
  id: row.id,
  name: row.name,
  kana: row.kana,
  nickname: row.nickname,
  email: row.email,
  phone: row.phone,
  channel: channels.find((channel) => channel === row.channel) ?? 'inbox',
  quietFrom: row.quiet_from,
  quietTo: row.quiet_to,
  locale: row.locale as Locale,
  version: row.version,
})
