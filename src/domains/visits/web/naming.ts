import type { Naming } from '#domains/matching/index.ts'
import { formatDay, formatMinutes } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'

/** How the sentences of matching call people and times on our pages. */
export const namingIn = (
  locale: Locale,
  names: ReadonlyMap<string, { name: string; kana: string }> = new Map(),
): Naming => ({
  locale,
  person: (id) => spoken(names.get(id) ?? { name: '' }),
  theme: (theme) => theme,
  slot: ({ day, from, to }) => `${formatDay(day, locale)} ${formatMinutes(from, to, locale)}`,
})
