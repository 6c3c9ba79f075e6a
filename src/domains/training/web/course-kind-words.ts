import { words } from '#platform/i18n/words.ts'

/** The kinds of courses, as anybody reads them. */
export const courseKindWords = words({
  ja: { basic: '基礎編', advanced: '専門編', follow_up: 'フォローアップ', host: '団体・支援者向け' },
  en: { basic: 'Basic', advanced: 'Advanced', follow_up: 'Follow-up', host: 'For places and support workers' },
  easy: { basic: '基礎編', advanced: '専門編', follow_up: 'フォローアップ', host: '場の 人の 研修' },
})
