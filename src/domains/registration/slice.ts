import type { Slice } from '#platform/http/slice.ts'
import { registrationDocuments } from './documents/kinds.ts'
import { registrationJobs } from './jobs.ts'
import { registrationMessages } from './messages.ts'
import { cardRoutes } from './web/card-routes.tsx'
import { applicationsRoutes } from './web/applications-routes.tsx'
import { lifePaths } from './web/life-paths.ts'
import { lifeStaffWords } from './web/life-staff-words.ts'
import { lifeToday } from './web/life-today.ts'
import { lifeWords } from './web/life-words.ts'
import { meaningRoutes } from './web/meaning-routes.tsx'
import { ownApplyRoutes } from './web/own-apply-routes.tsx'
import { ownLifeRoutes } from './web/own-life-routes.tsx'
import { ownPauseRoutes } from './web/own-pause-routes.tsx'
import { ownSheetRoutes } from './web/own-sheet-routes.tsx'
import { ownWords } from './web/own-words.ts'
import { registrationPaths } from './web/paths.ts'
import { registeringRoutes } from './web/registering-routes.tsx'
import { renewalRoutes } from './web/renewal-routes.tsx'
import { staffLifeRoutes } from './web/staff-life-routes.tsx'
import { staffPauseRoutes } from './web/staff-pause-routes.tsx'
import { staffSheetRoutes } from './web/staff-sheet-routes.tsx'
import { registrationWords } from './web/staff-words.ts'
import { registrationToday } from './web/today.ts'

const titles = (words: Record<'ja' | 'en' | 'easy', { title: string }>) => ({
  ja: words.ja.title,
  en: words.en.title,
  easy: words.easy.title,
})

/** `origin`: for the address on a card. */
export const registrationSlice = (origin: () => string): Slice => ({
  name: 'registration',
  routes: [
    ...ownSheetRoutes,
    ...ownPauseRoutes,
    ...registeringRoutes,
    ...staffSheetRoutes,
    ...staffPauseRoutes,
    ...meaningRoutes,
    ...ownLifeRoutes(origin),
    ...ownApplyRoutes,
    ...applicationsRoutes,
    ...staffLifeRoutes(origin),
    ...renewalRoutes,
    ...cardRoutes,
  ],
  nav: [
    { who: ['trainee', 'supporter'], order: 57, label: titles(lifeWords), href: lifePaths.mine },
    {
      who: ['coordinator'],
      order: 27,
      label: {
        ja: lifeStaffWords.ja.todayTitle,
        en: lifeStaffWords.en.todayTitle,
        easy: lifeStaffWords.easy.todayTitle,
      },
      href: lifePaths.applications,
    },
    { who: ['supporter'], order: 55, label: titles(ownWords), href: registrationPaths.mine },
    {
      who: ['coordinator', 'companion', 'supervisor'],
      order: 25,
      label: titles(registrationWords),
      href: registrationPaths.list,
    },
  ],
  today: [...registrationToday, ...lifeToday],
  jobs: registrationJobs,
  messages: registrationMessages,
  documents: registrationDocuments,
})
