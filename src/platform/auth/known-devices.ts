import type { Tx } from '#platform/db/index.ts'
import { hashToken, isToken, newToken } from './token.ts'

const nameOf = (secure: boolean): string => (secure ? '__Host-hitoba-known' : 'hitoba-known')
const year = 365 * 86_400_000

/** The token by which this browser is known, if it has one. It opens nothing: its guesses are only counted apart. */
export const deviceTokenOf = (header: string | null, secure: boolean): string | null => {
  const prefix = `${nameOf(secure)}=`
  const pair = header?.split(';').find((each) => each.trim().startsWith(prefix))
  const token = pair?.trim().slice(prefix.length) ?? ''
  return isToken(token) ? token : null
}

/** The browser's hash where this account came in with it before; null for strangers. */
export const knownDevice = async (tx: Tx, accountId: string, token: string | null): Promise<string | null> => {
  const hash = hashToken(token ?? '')
  const row = await tx
    .selectFrom('platform.known_device')
    .select('token_hash')
    .where('account_id', '=', accountId)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row ? hash : null
}

/** After coming in whole, with the second factor where there is one. Gives the cookie to set. */
export const rememberDevice = async (
  tx: Tx,
  accountId: string,
  token: string | null,
  secure: boolean,
  now: Date,
): Promise<string> => {
  const value = token ?? newToken()
  await tx
    .insertInto('platform.known_device')
    .values({ account_id: accountId, token_hash: hashToken(value), last_used_at: now })
    .onConflict((on) => on.columns(['account_id', 'token_hash']).doUpdateSet({ last_used_at: now }))
    .execute()
  const expires = new Date(now.getTime() + year).toUTCString()
  return `${nameOf(secure)}=${value}; Path=/; Expires=${expires}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Nobody is known any more: after a new password or second factor. */
export const forgetDevices = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.deleteFrom('platform.known_device').where('account_id', '=', accountId).execute()
}
