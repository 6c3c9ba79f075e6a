import { never } from '#kernel/result.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { WamTrouble } from '../core/wam-row.ts'
import { importWords } from './import-words.ts'

/** Why a row cannot be taken over, as a sentence. */
export const troubleText = (trouble: WamTrouble, locale: Locale): string => {
  const t = importWords[locale].trouble
  switch (trouble.kind) {
    case 'columns':
      return t.columns(trouble.found)
    case 'missing':
      return t.missing(trouble.column)
    case 'lost_letters':
      return t.lost_letters(trouble.column)
    case 'number':
      return t.number(trouble.text)
    case 'twice':
      return t.twice(trouble.firstLine)
    default:
      return never(trouble)
  }
}
