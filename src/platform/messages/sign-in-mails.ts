import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Tx } from '#platform/db/index.ts'
import { locales } from '#platform/i18n/reader.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'
import { changedMail, inviteMail, signInMail } from './mail-text.ts'
import { MailError, type Transport } from './transport.ts'

const letter = z.object({
  /** Null: nobody is there. The row is written all the same and dropped, so that time tells nothing. */
  to: z.string().nullable(),
  url: z.string(),
  locale: z.enum(locales),
  purpose: z.enum(['sign_in', 'invite', 'changed']),
  senderName: z.string(),
})

export type SignInLetter = z.infer<typeof letter>

// A link in clear would be worth an account: it is sealed with the platform's own key.
type Seal = Pick<PlatformVault, 'sealPlatform' | 'openPlatform'>
const field = 'platform.sign_in_mail.sealed'

interface Queue {
  tx: Tx
  vault: Pick<Seal, 'sealPlatform'>
  now: Date
  newId: () => string
  expiresAt: Date
}

/** Puts a sign-in or invitation mail out, as a row of the same transaction. It leaves with the next drain and is deleted then. */
export const queueSignIn = async (queue: Queue, mail: SignInLetter): Promise<void> => {
  const id = queue.newId()
  await queue.tx
    .insertInto('platform.sign_in_mail')
    .values({
      id,
      sealed: queue.vault.sealPlatform(field, id, JSON.stringify(mail)),
      next_at: queue.now,
      expires_at: queue.expiresAt,
    })
    .execute()
}

export interface SignInMailDeps {
  db: Database
  transport: Transport
  clock: () => Date
  vault: Pick<Seal, 'openPlatform'>
}

// Somebody is waiting in front of the screen: tries are close together, and the link soon ends anyway.
const leaseMs = 60_000

/** Sends sign-in mails; no quiet hours, whoever asked is awake. */
export const sendSignInMails = async (deps: SignInMailDeps): Promise<number> => {
  let sent = 0
  for (;;) {
    const claimed = await deps.db.asPlatform((tx) => claim(tx, deps.clock()))
    if (claimed.length === 0) return sent
    const done = await Promise.all(claimed.map((row) => sendOne(deps, row)))
    sent += done.filter(Boolean).length
  }
}

interface Claimed {
  id: string
  sealed: string
}

const claim = async (tx: Tx, now: Date): Promise<Claimed[]> => {
  await tx.deleteFrom('platform.sign_in_mail').where('expires_at', '<=', now).execute()
  const { rows } = await sql<Claimed>`
    update platform.sign_in_mail set attempts = attempts + 1, next_at = ${new Date(now.getTime() + leaseMs)}
    where id in (
      select id from platform.sign_in_mail where next_at <= ${now} order by next_at limit 10 for update skip locked
    ) returning id, sealed`.execute(tx)
  return rows
}

const sendOne = async ({ db, transport, vault }: SignInMailDeps, row: Claimed): Promise<boolean> => {
  const outcome = await attempt(transport, row, opened(vault, row))
  await db.asPlatform((tx) => settle(tx, row.id, outcome.again))
  return outcome.sent
}

// Sealed with a key that is gone: nobody will ever read it, so it is dropped.
const opened = (vault: SignInMailDeps['vault'], row: Claimed): SignInLetter | null => {
  try {
    return letter.parse(JSON.parse(vault.openPlatform(field, row.id, row.sealed)))
  } catch {
    return null
  }
}

const settle = async (tx: Tx, id: string, error: string | null): Promise<void> => {
  if (error === null) await tx.deleteFrom('platform.sign_in_mail').where('id', '=', id).execute()
  else await tx.updateTable('platform.sign_in_mail').set({ last_error: error }).where('id', '=', id).execute()
}

const attempt = async (
  transport: Transport,
  row: Claimed,
  mail: SignInLetter | null,
): Promise<{ sent: boolean; again: string | null }> => {
  if (!mail || mail.to === null) return { sent: false, again: null }
  try {
    await transport.send(asMail(row.id, mail.to, mail))
    return { sent: true, again: null }
  } catch (error) {
    const { kind, final } = error instanceof MailError ? error : new MailError('unknown', false)
    return { sent: false, again: final ? null : kind }
  }
}

const texts = { sign_in: signInMail, invite: inviteMail, changed: changedMail }

const asMail = (id: string, to: string, mail: SignInLetter) => {
  const text = texts[mail.purpose](mail.locale, mail.url)
  return { id, to, senderName: mail.senderName, programmeId: null, ...text }
}
