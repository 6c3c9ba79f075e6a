import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#platform/http/call.ts'
import { locales } from '#platform/i18n/reader.ts'
import { queueSignIn } from '#platform/messages/sign-in-mails.ts'
import { linkLife } from './link-budget.ts'
import { findMember } from './members.ts'
import { authPaths } from './paths.ts'
import type { AuthServices } from './auth-services.ts'
import { tellOwner } from './tell-owner.ts'
import { hashToken, newToken } from './token.ts'

const invited = z.object({ membershipId: z.uuid(), locale: z.enum(locales) })

/** Makes the link of an invitation and puts its mail out. Run again, it makes another link; both work until one is used. */
export const sendInvitation =
  (services: AuthServices) =>
  async (ctx: Ctx, payload: unknown): Promise<void> => {
    const { tx, now } = ctx
    const { membershipId, locale } = invited.parse(payload)
    const token = newToken()
    const expiresAt = new Date(now.getTime() + linkLife.invite)
    const { rows } = await sql<{ email: string | null }>`
      select platform.put_invite_link(${membershipId}, ${hashToken(token)}, ${now}, ${expiresAt}) as email`.execute(tx)
    const to = rows[0]?.email ?? null
    // The role has ended since, or the person goes without an account.
    if (to === null) return
    await queueSignIn(
      { tx, vault: services.vault, now, newId: services.newId, expiresAt },
      {
        to,
        url: services.origin() + authPaths.invite(token),
        locale,
        purpose: 'invite',
        senderName: services.senderName,
      },
    )
  }

const changed = z.object({ membershipId: z.uuid() })

/** Staff changed a way into somebody's account: the owner is told. */
export const tellOfChange =
  (services: AuthServices) =>
  async (ctx: Ctx, payload: unknown): Promise<void> => {
    const member = await findMember(ctx.tx, changed.parse(payload).membershipId, ctx.now)
    if (member?.email) await tellOwner(ctx.tx, services, { email: member.email, locale: 'ja' }, ctx.now)
  }
