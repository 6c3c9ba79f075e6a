import type { Role } from '#kernel/role.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Chance } from './random.ts'
import { familyNames, givenNames, samplePlaces } from './names.ts'
import type { SampleSheet } from './sheets.ts'

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

export interface SampleSupporter extends SamplePerson, Registered {}

/** Day of registration, of leaving for those who left, and what they wish. */
interface Registered {
  registeredOn: CalendarDay
  endedOn: CalendarDay | null
  sheet: SampleSheet
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
  supporters: readonly Registered[]
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

// Every family name once before one comes again, so that people of a small programme are told apart.
const namesOf = (luck: Chance): (() => { name: string; kana: string }) => {
  const families = luck.some(familyNames, familyNames.length)
  const givens = luck.some(givenNames, givenNames.length)
  let next = 0
  return () => {
    const [family, familyKana] = found(families[next % families.length])
    const [given, givenKana] = found(
      givens[((next % families.length) + Math.floor(next / families.length)) % givens.length],
    )
    next++
    return { name: `${family} ${given}（見本）`, kana: `${familyKana} ${givenKana}` }
  }
}

export const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the sample points at nobody')
  return value
}
