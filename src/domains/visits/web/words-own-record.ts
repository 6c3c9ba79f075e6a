import { words } from '#platform/i18n/words.ts'

/** The headings of what visits hand over with somebody's own record. */
export const ownRecordWords = words({
  ja: {
    on: '日時',
    from: '始まり',
    to: '終わり',
    place: '場',
    activity: '活動',
    state: '状態',
    moment: '前・あと',
    reflections: '振り返り',
    written: '書いたこと',
  },
  en: {
    on: 'When',
    from: 'From',
    to: 'To',
    place: 'Place',
    activity: 'Activity',
    state: 'State',
    moment: 'Before or after',
    reflections: 'Looking back',
    written: 'What was written',
  },
  easy: {
    on: '日と 時間',
    from: 'はじめ',
    to: 'おわり',
    place: '場所',
    activity: 'すること',
    state: '今の ようす',
    moment: '前・あと',
    reflections: 'ふりかえり',
    written: '書いたこと',
  },
})
