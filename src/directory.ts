import { randomUUID } from 'node:crypto'
import { defaultSettings, insertProgramme } from '#domains/programme/index.ts'
import type { Directory, RoleLabel } from '#platform/auth/auth-services.ts'

/** What the sign-in needs to know of people, places and programmes, which platform does not know. */
export const directory: Directory = {
  labels: async (tx, roles) => {
    if (roles.length === 0) return new Map()
    const rows = await tx
      .selectFrom('platform.membership as m')
      .innerJoin('people.person as person', (on) =>
        on.onRef('person.programme_id', '=', 'm.programme_id').onRef('person.id', '=', 'm.person_id'),
      )
      .innerJoin('programme.programme as programme', 'programme.programme_id', 'm.programme_id')
      .leftJoin('places.place as place', (on) =>
        on.onRef('place.programme_id', '=', 'm.programme_id').onRef('place.id', '=', 'm.place_id'),
      )
      .select(['m.id', 'programme.name as programme', 'person.name as person', 'person.kana', 'place.name as place'])
      .where(
        'm.id',
        'in',
        roles.map((role) => role.membershipId),
      )
      .execute()
    return new Map(rows.map(({ id, ...label }): [string, RoleLabel] => [id, label]))
  },
  programmeNames: async (tx, programmeIds) => {
    if (programmeIds.length === 0) return []
    const rows = await tx
      .selectFrom('programme.programme')
      .select(['name', 'short_name', 'municipality', 'sender_name'])
      .where('programme_id', 'in', [...programmeIds])
      .execute()
    return rows.flatMap((row) => Object.values(row))
  },
  createProgramme: (tx, programme, now) => insertProgramme(tx, { ...defaultSettings, ...programme }, now, false),
  createPerson: async (tx, programmeId, person, now) => {
    const id = randomUUID()
    await tx
      .insertInto('people.person')
      .values({ programme_id: programmeId, id, ...person, created_at: now })
      .execute()
    return id
  },
  places: (tx) =>
    tx
      .selectFrom('places.place')
      .select(['id', 'name'])
      .where('status', '=', 'confirmed')
      .orderBy('kana')
      .orderBy('name')
      .execute(),
}
