import { staffWords } from '#platform/i18n/words.ts'

/** Read by the administrator: what was done and looked at in the programme, without anybody's record. */
export const auditWords = staffWords({
  ja: {
    title: '監査の記録',
    lead: 'だれが、いつ、どんな種類の記録を見たり書いたりしたかが、新しい順に並びます。記録の中身と、ピアサポーターなどの名前は出ません。消したり書きかえたりはできません。',
    verify: '書きかえられていないことは、サーバーで bin/hitoba audit verify を実行して確かめます。',
    show: '表示するもの',
    all: 'すべて',
    accounts: 'サインインなど',
    none: 'まだ記録はありません。',
    when: '日時',
    who: 'だれが',
    what: '何を',
    saw: '見た',
    wrote: '書いた・変えた',
    machine: 'システム',
    account: 'アカウント',
    classes: { lived: '経験', care: '調子・気持ち', staff: '職員のメモ', money: 'お金' },
  },
  en: {
    title: 'Audit trail',
    lead: 'Who looked at or wrote which kind of record, and when, newest first. It shows neither what the records say nor the names of supporters and others. Nobody can change or remove it.',
    verify: 'To make sure that nothing was changed, run bin/hitoba audit verify on the server.',
    show: 'Show',
    all: 'Everything',
    accounts: 'Sign-ins and the like',
    none: 'Nothing is noted yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    saw: 'Looked at',
    wrote: 'Wrote or changed',
    machine: 'The system',
    account: 'An account',
    classes: { lived: 'experience', care: 'how somebody is', staff: 'notes of staff', money: 'money' },
  },
})
