import type { Locale } from './reader.ts'

/** A text with a remark behind it, in the brackets of the language. */
export const remarked = (text: string, remark: string, locale: Locale): string =>
  locale === 'en' ? `${text} (${remark})` : `${text}（${remark}）`

/** Several in a row. */
export const listed = (texts: readonly string[], locale: Locale): string => texts.join(locale === 'en' ? ', ' : '、')
