import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { NavItem as Place } from '#platform/http/slice.ts'
import type { NavEntry, NavItem } from '#ui/index.ts'
import { appWords } from './app-words.ts'

export const menuGroups = ['people', 'training', 'programme', 'own'] as const
export type MenuGroup = (typeof menuGroups)[number]

/** Under which heading of a long menu a page stands. What is named nowhere is for every day and stands in the row. */
export const pagesOf: Readonly<Record<MenuGroup, readonly string[]>> = {
  people: ['/supporters', '/registrations', '/people', '/places', '/members'],
  training: [
    '/my-course',
    '/training',
    '/practicums',
    '/training/ceremonies',
    '/training/readiness',
    '/training/wordings',
    '/training/figures',
    '/certificates',
    '/my-applications',
    '/tasters',
  ],
  programme: [
    '/figures',
    '/plan',
    '/menu',
    '/fee-offices',
    '/fee-office',
    '/intake',
    '/documents',
    '/settings',
    '/audit',
  ],
  own: ['/course', '/sheet', '/registration', '/story-drafts', '/requests', '/me', '/account'],
}

/** What is every day's for one role, although it stands under a heading for others. */
const everyDay: Partial<Record<Role, readonly string[]>> = {
  trainee: ['/my-course'],
  coordinator: ['/requests'],
  host: ['/requests'],
}

// So many stand beside each other on a wide screen without a second line.
const few = 7

/** The menu of a role: a short one as it is; of a long one the pages of every day in a row, the others under a few headings. */
export const menuOf = (places: readonly Place[], role: Role, locale: Locale): NavEntry[] => {
  const own = places.filter((place) => place.who.includes(role)).toSorted((a, b) => a.order - b.order)
  const itemOf = ({ href, label }: Place): NavItem => ({ href, label: label[locale] })
  if (own.length < few) return own.map(itemOf)
  const groupOf = ({ href }: Place): MenuGroup | null =>
    everyDay[role]?.includes(href) ? null : (menuGroups.find((group) => pagesOf[group].includes(href)) ?? null)
  return [
    ...own.filter((place) => groupOf(place) === null).map(itemOf),
    ...menuGroups.flatMap((group): NavEntry[] => {
      const items = own.filter((place) => groupOf(place) === group).map(itemOf)
      return items.length < 2 ? items : [{ label: appWords[locale].menuGroups[group], items }]
    }),
  ]
}
