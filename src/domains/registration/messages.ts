import { defineMessages } from '#platform/messages/kinds.ts'

/** What a supporter is told about their registration. */
export const registrationMessages = defineMessages({
  'registration.registered': {
    ja: () => ({
      title: '登録できました',
      body: 'ピアサポーターの登録ができました。登録シートに、やりたいことや、むりのない回数を書けます。少しずつで大丈夫です。',
    }),
    en: () => ({
      title: 'You are registered',
      body: 'You are registered as a peer supporter. On your sheet you can write what you would like to do, and how much is enough.',
    }),
    easy: () => ({
      title: '登録できました',
      body: 'ピアサポーターの 登録が できました。登録シートに、したいことを 書けます。少しずつで いいです。',
    }),
  },
  'registration.recorded': {
    ja: () => ({
      title: '職員が、登録シートに書きました',
      body: 'あなたから聞いたことを、職員が登録シートに書きました。ちがうところがあれば、いつでも直せます。',
    }),
    en: () => ({
      title: 'Staff wrote on your sheet',
      body: 'Staff wrote down on your sheet what you told them. You can change it at any time.',
    }),
    easy: () => ({
      title: '職員が 登録シートに 書きました',
      body: 'あなたから 聞いたことを、職員が 書きました。ちがう ときは、いつでも 直せます。',
    }),
  },
  'registration.pause_recorded': {
    ja: () => ({
      title: 'お休みにしました',
      body: '聞いたとおり、お休みにしました。戻りたくなったら、いつでも戻れます。',
    }),
    en: () => ({
      title: 'Your break has begun',
      body: 'As you told us, your break has begun. Come back whenever you like.',
    }),
    easy: () => ({ title: 'お休みに しました', body: '聞いた とおり、お休みに しました。いつでも もどれます。' }),
  },
  'registration.resume_recorded': {
    ja: () => ({ title: 'おかえりなさい', body: '聞いたとおり、お休みを終わりにしました。またお誘いが届きます。' }),
    en: () => ({ title: 'Welcome back', body: 'As you told us, your break is over. You will get invitations again.' }),
    easy: () => ({
      title: 'おかえりなさい',
      body: '聞いた とおり、お休みを 終わりに しました。また おさそいが 来ます。',
    }),
  },
})
