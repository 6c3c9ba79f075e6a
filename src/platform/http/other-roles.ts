import type { Tx } from '#platform/db/index.ts'
import type { RoleLabel } from '#platform/auth/auth-services.ts'
import { type Actor, type Call, notFound, type Reply } from './call.ts'
import type { MemberRoute } from './routes.ts'

/** Another role of the same account, as its holder recognises it. */
export interface RoleBeside {
  actor: Actor
  label: RoleLabel | null
}

/** What is known of roles: the pipeline's part of it. */
export interface OtherRoles {
  /** The account's other roles, in whatever programme. With owner rights. */
  rolesBeside(tx: Tx, actor: Actor, now: Date): Promise<RoleBeside[]>
  /** The page that offers to go on in one of them. */
  offerRoles(call: Call, roles: readonly RoleBeside[]): Reply
}

interface Doors {
  request: Record<'savepoint' | 'leave' | 'rollbackToSavepoint', () => Promise<void>>
  pipeline: OtherRoles
  as(actor: Actor): Promise<{ call: Call }>
}

/**
 * A page that is not there in this role may be there in another one of the same account: a mail is opened, and somebody
 * acts in the wrong role. Each of them is tried as it would be, then all of it is taken back. Where none reaches it, it
 * is the same 404 as for everybody else, after the same work whether the record exists or not.
 */
export const offerOtherRoles = async (route: MemberRoute, call: Call, doors: Doors): Promise<Reply> => {
  const { request, pipeline } = doors
  await request.savepoint()
  await request.leave()
  const reaching: RoleBeside[] = []
  for (const role of await pipeline.rolesBeside(call.tx, call.actor, call.now))
    if (await reaches(route, role.actor, doors)) reaching.push(role)
  // The wall of the present role comes back with it.
  await request.rollbackToSavepoint()
  return reaching.length === 0 ? notFound() : pipeline.offerRoles(call, reaching)
}

const reaches = async (route: MemberRoute, actor: Actor, { as }: Doors): Promise<boolean> => {
  if (!route.who.includes(actor.role)) return false
  return (await route.handle((await as(actor)).call)).kind !== 'not-found'
}
