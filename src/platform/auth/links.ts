import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { queueSignIn } from '#platform/messages/sign-in-mails.ts'
import { findAccountByEmail, nobody } from './accounts.ts'
import { type LinkPurpose, linkLife, mayMailLink } from './link-budget.ts'
import { authPaths, localPath } from './paths.ts'
import type { MailServices } from './auth-services.ts'
import { hashToken, isToken, newToken } from './token.ts'

const day = 86_400_000

/**
 * Somebody asks for a link. The same statements run whether the address is anybody's or not, and where no mail is due:
 * then the link belongs to nobody and the mail has no addressee.
 */
export const askLink = async (
  tx: Tx,
  services: MailServices,
  asked: { email: string; next: string | null; locale: Locale },
  now: Date,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${asked.email}, 12))`.execute(tx)
  const account = await findAccountByEmail(tx, asked.email)
  const due = mayMailLink(await sentTo(tx, account?.id ?? nobody, now)) ? account : null
  const token = newToken()
  const expiresAt = new Date(now.getTime() + linkLife.sign_in)
  await tx
    .insertInto('platform.sign_in_link')
    .values({
      token_hash: hashToken(token),
      account_id: due?.id ?? null,
      purpose: 'sign_in',
      next: localPath(asked.next),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  await queueSignIn(
    { tx, vault: services.vault, now, newId: services.newId, expiresAt },
    {
      to: due?.email ?? null,
      url: services.origin() + authPaths.link(token),
      locale: asked.locale,
      purpose: 'sign_in',
      senderName: services.senderName,
    },
  )
}

const sentTo = async (tx: Tx, accountId: string, now: Date): Promise<{ live: number; lastDay: number }> =>
  tx
    .selectFrom('platform.sign_in_link')
    .select((e) => [
      e.fn.countAll<number>().as('lastDay'),
      e.fn.countAll<number>().filterWhere('expires_at', '>', now).filterWhere('spent_at', 'is', null).as('live'),
    ])
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'sign_in')
    .where('created_at', '>', new Date(now.getTime() - day))
    .executeTakeFirstOrThrow()

export interface LiveLink {
  accountId: string
  email: string
}

/** Whose link it is, where it still works. Changes nothing, however often it is looked at. */
export const peekLink = async (tx: Tx, token: string, purpose: LinkPurpose, now: Date): Promise<LiveLink | null> => {
  if (!isToken(token)) return null
  const row = await tx
    .selectFrom('platform.sign_in_link as l')
    .innerJoin('platform.account as a', 'a.id', 'l.account_id')
    .select(['a.id as accountId', 'a.email'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.purpose', '=', purpose)
    .where('l.spent_at', 'is', null)
    .where('l.expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Spends the link, exactly once. The account's other mailed sign-in links end with it. */
export const spendLink = async (
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<{ accountId: string; next: string | null } | null> => {
  if (!isToken(token)) return null
  const row = await tx
    .updateTable('platform.sign_in_link')
    .set({ spent_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .where('account_id', 'is not', null)
    .returning(['account_id', 'next'])
    .executeTakeFirst()
  if (!row?.account_id) return null
  await endLinks(tx, row.account_id, now)
  return { accountId: row.account_id, next: row.next }
}

/** Sign-in links that are still in the mailbox stop working: after coming in, or with a new password. */
export const endLinks = async (tx: Tx, accountId: string, now: Date): Promise<void> => {
  await tx
    .updateTable('platform.sign_in_link')
    .set({ spent_at: now })
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'sign_in')
    .where('spent_at', 'is', null)
    .execute()
}
