import { staffWords } from '#platform/i18n/words.ts'

/** The columns of a list of registrations. */
export const intakeRegistrationWords = staffWords({
  ja: {
    title: '登録の記録',
    lead: 'いつからいつまで登録していたかの一覧です。終わりの日がない行は、いまも登録中とします。本人には何も届きません。',
    from: '登録した日',
    until: '登録の終わりの日',
    reasons: {
      ahead: '登録した日が、今日より先です。',
      ends_before: '登録の終わりの日が、登録した日より前です。',
      overlaps: 'この人は、この期間の一部または全部に、もう登録があります。',
      under_way: 'この人からは登録の申込みが届いています。「登録」のページから進めてください。',
    },
  },
  en: {
    title: 'Registrations',
    lead: 'From when to when people were registered. A row without a last day means that they still are. Nobody is told.',
    from: 'Registered on',
    until: 'Last day',
    reasons: {
      ahead: 'The day of registration lies ahead.',
      ends_before: 'The last day is before the day of registration.',
      overlaps: 'This person is registered within this time already.',
      under_way: 'This person has applied to be registered. Please go on from there.',
    },
  },
})

/** Other headings under which offices keep the same. */
export const registrationHeadings = {
  from: ['登録日', '登録年月日', '登録開始日', '開始日', 'from'],
  until: ['期間の終わり', '登録終了日', '終了日', '有効期限', '登録の終わり', '解除日', 'until'],
} as const
