import { type Locale, locales, type Reader } from './reader.ts'

export const readingPath = '/reading'

const cookieName = 'reading'
const year = 31_536_000

/** How this reader wants pages: from the cookie, else from the browser's languages. */
export const readerOf = (cookieHeader: string | undefined, acceptLanguage: string | undefined): Reader => {
  const kept = new RegExp(`(?:^|;\\s*)${cookieName}=([a-z.]{2,40})(?:;|$)`).exec(cookieHeader ?? '')?.[1]
  if (!kept) return { locale: spoken(acceptLanguage), furigana: false, large: false, calm: false }
  const [locale = '', ...marks] = kept.split('.')
  return {
    locale: isLocale(locale) ? locale : 'ja',
    furigana: marks.includes('furigana'),
    large: marks.includes('large'),
    calm: marks.includes('calm'),
  }
}

/** The Set-Cookie value that keeps the choice for a year. It says nothing about who reads. */
export const readerCookie = (reader: Reader): string => {
  const marks = (['furigana', 'large', 'calm'] as const).filter((mark) => reader[mark])
  const value = [reader.locale, ...marks].join('.')
  return `${cookieName}=${value}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax`
}

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

// Japanese unless the browser asks for another language first: the programme's papers are Japanese.
const spoken = (acceptLanguage: string | undefined): Locale => {
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? ''
  return first === '' || first === '*' || first.startsWith('ja') ? 'ja' : 'en'
}
