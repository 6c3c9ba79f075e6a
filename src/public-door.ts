import type { PublicDoor } from '#domains/places/index.ts'
import { listHeldRoles } from '#platform/auth/accounts.ts'
import { countOfficeMail, countTry } from '#platform/auth/attempts.ts'
import { comeIn } from '#platform/auth/sign-in.ts'
import { arrive } from '#platform/auth/web/guard.ts'
import { inProgramme, type SystemDeps, systemActor } from '#platform/jobs/system.ts'
import { queueSignIn } from '#platform/messages/sign-in-mails.ts'
import { authServices } from './auth-services.ts'
import type { Services } from './open-services.ts'

export type { PublicDoor }

/** What pages without sign-in may do. The pipeline is made after the slices, so it is asked for when it is needed. */
export const openPublicDoor = (services: Services, pipeline: () => SystemDeps, kickMails: () => void): PublicDoor => ({
  programmes: () =>
    services.db.asPlatform((tx) =>
      tx
        .selectFrom('programme.programme')
        .select([
          'programme_id as id',
          'name',
          'municipality',
          'contact_phone as contactPhone',
          'contact_hours as contactHours',
          'crisis_card as crisisCard',
        ])
        .orderBy('programme_id')
        .execute(),
    ),
  inProgramme: (programmeId, work) => inProgramme(pipeline(), systemActor(programmeId), work),
  maySend: async (address, now) =>
    (await services.db.asPlatform((tx) => countTry(tx, [{ kind: 'form:address', key: address }], now))) === null,
  newId: services.newId,
  mayMail: async (email, now) =>
    (await services.db.asPlatform((tx) => countTry(tx, [{ kind: 'form:mailbox', key: email }], now))) === null,
  mayMailFor: ({ tx, now }, mail) => countOfficeMail(tx, mail, now),
  mailWay: async ({ tx, now }, { to, path, locale, expiresAt }) => {
    const { vault, newId, origin } = services
    const { senderName } = authServices(services, kickMails)
    const mail = { to, url: `${origin}${path}`, locale, purpose: 'invite', senderName } as const
    await queueSignIn({ tx, vault, now, newId, expiresAt }, mail)
    // After the answer has left: sending takes time only where there is a mailbox.
    setTimeout(kickMails, 50).unref()
  },
  letIn: (call, { accountId, membershipId }, next) =>
    services.db.asPlatform(async (tx) => {
      // Not the call's: the role may have been given within it.
      const now = services.clock()
      const held = await listHeldRoles(tx, accountId, now)
      const chosen = held.find((role) => role.membershipId === membershipId) ?? null
      const { client, requestId } = call
      const step = { tx, services: authServices(services, kickMails), client, next, requestId, now }
      return arrive(await comeIn(step, accountId, 'link', chosen))
    }),
})
