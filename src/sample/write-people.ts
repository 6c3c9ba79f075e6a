import type { CalendarDay } from '#kernel/calendar-day.ts'
import { isStaff } from '#kernel/role.ts'
import { instantAt } from '#kernel/time.ts'
import { newTotpSecret, sealedTotp } from '#platform/auth/totp.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'
import type { Cast, SamplePerson } from './cast.ts'
import { type SamplePlace, samplePlaces } from './names.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'

export interface Setting {
  programmeId: number
  zone: string
  beganOn: CalendarDay
}

export interface PlacedPlace extends SamplePlace {
  id: string
}

/** The places, one organisation for each name. */
export const addPlaces = (rows: Rows, luck: Chance, setting: Setting, count: number): PlacedPlace[] => {
  const createdAt = instantAt(setting.beganOn, 540, setting.zone)
  const organisations = new Map<string, string>()
  return samplePlaces.slice(0, count).map((place, index) => {
    let organisationId = organisations.get(place.organisation)
    if (!organisationId) {
      organisationId = luck.uuid()
      organisations.set(place.organisation, organisationId)
      rows.add('places.organisation', {
        programme_id: setting.programmeId,
        id: organisationId,
        name: `${place.organisation}（見本）`,
        municipality: 'ひばり区（架空）',
        created_at: createdAt,
      })
    }
    const id = luck.uuid()
    rows.add('places.place', {
      programme_id: setting.programmeId,
      id,
      organisation_id: organisationId,
      name: place.name,
      kana: place.kana,
      kind: place.kind,
      field: place.field,
      status: 'confirmed',
      municipality: 'ひばり区（架空）',
      address: `${place.town}${index + 1}丁目（架空）`,
      phone: `03-0000-00${String(index + 10)}`,
      town: place.town,
      lat: place.lat,
      lng: place.lng,
      what_we_do: place.whatWeDo,
      what_is_found: place.whatIsFound,
      access: `${place.town}から歩いて5分`,
      who_comes: place.whoComes,
      typical_day: place.typicalDay,
      confirmed_at: createdAt,
      created_at: createdAt,
    })
    return { ...place, id }
  })
}

/** Persons, accounts and roles; staff with a second factor, so that the sign-in of the sample is the real one. */
export const addPeople = (
  rows: Rows,
  setting: Setting,
  cast: Cast,
  places: readonly PlacedPlace[],
  vault: Pick<PlatformVault, 'sealPlatform'>,
): void => {
  const createdAt = instantAt(setting.beganOn, 540, setting.zone)
  for (const person of cast.people) {
    rows.add('people.person', {
      programme_id: setting.programmeId,
      id: person.id,
      name: person.name,
      kana: person.kana,
      email: person.email,
      is_sample: true,
      created_at: createdAt,
    })
  }
  for (const person of cast.people)
    if (person.accountId && person.email) rows.add('platform.account', accountOf(person, createdAt, vault))
  for (const person of cast.people) {
    const place = person.placeIndex === null ? null : (places[person.placeIndex]?.id ?? null)
    rows.add('platform.membership', {
      programme_id: setting.programmeId,
      id: person.membershipId,
      account_id: person.accountId,
      person_id: person.id,
      role: person.role,
      place_id: place,
      starts_at: createdAt,
    })
    if (place)
      rows.add('places.contact', {
        programme_id: setting.programmeId,
        id: person.membershipId,
        place_id: place,
        person_id: person.id,
        name: person.name,
        position: '担当',
        email: person.email ?? '',
        created_at: createdAt,
      })
  }
  for (const [index, supporter] of cast.supporters.entries()) {
    const staff = cast.companions[index % cast.companions.length]
    if (staff)
      rows.add('people.following', {
        programme_id: setting.programmeId,
        id: supporter.membershipId,
        staff_id: staff.id,
        supporter_id: supporter.id,
        from_at: createdAt,
      })
  }
}

const accountOf = (person: SamplePerson, at: Date, vault: Pick<PlatformVault, 'sealPlatform'>) => {
  const account = { id: person.accountId ?? person.id, email: person.email ?? '', created_at: at }
  return isStaff(person.role)
    ? {
        ...account,
        totp_sealed: sealedTotp(vault, account.id, newTotpSecret()),
        totp_confirmed_at: at,
      }
    : { ...account, totp_sealed: null, totp_confirmed_at: null }
}
