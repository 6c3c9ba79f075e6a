export const locales = ['ja', 'en', 'easy'] as const
export type Locale = (typeof locales)[number]

/** How this reader wants pages: kept in a cookie, works without JavaScript. */
export interface Reader {
  locale: Locale
  furigana: boolean
  large: boolean
  calm: boolean
}
