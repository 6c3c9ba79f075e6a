import type { Role } from '#kernel/role.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Chance } from './random.ts'
import { familyNames, givenNames, samplePlaces } from './names.ts'

export interface SamplePerson {
  id: string
  name: string
  kana: string
  email: string | null
  role: Role
  membershipId: string
  accountId: string | null
  placeIndex: number | null
}

export interface SampleSupporter extends SamplePerson {
  registeredOn: CalendarDay
  endedOn: CalendarDay | null
}

export interface Cast {
  people: SamplePerson[]
  supporters: SampleSupporter[]
  companions: SamplePerson[]
  coordinator: SamplePerson
  hosts: SamplePerson[]
}

interface Wanted {
  programmeId: number
  /** Day of registration of each supporter, and of leaving for those who left. */
  supporters: readonly { registeredOn: CalendarDay; endedOn: CalendarDay | null }[]
  companions: number
  places: number
}

/** The people of one sample programme. The first of each role can sign in. */
export const castOf = (luck: Chance, wanted: Wanted): Cast => {
  const name = namesOf(luck)
  const person = (role: Role, n: number, more: Partial<SamplePerson> = {}): SamplePerson => ({
    id: luck.uuid(),
    ...name(),
    role,
    membershipId: luck.uuid(),
    accountId: luck.uuid(),
    email: `${role}${n > 1 ? n : ''}.p${wanted.programmeId}@example.test`,
    placeIndex: null,
    ...more,
  })
  const coordinator = person('coordinator', 1)
  const companions = Array.from({ length: wanted.companions }, (_, i) => person('companion', i + 1))
  const hosts = Array.from({ length: wanted.places }, (_, i) =>
    person('host', i + 1, { placeIndex: i % samplePlaces.length }),
  )
  const supporters = wanted.supporters.map((days, i) => ({ ...person('supporter', i + 1), ...days }))
  const others = (['trainee', 'seeker', 'supervisor', 'group', 'officer', 'admin'] as const).map((role) =>
    person(role, 1),
  )
  return {
    people: [...supporters, coordinator, ...companions, ...hosts, person('coordinator', 2), ...others],
    supporters,
    companions,
    coordinator,
    hosts,
  }
}

const namesOf = (luck: Chance): (() => { name: string; kana: string }) => {
  const all = familyNames.flatMap(([family, familyKana]) =>
    givenNames.map(([given, givenKana]) => ({
      name: `${family} ${given}（見本）`,
      kana: `${familyKana} ${givenKana}`,
    })),
  )
  const shuffled = luck.some(all, all.length)
  let next = 0
  return () => {
    const found = shuffled[next++ % shuffled.length]
    if (!found) throw new Error('no names left')
    return found
  }
}
