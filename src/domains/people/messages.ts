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
