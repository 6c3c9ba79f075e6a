import type { Tx } from '#platform/db/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { queueSignIn } from '#platform/messages/sign-in-mails.ts'
import { authPaths } from './paths.ts'
import type { MailServices } from './auth-services.ts'

const twoDays = 2 * 86_400_000

/** Tells the owner of an account that a way in was changed: whoever did not do it can act. */
export const tellOwner = (
  tx: Tx,
  services: MailServices,
  owner: { email: string; locale: Locale },
  now: Date,
): Promise<void> =>
  queueSignIn(
    { tx, vault: services.vault, now, newId: services.newId, expiresAt: new Date(now.getTime() + twoDays) },
    {
      to: owner.email,
      url: services.origin() + authPaths.account,
      locale: owner.locale,
      purpose: 'changed',
      senderName: services.senderName,
    },
  )
