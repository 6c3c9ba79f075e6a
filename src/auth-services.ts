import { isRole } from '#kernel/role.ts'
import type { AuthServices, DemoSignIns } from '#platform/auth/services.ts'
import { messagePaths } from '#platform/messages/paths.ts'
import { roleWords } from './app-words.ts'
import { directory } from './directory.ts'
import type { Services } from './services.ts'

/** The sign-in with this process's keys and database, and in the demo its sample people. */
export const authServices = (services: Services, kickMails: () => void): AuthServices => ({
  db: services.db,
  vault: services.vault,
  newId: services.newId,
  origin: () => services.origin,
  senderName: 'hitoba',
  roleWords,
  directory,
  kickMails,
  demo: services.config.demo ? demoSignIns : null,
})

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
      .orderBy('m.programme_id')
      .orderBy('m.starts_at')
      .orderBy('m.id')
      .execute()
    return rows.flatMap(({ role, name, ...row }) => (isRole(role) ? [{ ...row, person: name, role }] : []))
  },
}
