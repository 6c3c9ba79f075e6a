import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Role } from '#kernel/role.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'

// 25 August 2026, Japanese noon: a time that no test depends on.
const then = new Date('2026-08-25T03:00:00Z')
let programmes = 0
let people = 0

/** A programme; gives its number. Owner's rights. */
export const aProgramme = async (
  tx: Tx,
  more: Partial<Insertable<DB['programme.programme']>> = {},
): Promise<number> => {
  programmes += 1
  const row = {
    programme_id: programmes,
    name: `見本市ピアサポート事業 ${programmes}`,
    short_name: '見本ピア',
    municipality: '見本市',
    municipality_code: '99999',
    sender_name: 'ひとば',
    created_at: then,
    ...more,
  }
  await tx.insertInto('programme.programme').values(row).execute()
  return row.programme_id
}

/** A person of the programme; gives their id. */
export const aPerson = async (
  tx: Tx,
  programmeId: number,
  more: Partial<Insertable<DB['people.person']>> = {},
): Promise<string> => {
  people += 1
  const row = {
    programme_id: programmeId,
    id: randomUUID(),
    name: `見本 ${people}`,
    kana: `みほん ${people}`,
    created_at: then,
    ...more,
  }
  await tx.insertInto('people.person').values(row).execute()
  return row.id
}

export interface Member {
  accountId: string
  personId: string
  membershipId: string
  programmeId: number
  role: Role
  placeId: string | null
  email: string
}

/** An account, its person and one role in the programme. `personId` gives a further role to somebody. Owner's rights. */
export const aMember = async (
  tx: Tx,
  programmeId: number,
  role: Role,
  more: { personId?: string; placeId?: string; name?: string } = {},
): Promise<Member> => {
  const accountId = randomUUID()
  const email = `${role}.${accountId.slice(0, 8)}@example.jp`
  await tx.insertInto('platform.account').values({ id: accountId, email, created_at: then }).execute()
  const personId =
    more.personId ?? (await aPerson(tx, programmeId, { email, ...(more.name ? { name: more.name } : {}) }))
  const membershipId = randomUUID()
  const placeId = more.placeId ?? null
  await tx
    .insertInto('platform.membership')
    .values({
      programme_id: programmeId,
      id: membershipId,
      account_id: accountId,
      person_id: personId,
      role,
      place_id: placeId,
      starts_at: then,
    })
    .execute()
  return { accountId, personId, membershipId, programmeId, role, placeId, email }
}
