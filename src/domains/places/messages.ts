import { defineMessages } from '#platform/messages/kinds.ts'

/** What is told about places. */
export const placeMessages = defineMessages({
  'places.registered': {
    ja: () => ({
      title: '場の登録がありました',
      body: '受け入れ先が、自分の場のことを書いてくれました。連絡して、いっしょに確かめてください。',
    }),
    en: () => ({
      title: 'A place registered itself',
      body: 'A place has told about itself. Please get in touch and go through it together.',
    }),
    easy: () => ({
      title: '場の 登録が ありました',
      body: '場の 人が、場の ことを 書きました。連絡を して、いっしょに たしかめて ください。',
    }),
  },
  'places.confirmed': {
    ja: () => ({ title: '登録が確認されました', body: 'メニューから、活動を依頼できるようになりました。' }),
    en: () => ({ title: 'Your place is confirmed', body: 'You can now ask for activities from the menu.' }),
    easy: () => ({ title: '登録が できました', body: 'メニューから、活動を お願いすることが できます。' }),
  },
})
