import { isRole, type Role } from '#kernel/role.ts'
import type { AuthServices, DemoSignIns } from '#platform/auth/auth-services.ts'
import { messagePaths } from '#platform/messages/paths.ts'
import { roleWords } from './app-words.ts'
import { directory } from './directory.ts'
import type { Services } from './open-services.ts'

/** The sign-in with this process's keys and database, and in the demo its sample people. */
export const authServices = (services: Services, kickMails: () => void): AuthServices => ({
  db: services.db,
  vault: services.vault,
  newId: services.newId,
  auditKey: services.auditKey,
  origin: () => services.origin,
  senderName: 'hitoba',
  roleWords,
  directory,
  kickMails,
  demo: services.config.demo ? demoSignIns : null,
})

// Those with pages of daily work first.
const demoOrder: readonly Role[] = [
  'supporter',
  'host',
  'coordinator',
  'companion',
  'officer',
  'admin',
  'supervisor',
  'trainee',
  'seeker',
  'group',
]

const demoSignIns: DemoSignIns = {
  mailsHref: messagePaths.demoMails,
  list: async (tx) => {
    const rows = await tx
      .selectFrom('platform.membership as m')
      .innerJoin('people.person as person', (on) =>
        on.onRef('person.programme_id', '=', 'm.programme_id').onRef('person.id', '=', 'm.person_id'),
      )
      .innerJoin('programme.programme as programme', 'programme.programme_id', 'm.programme_id')
      .select(['m.id as membershipId', 'm.role', 'person.name', 'programme.short_name as programme'])
      .where('programme.is_sample', '=', true)
      .where('m.account_id', 'is not', null)
      .where('m.ended_at', 'is', null)
      .distinctOn(['m.programme_id', 'm.role'])
      .orderBy('m.programme_id')
      .orderBy('m.role')
      .orderBy('person.email')
      .execute()
    const signIns = rows.flatMap(({ role, name, ...row }) => (isRole(role) ? [{ ...row, person: name, role }] : []))
    return signIns.toSorted(
      (a, b) => a.programme.localeCompare(b.programme, 'ja') || demoOrder.indexOf(a.role) - demoOrder.indexOf(b.role),
    )
  },
}
