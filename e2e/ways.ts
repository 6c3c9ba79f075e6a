import type { Visitor } from './browser.ts'

/** As most people walk, and as those do for whom it is hardest. */
export const bothWays: [string, Visitor][] = [
  ['with JavaScript, in Japanese with furigana', { javaScript: true, reader: { locale: 'ja', furigana: true } }],
  ['without JavaScript, in easy Japanese', { javaScript: false, reader: { locale: 'easy' } }],
]
