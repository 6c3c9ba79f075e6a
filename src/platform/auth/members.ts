import { sql } from 'kysely'
import { isRole, type Role } from '#kernel/role.ts'
import type { Tx } from '#platform/db/index.ts'
import type { HeldRole } from './auth-services.ts'

export interface Member extends HeldRole {
  startsAt: Date
  /** The account's address, for signing in; null: no account, the person takes part without one. */
  email: string | null
  secondFactor: boolean
}

interface Page {
  roles: readonly Role[]
  limit: number
  offset: number
}

/** Who holds these roles of the transaction's programme now. */
export const listMembers = async (tx: Tx, { roles, limit, offset }: Page, now: Date): Promise<Member[]> => {
  if (roles.length === 0) return []
  const rows = await held(tx, now)
    .where('role', 'in', [...roles])
    .orderBy('role')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return withAccounts(tx, rows)
}

export const findMember = async (tx: Tx, membershipId: string, now: Date): Promise<Member | null> =>
  (await withAccounts(tx, await held(tx, now).where('id', '=', membershipId).execute()))[0] ?? null

/** How many others hold the role now. */
export const countOthers = async (tx: Tx, role: Role, membershipId: string, now: Date): Promise<number> =>
  (await held(tx, now).where('role', '=', role).where('id', '!=', membershipId).limit(2).execute()).length

const held = (tx: Tx, now: Date) =>
  tx
    .selectFrom('platform.membership')
    .select(['id', 'programme_id', 'person_id', 'role', 'place_id', 'starts_at'])
    .where('starts_at', '<=', now)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', now)]))

type Row = Awaited<ReturnType<ReturnType<typeof held>['execute']>>[number]

// Accounts lie outside the programme's wall: a function of the database shows those of its own members only.
const withAccounts = async (tx: Tx, rows: readonly Row[]): Promise<Member[]> => {
  if (rows.length === 0) return []
  const ids = sql.join(rows.map(({ id }) => sql`${id}::uuid`))
  const accounts = await sql<{ membership_id: string; email: string; second_factor: boolean }>`
    select membership_id, email, second_factor from platform.member_accounts(array[${ids}])`.execute(tx)
  const byId = new Map(accounts.rows.map((row) => [row.membership_id, row]))
  return rows.flatMap(({ role, ...row }) => {
    const account = byId.get(row.id)
    if (!isRole(role)) return []
    return [
      {
        membershipId: row.id,
        programmeId: row.programme_id,
        personId: row.person_id,
        role,
        placeId: row.place_id,
        startsAt: row.starts_at,
        email: account?.email ?? null,
        secondFactor: account?.second_factor ?? false,
      },
    ]
  })
}

/** The account of an address, made where there is none. Tells nobody which of the two it was. */
export const accountForInvite = async (tx: Tx, email: string, newId: string, now: Date): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select platform.account_for_invite(${email}, ${newId}, ${now}) as id`.execute(tx)
  return rows[0]?.id ?? newId
}
