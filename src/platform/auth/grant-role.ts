import { sql } from 'kysely'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Role } from '#kernel/role.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { endRoleBlockers, grantBlockers, type MemberBlocker, rolesKeptBy } from './member-rules.ts'
import { accountForInvite, countOthers, findMember } from './members.ts'

export interface Grant {
  personId: string
  role: Role
  placeId: string | null
  /** The address the person signs in with; null: they take part without signing in. */
  email: string | null
}

/**
 * Gives a person a role from now on; gives the membership's id. For other slices too: `unchecked` where the rule that
 * allowed it lies in the slice itself (a registration that was accepted), and not in who presses the button.
 */
export const grantRole = async (
  ctx: Ctx,
  grant: Grant,
  { unchecked = false } = {},
): Promise<Result<string, MemberBlocker[]>> => {
  const { tx, actor, now } = ctx
  const facts = {
    actorRole: actor.role,
    role: grant.role,
    hasPlace: grant.placeId !== null,
    alreadyHeld: await holds(ctx, grant),
  }
  const blockers = grantBlockers(facts).filter(({ code }) => !unchecked || code !== 'not-yours')
  if (blockers.length > 0) return no(blockers)
  const id = ctx.newId()
  const row = await tx
    .insertInto('platform.membership')
    .values({
      programme_id: actor.programmeId,
      id,
      account_id: grant.email ? await accountForInvite(tx, grant.email, ctx.newId(), now) : null,
      person_id: grant.personId,
      role: grant.role,
      place_id: grant.placeId,
      starts_at: now,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return no([{ code: 'already-held' }])
  ctx.audit.wrote({ action: 'role.granted', kind: 'membership', id, subject: grant.personId, reason: grant.role })
  return ok(id)
}

const holds = async ({ tx, actor, now }: Ctx, { personId, role, placeId }: Grant): Promise<boolean> => {
  const row = await tx
    .selectFrom('platform.membership')
    .select('id')
    .where('programme_id', '=', actor.programmeId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('place_id', placeId === null ? 'is' : '=', placeId)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', now)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a role and every session in it, at once; `unchecked` as above. Null: there is no such role, or it is not the actor's to see. */
export const endRole = async (
  ctx: Ctx,
  membershipId: string,
  { unchecked = false } = {},
): Promise<Result<null, MemberBlocker[]> | null> => {
  const { tx, actor, now } = ctx
  const member = await findMember(tx, membershipId, now)
  if (!member || (!unchecked && !rolesKeptBy(actor.role).includes(member.role))) return null
  // Two who end each other's role at the same moment must not both find the other one still there.
  await sql`select pg_advisory_xact_lock(14, ${actor.programmeId})`.execute(tx)
  const blockers = endRoleBlockers({
    actorRole: actor.role,
    role: member.role,
    isOwn: member.membershipId === actor.membershipId,
    others: await countOthers(tx, member.role, membershipId, now),
  }).filter(({ code }) => !unchecked || code !== 'not-yours')
  if (blockers.length > 0) return no(blockers)
  await tx
    .updateTable('platform.membership')
    .set({ ended_at: now, ended_by: actor.personId })
    .where('programme_id', '=', actor.programmeId)
    .where('id', '=', membershipId)
    .where('ended_at', 'is', null)
    .execute()
  await sql`select platform.end_member_sessions(${membershipId}, ${now})`.execute(tx)
  const { personId, role, placeId } = member
  ctx.audit.wrote({ action: 'role.ended', kind: 'membership', id: membershipId, subject: personId, reason: role })
  await ctx.outbox.emit('role.ended', { membershipId, personId, role, placeId })
  return ok(null)
}

/**
 * Sends an invitation to whoever holds the role: a link for seven days. A new `email` becomes the address they sign in
 * with; sessions under the former one end. The mail is made by a job, because a link is never kept in clear.
 */
export const inviteMember = async (
  ctx: Ctx,
  membershipId: string,
  invitation: { email: string | null; locale: Locale },
): Promise<Result<null, MemberBlocker[]> | null> => {
  const { tx, actor, now } = ctx
  const member = await findMember(tx, membershipId, now)
  if (!member || !rolesKeptBy(actor.role).includes(member.role)) return null
  const { email, locale } = invitation
  const action = email !== null && email !== member.email ? 'role.address_changed' : 'role.invited'
  if (email !== null && email !== member.email) {
    await tx
      .updateTable('platform.membership')
      .set({ account_id: await accountForInvite(tx, email, ctx.newId(), now) })
      .where('programme_id', '=', actor.programmeId)
      .where('id', '=', membershipId)
      .execute()
    await sql`select platform.end_member_sessions(${membershipId}, ${now})`.execute(tx)
  } else if (member.email === null) return no([{ code: 'no-address' }])
  ctx.audit.wrote({ action, kind: 'membership', id: membershipId, subject: member.personId })
  await ctx.outbox.emit(invitedTopic, { membershipId, locale })
  return ok(null)
}

export const invitedTopic = 'auth.invited'
export const changedTopic = 'auth.changed'

/** For a lost telephone: the next sign-in sets up a new second factor. All of the account's sessions end. */
export const resetSecondFactor = async (
  ctx: Ctx,
  membershipId: string,
): Promise<Result<null, MemberBlocker[]> | null> => {
  const { tx, actor, now } = ctx
  const member = await findMember(tx, membershipId, now)
  if (!member || !rolesKeptBy(actor.role).includes(member.role)) return null
  if (membershipId === actor.membershipId || member.personId === actor.personId) return no([{ code: 'own-role' }])
  const { rows } = await sql<{ done: boolean }>`
    select platform.reset_member_second_factor(${membershipId}, ${now}, ${actor.role === 'admin'}) as done`.execute(tx)
  if (!rows[0]?.done) return no([{ code: 'not-yours' }])
  await ctx.outbox.emit(changedTopic, { membershipId })
  ctx.audit.wrote({ action: 'second_factor.reset', kind: 'membership', id: membershipId, subject: member.personId })
  return ok(null)
}
