import type { Tx } from '#platform/db/index.ts'
import { sessionTokenOf } from './cookie.ts'
import { authPaths } from './paths.ts'
import { type FoundSession, type SessionMembership, findSession } from './sessions.ts'

/** Who acts, or which page of the sign-in comes first. */
export type EntranceFound =
  | { kind: 'actor'; actor: SessionMembership & { membershipId: string; accountId: string }; severalRoles: boolean }
  | { kind: 'go'; to: string }

/** What every signed-in route passes first. `next` is the address to come back to after signing in (GET only; null otherwise). */
export const enter = async (
  tx: Tx,
  request: { cookie: string | null | undefined; secure: boolean; next: string | null },
  now: Date,
): Promise<EntranceFound> =>
  entranceOf(await findSession(tx, sessionTokenOf(request.cookie, request.secure), now), request.next)

/** The order of the doors: signed in, second factor, a role chosen. */
export const entranceOf = (session: FoundSession | null, next: string | null): EntranceFound => {
  if (!session) return { kind: 'go', to: authPaths.signIn(next) }
  if (session.secondFactor === 'needed') return { kind: 'go', to: authPaths.code(next) }
  if (session.secondFactor === 'to-set-up') return { kind: 'go', to: authPaths.setUpCode(next) }
  const { membership, accountId } = session
  if (!membership) return { kind: 'go', to: authPaths.choose(next) }
  return {
    kind: 'actor',
    actor: { ...membership, membershipId: membership.id, accountId },
    severalRoles: session.rolesHeld > 1,
  }
}
