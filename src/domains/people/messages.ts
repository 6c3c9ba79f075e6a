import { day } from '#kernel/calendar-day.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { defineMessages } from '#platform/messages/kinds.ts'

/** What people are told about their own record. */
export const peopleMessages = defineMessages({
  'people.recorded': {
    ja: () => ({
      title: '職員が、聞いたことを記録しました',
      body: 'あなたから聞いたことを、職員が代わりに記録しました。ちがうところがあれば、いつでも直せます。',
    }),
    en: () => ({
      title: 'Staff wrote down what you told them',
      body: 'Staff wrote down for you what you told them. If something is not right, you can change it at any time.',
    }),
    easy: () => ({
      title: '職員が 書きました',
      body: 'あなたから 聞いたことを、職員が 書きました。ちがうときは、いつでも 直すことが できます。',
    }),
  },
  'people.erasure_wished': {
    ja: () => ({
      title: '記録を消してほしいという申し出がありました',
      body: '30日以内に返事をします。先に終わらせることがあるかを、ページで確かめられます。',
    }),
    en: () => ({
      title: 'Somebody would like their record erased',
      body: 'They get an answer within 30 days. The page shows what has to be ended first.',
    }),
    easy: () => ({
      title: '記録を けして ほしい 人が います',
      body: '30日より 早く 返事を してください。',
    }),
  },
  'people.merge_asked': {
    ja: ({ until }) => ({
      title: 'あなたの記録かどうかを、教えてください',
      body: `あなたのものかもしれない記録が、もうひとつあります。まとめる前に、あなたの返事を${formatDayLong(day(String(until)), 'ja')}まで待ちます。`,
    }),
    en: ({ until }) => ({
      title: 'Please tell us whether a record is yours',
      body: `There is another record that may be yours. Before the two become one, we wait for your answer until ${formatDayLong(day(String(until)), 'en')}.`,
    }),
    easy: ({ until }) => ({
      title: 'あなたの 記録か、おしえてください',
      body: `あなたの ものかもしれない 記録が もう ひとつ あります。${formatDayLong(day(String(until)), 'easy')}まで 返事を まちます。`,
    }),
  },
  'people.merge_answered': {
    ja: () => ({
      title: '同じ人の記録かどうか、本人の返事がありました',
      body: '返事を確かめて、記録をまとめるか、別の人のままにするかを決めてください。',
    }),
    en: () => ({
      title: 'Somebody answered whether a record is theirs',
      body: 'Please look at the answer, and decide whether the records become one or stay two.',
    }),
    easy: () => ({
      title: '同じ 人の 記録か、本人の 返事が ありました',
      body: '返事を 見て、記録を まとめるかを きめてください。',
    }),
  },
  'people.merged': {
    ja: () => ({
      title: '2つあったあなたの記録を、1つにまとめました',
      body: '知らない内容があるときは、職員に伝えてください。元にもどせます。',
    }),
    en: () => ({
      title: 'Your two records are one now',
      body: 'If you find something that is not yours, please tell the staff. It can be undone.',
    }),
    easy: () => ({
      title: 'あなたの 2つの 記録を 1つに まとめました',
      body: '知らない ことが 書いて あるときは、職員に 言ってください。もとに もどせます。',
    }),
  },
  'people.merge_undone': {
    ja: () => ({
      title: 'まとめた記録を、元の2つにもどしました',
      body: 'あなたの記録には、まとめる前からあなたのものだった内容が残っています。',
    }),
    en: () => ({
      title: 'The records that were made one are two again',
      body: 'Your record holds what was yours before.',
    }),
    easy: () => ({
      title: '記録を もとの 2つに もどしました',
      body: 'あなたの 記録には、まえから あなたの ものだった ことが あります。',
    }),
  },
  'people.opened_for_reason': {
    ja: () => ({
      title: '職員が、理由を記録して、助けになることを見ました',
      body: '急なときのために、あなたの記録の一部を見ました。だれが、どんな理由で見たかを確かめられます。',
    }),
    en: () => ({
      title: 'Staff looked at what helps you, giving a reason',
      body: 'Part of your record was opened in an emergency. You can see who looked, and why.',
    }),
    easy: () => ({
      title: '職員が あなたの ことを 見ました',
      body: '急に 助けが いるときのために 見ました。だれが、どうして 見たかを 読むことが できます。',
    }),
  },
})
