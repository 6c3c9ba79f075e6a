import { staffWords } from '#platform/i18n/words.ts'

/** What is still under way around somebody whose record is to be erased. */
export const forgettingWords = staffWords({
  ja: {
    applications: '研修への申し込みが、まだ決まっていません。',
    enrolments: '研修を受けている途中です。',
    practicums: '実習の予定が残っています。',
  },
  en: {
    applications: 'An application to a course is not decided yet.',
    enrolments: 'They are in the middle of a course.',
    practicums: 'A practicum is still planned.',
  },
})
