import type { Tx } from '#platform/db/index.ts'
import { type Actor, type Call, page, type Reply } from '#platform/http/call.ts'
import type { RoleBeside } from '#platform/http/other-roles.ts'
import { Heading, Lead } from '#ui/index.ts'
import { listHeldRoles } from '../accounts.ts'
import type { AuthServices, Directory } from '../auth-services.ts'
import { RoleChoice } from './choose-routes.tsx'
import { signInWords } from './sign-in-words.ts'

/** The account's roles but the present one, each as its holder recognises it. */
export const rolesBeside =
  (directory: Pick<Directory, 'labels'>) =>
  async (tx: Tx, actor: Actor, now: Date): Promise<RoleBeside[]> => {
    const held = await listHeldRoles(tx, actor.accountId, now)
    const others = held.filter(({ membershipId }) => membershipId !== actor.membershipId)
    const labels = await directory.labels(tx, others)
    return others.map((role) => ({
      actor: { ...role, accountId: actor.accountId },
      label: labels.get(role.membershipId) ?? null,
    }))
  }

/** What somebody opened is there in another of their roles: they may take it up and go on to it. */
export const offerRoles =
  (roleWords: AuthServices['roleWords']) =>
  (call: Call, roles: readonly RoleBeside[]): Reply => {
    const { locale } = call.reader
    const t = signInWords[locale]
    const query = call.query.toString()
    return page(
      t.offerTitle,
      <>
        <Heading>{t.offerTitle}</Heading>
        <Lead>{t.offerLead}</Lead>
        <ul class="list">
          {roles.map(({ actor, label }) => (
            <RoleChoice
              button={t.offerButton}
              choice={{ id: actor.membershipId, role: roleWords[locale][actor.role], label, now: null }}
              next={query ? `${call.path}?${query}` : call.path}
            />
          ))}
        </ul>
      </>,
    )
  }
