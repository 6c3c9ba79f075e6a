import type { Tx } from '#platform/db/index.ts'
import { noteAccount, type Way } from './account-trail.ts'
import { getAccount, holdsStaffRole, listHeldRoles } from './accounts.ts'
import type { Client } from './client.ts'
import { sessionTokenOf, setSessionCookie } from './cookie.ts'
import { deviceTokenOf, rememberDevice } from './known-devices.ts'
import { authPaths, localPath } from './paths.ts'
import { offerTotp } from './second-factor.ts'
import { type AuthServices, type HeldRole, isSecure } from './auth-services.ts'
import { type SessionKind, secondFactorOf } from './session-limits.ts'
import { type FoundSession, rotateSession, type StartedSession, startSession } from './sessions.ts'
import { hashToken } from './token.ts'

/** Where the person goes next, and the cookies that go along. */
export interface SignedIn {
  to: string
  cookies: string[]
}

/** What every step of coming in works with. */
export interface SignInStep {
  tx: Tx
  services: AuthServices
  client: Client
  next: string | null
  requestId: string
  now: Date
}

/** After the mailbox or the password was proved. With a second factor still to come, the session opens nothing else yet. */
export const comeIn = async (
  step: SignInStep,
  accountId: string,
  how: Way,
  chosen: HeldRole | null = null,
): Promise<SignedIn> => {
  const { tx, services, client, now } = step
  const account = await getAccount(tx, accountId)
  const held = await listHeldRoles(tx, accountId, now)
  const role = chosen ?? onlyRole(held)
  const factor = secondFactorOf({
    holdsStaffRole: holdsStaffRole(held),
    totpConfirmed: account.totpConfirmedAt !== null,
    hasShown: false,
  })
  const open = factor === 'not-needed' && role !== null
  const kind: SessionKind = open ? 'member' : 'open'
  const replaces = sessionTokenOf(client.cookie, isSecure(services))
  const started = await startSession(
    tx,
    { accountId, membership: reference(role), kind, mfaAt: null, device: client.device },
    replaces ? hashToken(replaces) : null,
    now,
  )
  if (factor === 'to-set-up') await offerTotp(tx, services, accountId)
  const signedIn =
    factor === 'needed'
      ? going(step, started, authPaths.code(step.next))
      : factor === 'to-set-up'
        ? going(step, started, authPaths.setUpCode(step.next))
        : await arriving(step, accountId, started, role)
  await noteAccount(step, accountId, { action: factor === 'not-needed' ? 'sign_in' : 'sign_in.proved', how })
  return signedIn
}

/** After the second factor: a new token, and now the role. */
export const passSecondFactor = async (step: SignInStep, session: FoundSession): Promise<SignedIn> => {
  const { tx, now } = step
  const held = await listHeldRoles(tx, session.accountId, now)
  const role = held.find(({ membershipId }) => membershipId === session.membership?.id) ?? onlyRole(held)
  const kind: SessionKind = role === null ? 'open' : holdsStaffRole(held) ? 'staff' : 'member'
  const started = await rotateSession(
    tx,
    session,
    { membership: reference(role), kind, mfaAt: now, proved: true, device: step.client.device },
    now,
  )
  return arriving(step, session.accountId, started, role)
}

/** Takes up one of the roles the account holds now, or null where it does not hold it. A new token each time. */
export const takeRole = async (
  step: SignInStep,
  session: FoundSession,
  membershipId: string,
): Promise<SignedIn | null> => {
  const { tx, now } = step
  const held = await listHeldRoles(tx, session.accountId, now)
  const role = held.find((each) => each.membershipId === membershipId)
  if (!role) return null
  const first: SessionKind = holdsStaffRole(held) ? 'staff' : 'member'
  const started = await rotateSession(
    tx,
    session,
    { membership: reference(role), device: step.client.device, ...(session.membership ? {} : { kind: first }) },
    now,
  )
  return arriving(step, session.accountId, started, role)
}

/** A new token in the same role: after a new password. */
export const stayIn = async (step: SignInStep, session: FoundSession): Promise<SignedIn> => {
  const { tx, now } = step
  const held = await listHeldRoles(tx, session.accountId, now)
  const role = held.find(({ membershipId }) => membershipId === session.membership?.id) ?? null
  return arriving(step, session.accountId, await rotateSession(tx, session, { device: step.client.device }, now), role)
}

const arriving = async (
  step: SignInStep,
  accountId: string,
  started: StartedSession,
  role: HeldRole | null,
): Promise<SignedIn> => {
  const { tx, services, client, now } = step
  const secure = isSecure(services)
  const device = await rememberDevice(tx, accountId, deviceTokenOf(client.cookie, secure), secure, now)
  const there = going(step, started, role ? (localPath(step.next) ?? '/today') : authPaths.choose(step.next))
  return { ...there, cookies: [...there.cookies, device] }
}

const going = ({ services }: SignInStep, started: StartedSession, to: string): SignedIn => ({
  to,
  cookies: [setSessionCookie(started.token, started.expiresAt, isSecure(services))],
})

const onlyRole = (held: readonly HeldRole[]): HeldRole | null => (held.length === 1 ? (held[0] ?? null) : null)

const reference = (role: HeldRole | null) => (role ? { programmeId: role.programmeId, id: role.membershipId } : null)
