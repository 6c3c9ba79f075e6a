import type { Tx } from '#platform/db/index.ts'
import { getAccount } from './accounts.ts'
import { forgetDevices } from './known-devices.ts'
import { hashRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import type { AuthServices } from './auth-services.ts'
import { matchingStep, newTotpSecret, sealedTotp, totpCode, totpField, totpStep } from './totp.ts'

const offeredField = 'platform.account.totp_offered_sealed'

type Sealing = Pick<AuthServices, 'vault'>

/** A fresh secret to show for setting up. The account's present one stays until a code proves the new one. */
export const offerTotp = async (tx: Tx, { vault }: Sealing, accountId: string): Promise<void> => {
  await tx
    .updateTable('platform.account')
    .set({ totp_offered_sealed: vault.sealPlatform(offeredField, accountId, newTotpSecret()) })
    .where('id', '=', accountId)
    .execute()
}

export const offeredSecret = async (tx: Tx, { vault }: Sealing, accountId: string): Promise<string | null> => {
  const { totpOfferedSealed } = await getAccount(tx, accountId)
  return totpOfferedSealed ? vault.openPlatform(offeredField, accountId, totpOfferedSealed) : null
}

/** The first code of the offered secret makes it the account's own. Gives the recovery codes, shown this once; null: wrong code. */
export const confirmTotp = async (
  tx: Tx,
  services: Sealing,
  accountId: string,
  typed: string,
  now: Date,
): Promise<string[] | null> => {
  const secret = await offeredSecret(tx, services, accountId)
  const step = secret ? matchingStep(secret, typed, null, now) : null
  if (!secret || step === null) return null
  await setTotp(tx, services, accountId, { secret, step }, now)
  await forgetDevices(tx, accountId)
  return replaceRecoveryCodes(tx, accountId, now)
}

/** From now on this secret's codes count. `step`: the last one that was used. */
export const setTotp = async (
  tx: Tx,
  { vault }: Sealing,
  accountId: string,
  totp: { secret: string; step: number | null },
  now: Date,
): Promise<void> => {
  await tx
    .updateTable('platform.account')
    .set({
      totp_sealed: sealedTotp(vault, accountId, totp.secret),
      totp_confirmed_at: now,
      totp_last_step: totp.step,
      totp_offered_sealed: null,
    })
    .where('id', '=', accountId)
    .execute()
}

/** Old recovery codes stop working; the new ones are known only to whoever reads this answer. */
export const replaceRecoveryCodes = async (tx: Tx, accountId: string, now: Date): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await tx.deleteFrom('platform.recovery_code').where('account_id', '=', accountId).execute()
  await tx
    .insertInto('platform.recovery_code')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashRecoveryCode(code), created_at: now })))
    .execute()
  return codes
}

/** A code of the app or one from paper, once each. Two at the same moment: one of them opens. */
export const checkSecondFactor = async (
  tx: Tx,
  services: Sealing,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> =>
  looksLikeRecoveryCode(typed)
    ? spendRecoveryCode(tx, accountId, typed, now)
    : spendTotpCode(tx, services, accountId, typed, now)

const spendTotpCode = async (
  tx: Tx,
  { vault }: Sealing,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> => {
  const { totpSealed, totpConfirmedAt, totpLastStep } = await getAccount(tx, accountId)
  if (!totpSealed || !totpConfirmedAt) return false
  const step = matchingStep(vault.openPlatform(totpField, accountId, totpSealed), typed, totpLastStep, now)
  if (step === null) return false
  const done = await tx
    .updateTable('platform.account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const spendRecoveryCode = async (tx: Tx, accountId: string, typed: string, now: Date): Promise<boolean> => {
  const done = await tx
    .updateTable('platform.recovery_code')
    .set({ spent_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashRecoveryCode(typed))
    .where('spent_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export const countRecoveryCodes = async (tx: Tx, accountId: string): Promise<number> => {
  const { left } = await tx
    .selectFrom('platform.recovery_code')
    .select((e) => e.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('spent_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

/** The code that works now, for the demo's page only. Null: it was used, the next one comes in at most half a minute. */
export const currentCode = async (tx: Tx, { vault }: Sealing, accountId: string, now: Date): Promise<string | null> => {
  const { totpSealed, totpLastStep } = await getAccount(tx, accountId)
  if (!totpSealed) return null
  const secret = vault.openPlatform(totpField, accountId, totpSealed)
  const current = totpStep(now)
  const open = [current, current + 1].find((step) => totpLastStep === null || step > totpLastStep)
  return open === undefined ? null : totpCode(secret, open)
}
