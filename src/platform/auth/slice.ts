import { sql } from 'kysely'
import { roles } from '#kernel/role.ts'
import type { Slice } from '#platform/http/slice.ts'
import { changedTopic, invitedTopic } from './grant-role.ts'
import { sendInvitation, tellOfChange } from './invitations.ts'
import { authPaths } from './paths.ts'
import type { AuthServices } from './auth-services.ts'
import { accountRoutes } from './web/account-routes.tsx'
import { accountWords } from './web/account-words.ts'
import { chooseRoutes } from './web/choose-routes.tsx'
import { demoRoutes } from './web/demo-routes.ts'
import { memberRoutes } from './web/member-routes.tsx'
import { memberWords } from './web/member-words.ts'
import { passwordRoutes } from './web/password-routes.tsx'
import { secondFactorRoutes } from './web/second-factor-routes.tsx'
import { setUpRoutes } from './web/set-up-routes.tsx'
import { linkRoutes } from './web/sign-in-routes.tsx'

/** Coming in, staying in, going out; and who is a member in which role. */
export const authSlice = (services: AuthServices): Slice => ({
  name: 'auth',
  routes: [
    ...linkRoutes(services),
    ...passwordRoutes(services),
    ...secondFactorRoutes(services),
    ...chooseRoutes(services),
    ...(services.demo ? demoRoutes(services, services.demo) : []),
    ...accountRoutes(services),
    ...setUpRoutes(services),
    ...memberRoutes(services),
  ],
  jobs: [
    {
      name: 'auth.sweep',
      cron: '17 3 * * *',
      run: async ({ tx, now }) => {
        await sql`select platform.sweep_sign_in(${now})`.execute(tx)
      },
    },
  ],
  on: { [invitedTopic]: sendInvitation(services), [changedTopic]: tellOfChange(services) },
  nav: [
    {
      who: ['coordinator', 'admin'],
      order: 800,
      label: { ja: memberWords.ja.title, en: memberWords.en.title, easy: memberWords.ja.title },
      href: authPaths.members,
    },
    {
      who: roles,
      order: 900,
      label: { ja: accountWords.ja.title, en: accountWords.en.title, easy: accountWords.easy.title },
      href: authPaths.account,
    },
  ],
})
