import type { PublicDoor } from '#domains/places/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hashToken, newToken } from '#platform/auth/token.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Application, countMail, findApplication } from '../data/applications.ts'
import { endLinks, insertLink } from '../data/apply-links.ts'
import { hasSignIn, mayLeadTo } from '../data/office-people.ts'
import { applicationPaths, ownPaths, publicPaths } from '../web/paths.ts'
import { doorOf } from './application-facts.ts'
import { linkLife } from './come-in.ts'
import { tellCoordinators } from './people-of-run.ts'

/** By their own sign-in, by a link to their mailbox, or by staff who ask them. */
export type Asked = 'sign_in' | 'mail' | 'staff'
export type InviteBlocker = { kind: 'mailed_enough' }

const mostMails = 3

/** Asks somebody whom an office has named for their own part. Null: it is not the actor's, or they are past it. */
export const inviteApplicant = async (
  ctx: Ctx,
  door: Pick<PublicDoor, 'mailWay' | 'mayMailFor'>,
  id: string,
  email: string | null,
): Promise<Result<Asked, InviteBlocker[]> | null> => {
  const one = await findApplication(ctx.tx, ctx.actor, id)
  if (!one || one.status !== 'draft' || one.personId === ctx.actor.personId) return null
  if (await hasSignIn(ctx.tx, ctx.actor.programmeId, one.personId)) {
    await ctx.outbox.tell(one.personId, 'training.named_by_office', {}, ownPaths.application(id))
    return ok('sign_in')
  }
  // What they would read there is theirs: whose mailbox it is, staff ask them.
  if (email === null || !(await mayLeadTo(ctx.tx, ctx.actor.programmeId, id, email))) {
    await tellCoordinators(ctx, 'training.named_to_ask', {}, applicationPaths.application(id))
    return ok('staff')
  }
  if (!(await mayMail(ctx, door, one, email))) return no([{ kind: 'mailed_enough' }])
  await endLinks(doorOf(ctx), id, ctx.now)
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + linkLife)
  const { name, kana, runId } = one
  await insertLink(doorOf(ctx), {
    tokenHash: hashToken(token),
    wish: { runId, applicationId: id },
    asker: { name, kana, email, locale: 'ja' },
    now: ctx.now,
    expiresAt,
  })
  const path = publicPaths.link(String(ctx.programme.id), token)
  await door.mailWay(ctx, { to: email, path, locale: 'ja', expiresAt })
  ctx.audit.wrote({ action: 'invite', kind: 'training.application', id, subject: one.personId })
  return ok('mail')
}

const mayMail = async (
  ctx: Ctx,
  door: Pick<PublicDoor, 'mayMailFor'>,
  { id, placeId }: Application,
  email: string,
): Promise<boolean> =>
  (await door.mayMailFor(ctx, { office: placeId ?? ctx.actor.membershipId, to: email })) &&
  (await countMail(ctx.tx, ctx.actor.programmeId, id, mostMails))
