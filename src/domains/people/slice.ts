import { roles } from '#kernel/role.ts'
import type { Slice } from '#platform/http/slice.ts'
import { peopleMessages } from './messages.ts'
import { auditRoutes } from './web/audit-routes.tsx'
import { auditWords } from './web/audit-words.ts'
import { doublesRoutes } from './web/doubles-routes.tsx'
import { erasureRoutes, erasureToday } from './web/erasure-routes.tsx'
import { feedRoutes } from './web/feed-routes.ts'
import { meRoutes } from './web/me-routes.tsx'
import { meWords } from './web/me-words.ts'
import { ownErasureRoutes } from './web/own-erasure-routes.tsx'
import { ownMergesRoutes } from './web/own-merges-routes.tsx'
import { ownRecordRoutes } from './web/own-record-routes.tsx'
import { peoplePaths } from './web/paths.ts'
import { peopleRoutes } from './web/people-routes.tsx'
import { peopleWords } from './web/people-words.ts'
import { recordRoutes } from './web/record-routes.tsx'

type Parts = Parameters<typeof meRoutes>[0] &
  Parameters<typeof peopleRoutes>[0] &
  Parameters<typeof feedRoutes>[0] &
  Parameters<typeof erasureRoutes>[0] &
  Parameters<typeof doublesRoutes>[0] &
  Parameters<typeof ownRecordRoutes>[0]

const titles = (words: Record<'ja' | 'en' | 'easy', { title: string }>) => ({
  ja: words.ja.title,
  en: words.en.title,
  easy: words.easy.title,
})

/** The people slice, with what later slices put on a person's page. */
export const peopleSlice = (parts: Parts): Slice => ({
  name: 'people',
  routes: [
    ...meRoutes(parts),
    ...recordRoutes,
    ...doublesRoutes(parts),
    ...peopleRoutes(parts),
    ...feedRoutes(parts),
    ...auditRoutes(parts),
    ...erasureRoutes(parts),
    ...ownErasureRoutes,
    ...ownMergesRoutes(parts),
    ...ownRecordRoutes(parts),
  ],
  nav: [
    { who: ['coordinator', 'companion'], order: 30, label: titles(peopleWords), href: peoplePaths.list },
    { who: ['admin'], order: 92, label: titles(auditWords), href: peoplePaths.audit() },
    { who: roles, order: 95, label: titles(meWords), href: peoplePaths.me },
  ],
  today: [{ who: ['coordinator'], order: 12, cards: erasureToday }],
  messages: peopleMessages,
})
