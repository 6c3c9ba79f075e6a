import { words } from '#platform/i18n/words.ts'

export const calendarWords = words({
  ja: { title: 'カレンダー', nothingToday: '今日の予定はありません。' },
  en: { title: 'Calendar', nothingToday: 'Nothing is planned for today.' },
  easy: { title: 'カレンダー', nothingToday: '今日の 予定は ありません。' },
})
