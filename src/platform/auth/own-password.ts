import type { Tx } from '#platform/db/index.ts'
import { getAccount, listHeldRoles } from './accounts.ts'
import { forgetDevices } from './known-devices.ts'
import { endLinks } from './links.ts'
import { type PasswordBlocker, passwordBlockers } from './password-rules.ts'
import type { AuthServices } from './auth-services.ts'
import { endAllSessions, type FoundSession } from './sessions.ts'
import { type SignedIn, type SignInStep, stayIn } from './sign-in.ts'

/** What stands in the way of this password for this account: what anybody knows of the person counts for nothing. */
export const ownPasswordBlockers = async (
  tx: Tx,
  services: Pick<AuthServices, 'directory' | 'senderName'>,
  session: FoundSession,
  password: string,
  now: Date,
): Promise<PasswordBlocker[]> => {
  const { email } = await getAccount(tx, session.accountId)
  const held = await listHeldRoles(tx, session.accountId, now)
  const names = await services.directory.programmeNames(tx, [...new Set(held.map(({ programmeId }) => programmeId))])
  const labels = await services.directory.labels(tx, held)
  const people = [...labels.values()].flatMap(({ person, kana, place }) => [person, kana, place ?? ''])
  return passwordBlockers(password, [email, services.senderName, ...names, ...people])
}

/** The new password counts from now on; every other way that was open is closed. */
export const setOwnPassword = async (step: SignInStep, session: FoundSession, hash: string): Promise<SignedIn> => {
  const { tx, now } = step
  await tx.updateTable('platform.account').set({ password_hash: hash }).where('id', '=', session.accountId).execute()
  await endAllSessions(tx, session.accountId, now, session.tokenHash)
  await endLinks(tx, session.accountId, now)
  await forgetDevices(tx, session.accountId)
  return stayIn(step, session)
}
