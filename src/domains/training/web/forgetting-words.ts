import { staffWords } from '#platform/i18n/words.ts'

/** What is still under way around somebody whose record is to be erased, or made one with another. */
export const forgettingWords = staffWords({
  ja: {
    applications: '研修への申し込みが、まだ決まっていません。',
    enrolments: '研修を受けている途中です。',
    practicums: '実習の予定が残っています。',
    bothTake: '2つの記録が、同じ開催の研修に入っています。別の人でないときは、その研修をなおしてください。',
  },
  en: {
    applications: 'An application to a course is not decided yet.',
    enrolments: 'They are in the middle of a course.',
    practicums: 'A practicum is still planned.',
    bothTake:
      'Both records are in the same run of a course. Unless they are two people, please put that run right first.',
  },
})
