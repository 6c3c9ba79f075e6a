import type { Slice } from '#platform/http/slice.ts'
import { registrationMessages } from './messages.ts'
import { meaningRoutes } from './web/meaning-routes.tsx'
import { ownPauseRoutes } from './web/own-pause-routes.tsx'
import { ownSheetRoutes } from './web/own-sheet-routes.tsx'
import { ownWords } from './web/own-words.ts'
import { registrationPaths } from './web/paths.ts'
import { registeringRoutes } from './web/registering-routes.tsx'
import { staffPauseRoutes } from './web/staff-pause-routes.tsx'
import { staffSheetRoutes } from './web/staff-sheet-routes.tsx'
import { registrationWords } from './web/staff-words.ts'
import { registrationToday } from './web/today.ts'

const titles = (words: Record<'ja' | 'en' | 'easy', { title: string }>) => ({
  ja: words.ja.title,
  en: words.en.title,
  easy: words.easy.title,
})

export const slice: Slice = {
  name: 'registration',
  routes: [
    ...ownSheetRoutes,
    ...ownPauseRoutes,
    ...registeringRoutes,
    ...staffSheetRoutes,
    ...staffPauseRoutes,
    ...meaningRoutes,
  ],
  nav: [
    { who: ['supporter'], order: 55, label: titles(ownWords), href: registrationPaths.mine },
    {
      who: ['coordinator', 'companion', 'supervisor'],
      order: 25,
      label: titles(registrationWords),
      href: registrationPaths.list,
    },
  ],
  today: registrationToday,
  messages: registrationMessages,
}
