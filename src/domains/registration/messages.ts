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
  'registration.applied_for': {
    ja: () => ({
      title: '登録の申込を受け取りました',
      body: '聞いたとおりに、登録の申込を書きました。お話しする日を決めて、お知らせします。',
    }),
    en: () => ({
      title: 'We have your wish',
      body: 'As you told us, we wrote down that you would like to register. We will arrange a talk.',
    }),
    easy: () => ({ title: '登録の 申込を もらいました', body: '話す 日を 決めて、お知らせします。' }),
  },
  'registration.talk_arranged': {
    ja: () => ({
      title: 'お話しする日が決まりました',
      body: '一緒に登録シートを書きながら、ゆっくりお話しします。日時と場所をごらんください。',
    }),
    en: () => ({
      title: 'A talk is arranged',
      body: 'We will fill in the sheet together, without hurry. Please look when and where.',
    }),
    easy: () => ({
      title: '話す 日が 決まりました',
      body: 'いっしょに 登録シートを 書きます。日と 場所を 見てください。',
    }),
  },
  'registration.renewal_asked': {
    ja: () => ({
      title: '来年度のことをうかがいます',
      body: '4月からも続けますか。ボタン1つでお返事できます。迷っているときは、職員とお話しできます。お返事がなくても、登録がひとりでに終わることはありません。',
    }),
    en: () => ({
      title: 'About the next year',
      body: 'Will you stay from April on? One press is enough. If you hesitate, talk it over with staff. Nothing ends because you do not answer.',
    }),
    easy: () => ({
      title: '4月からの ことを 聞きます',
      body: '4月からも つづけますか。ボタンを おすだけで 返事が できます。まよう ときは 職員と 話せます。',
    }),
  },
  'registration.renewal_recorded': {
    ja: () => ({
      title: 'お返事を書きました',
      body: '来年度について、聞いたとおりに書きました。ちがうところがあれば、お知らせください。',
    }),
    en: () => ({
      title: 'Your answer is written down',
      body: 'We wrote down what you told us about the next year. Please tell us if it is not right.',
    }),
    easy: () => ({ title: '返事を 書きました', body: '聞いた とおりに 書きました。ちがう ときは 教えてください。' }),
  },
  'registration.talk_wished': {
    ja: () => ({
      title: '話したい方がいます',
      body: '来年度のことで、迷っている方がいます。お話しする日を決めてください。',
    }),
    en: () => ({
      title: 'Somebody would like to talk',
      body: 'Somebody hesitates about the next year. Please arrange a talk.',
    }),
    easy: () => ({ title: '話したい 人が います', body: '話す 日を 決めてください。' }),
  },
  'registration.card_reissued': {
    ja: () => ({
      title: '登録票を新しくしました',
      body: '新しい登録票を印刷できます。前の登録票では、確かめることができなくなりました。',
    }),
    en: () => ({
      title: 'Your card was printed anew',
      body: 'You can print the new registration card. The former one can no longer be verified.',
    }),
    easy: () => ({
      title: '登録票が 新しく なりました',
      body: '新しい 登録票を 印刷できます。前の 登録票は もう つかえません。',
    }),
  },
  'registration.leaving': {
    ja: () => ({
      title: 'これまで、ありがとうございました',
      body: '登録を終える日を受け取りました。その日までは今までどおりです。気持ちが変わったら、いつでも取り消せます。',
    }),
    en: () => ({
      title: 'Thank you for everything',
      body: 'We have the day on which you leave. Until then all is as before, and you can change your mind any time.',
    }),
    easy: () => ({
      title: '今まで ありがとう ございました',
      body: '登録を 終わる 日を もらいました。気持ちが 変わったら、取り消せます。',
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
