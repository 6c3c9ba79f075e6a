import { roles } from '#kernel/role.ts'
import type { Slice } from '#platform/http/slice.ts'
import { peopleMessages } from './messages.ts'
import { feedRoutes } from './web/feed-routes.ts'
import { meRoutes } from './web/me-routes.tsx'
import { meWords } from './web/me-words.ts'
import { peoplePaths } from './web/paths.ts'
import { peopleRoutes } from './web/people-routes.tsx'
import { peopleWords } from './web/people-words.ts'
import { recordRoutes } from './web/record-routes.tsx'

type Parts = Parameters<typeof meRoutes>[0] & Parameters<typeof peopleRoutes>[0] & Parameters<typeof feedRoutes>[0]

const titles = (words: Record<'ja' | 'en' | 'easy', { title: string }>) => ({
  ja: words.ja.title,
  en: words.en.title,
  easy: words.easy.title,
})

/** The people slice, with what later slices put on a person's page. */
export const peopleSlice = (parts: Parts): Slice => ({
  name: 'people',
  routes: [...meRoutes(parts), ...recordRoutes, ...peopleRoutes(parts), ...feedRoutes(parts)],
  nav: [
    { who: ['coordinator', 'companion'], order: 30, label: titles(peopleWords), href: peoplePaths.list },
    { who: roles, order: 95, label: titles(meWords), href: peoplePaths.me },
  ],
  messages: peopleMessages,
})
