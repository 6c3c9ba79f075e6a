import { isRole, isStaff } from '#kernel/role.ts'
import type { Tx } from '#platform/db/index.ts'
import type { HeldRole } from './auth-services.ts'

/** An id that no account has: queries about nobody are the same queries. */
export const nobody = '00000000-0000-0000-0000-000000000000'

export interface Account {
  id: string
  email: string
  passwordHash: string | null
  totpSealed: string | null
  totpConfirmedAt: Date | null
  totpLastStep: number | null
  totpOfferedSealed: string | null
}

const columns = [
  'id',
  'email',
  'password_hash as passwordHash',
  'totp_sealed as totpSealed',
  'totp_confirmed_at as totpConfirmedAt',
  'totp_last_step as totpLastStep',
  'totp_offered_sealed as totpOfferedSealed',
] as const

export const findAccountByEmail = async (tx: Tx, email: string): Promise<Account | null> =>
  (await tx.selectFrom('platform.account').select(columns).where('email', '=', email).executeTakeFirst()) ?? null

export const getAccount = (tx: Tx, id: string): Promise<Account> =>
  tx.selectFrom('platform.account').select(columns).where('id', '=', id).executeTakeFirstOrThrow()

/** The roles that the account holds now, over all programmes. */
export const listHeldRoles = async (tx: Tx, accountId: string, now: Date): Promise<HeldRole[]> => {
  const rows = await tx
    .selectFrom('platform.membership')
    .select([
      'id as membershipId',
      'programme_id as programmeId',
      'person_id as personId',
      'role',
      'place_id as placeId',
    ])
    .where('account_id', '=', accountId)
    .where('starts_at', '<=', now)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', now)]))
    .orderBy('programme_id')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ role, ...rest }) => (isRole(role) ? [{ ...rest, role }] : []))
}

export const holdsStaffRole = (held: readonly HeldRole[]): boolean => held.some(({ role }) => isStaff(role))
