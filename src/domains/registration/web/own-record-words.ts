import { words } from '#platform/i18n/words.ts'

/** The headings of what registration hands over with somebody's own record. */
export const ownRecordWords = words({
  ja: {
    on: '日',
    from: '始まり',
    to: '終わり',
    kind: '種類',
    what: 'こと',
    who: '書いた人',
    part: 'ページ',
    said: '書いたこと',
  },
  en: {
    on: 'Day',
    from: 'From',
    to: 'To',
    kind: 'Kind',
    what: 'What',
    who: 'Written by',
    part: 'Page',
    said: 'What was written',
  },
  easy: {
    on: '日',
    from: 'はじめ',
    to: 'おわり',
    kind: '種類',
    what: 'こと',
    who: '書いた人',
    part: 'ページ',
    said: '書いたこと',
  },
})
