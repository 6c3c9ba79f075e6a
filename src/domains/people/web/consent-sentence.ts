import type { Locale } from '#platform/i18n/reader.ts'
import type { ConsentLine } from '../core/consents.ts'
import { meWords } from './me-words.ts'

/** One line of consent as a sentence on paper: to whom, and what. */
export const consentSentence = ({ recipient, item }: ConsentLine, locale: Locale): string => {
  const t = meWords[locale]
  return `${t.recipients[recipient]}${locale === 'en' ? ': ' : '：'}${t.items[item]}`
}
