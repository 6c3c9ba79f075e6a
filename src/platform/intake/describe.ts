import type { Locale } from '#platform/i18n/reader.ts'
import type { IntakeField } from './kinds.ts'

/** The same thing said in every language of the pages. */
export const inAll = <T>(of: (locale: Locale) => T): Record<Locale, T> => ({
  ja: of('ja'),
  en: of('en'),
  easy: of('easy'),
})

/** Makes fields out of a kind's words; `headings`: under which other names offices keep them. */
export const fieldsFrom =
  <K extends string>(
    words: Record<Locale, Readonly<Record<K, string>>>,
    headings: Readonly<Partial<Record<K, readonly string[]>>>,
  ) =>
  (key: K, type: IntakeField['type'], required = false): IntakeField => ({
    key,
    type,
    names: headings[key] ?? [],
    required,
    label: inAll((locale) => words[locale][key]),
  })
