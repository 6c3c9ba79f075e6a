import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import type { SheetVersion } from '../data/sheet-versions.ts'
import { ownWords } from './own-words.ts'

/** Who wrote a version of a sheet: the person, the two together, or staff as they were told. */
export const viaWords = ({ via, by }: Pick<SheetVersion, 'via' | 'by'>, locale: Locale): string => {
  const t = ownWords[locale].via
  if (via === 'self' || via === 'before') return t[via]
  if (!by) return t.told
  return via === 'in_person' ? t.together(spoken(by)) : t.toldTo(spoken(by))
}
