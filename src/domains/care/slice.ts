import type { Slice } from '#platform/http/slice.ts'
import { careEvents, careJobs } from './jobs.ts'
import { newFollowUpRoutes } from './web/new-follow-up-routes.tsx'
import { followUpRoutes } from './web/follow-up-routes.tsx'
import { careMessages } from './web/messages.ts'
import { ownRoutes } from './web/own-routes.tsx'
import { carePaths } from './web/paths.ts'
import { silenceRoutes } from './web/silence-routes.tsx'
import { careToday } from './web/today.ts'
import { followUpWords, ownWords } from './web/words.ts'

export const slice: Slice = {
  name: 'care',
  routes: [...newFollowUpRoutes, ...followUpRoutes, ...silenceRoutes, ...ownRoutes],
  nav: [
    {
      who: ['companion', 'coordinator'],
      order: 50,
      label: { ja: followUpWords.ja.nav, en: followUpWords.en.nav, easy: followUpWords.easy.nav },
      href: carePaths.followUps,
    },
    {
      who: ['supporter'],
      order: 60,
      label: { ja: ownWords.ja.nav, en: ownWords.en.nav, easy: ownWords.easy.nav },
      href: carePaths.mine,
    },
  ],
  today: careToday,
  messages: careMessages,
  jobs: careJobs,
  on: careEvents,
}
