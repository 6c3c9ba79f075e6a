import type { Locale } from '#platform/i18n/reader.ts'
import type { StaleField } from '#ui/index.ts'
import { requestFormWords } from './words-request-form.ts'

/** What the two versions of an edited request say, field by field. */
export const staleFields = (
  mine: Record<string, string | readonly string[]>,
  theirs: Record<string, string>,
  locale: Locale,
): StaleField[] => {
  const t = requestFormWords[locale]
  const labels: [string, string][] = [
    ['purpose', t.purpose],
    ['title', t.title],
    ['supporters', t.supporters],
    ['audience', t.audience],
    ['audience_count', t.audienceCount],
    ['themes', t.themes],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((row): [string, string] => [`day${row}`, `${t.slot(row)} ${t.day}`]),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((row): [string, string] => [`from${row}`, `${t.slot(row)} ${t.from}`]),
  ]
  return labels.map(([name, label]) => ({ label, mine: textOf(mine[name]), theirs: theirs[name] ?? '' }))
}

const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.join('、') ?? '')
