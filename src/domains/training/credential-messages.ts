import { defineMessages } from '#platform/messages/kinds.ts'

/** What people are told of their papers. */
export const credentialMessages = defineMessages({
  'training.certificate_issued': {
    ja: () => ({ title: '修了証ができました', body: '修了証ができました。画面で見たり、印刷したりできます。' }),
    en: () => ({ title: 'Your certificate is ready', body: 'You can look at your certificate and print it.' }),
    easy: () => ({ title: '修了証が できました', body: '修了証が できました。見たり、印刷したり できます。' }),
  },
  'training.ceremony_asked': {
    ja: () => ({
      title: '集まりのご案内',
      body: '修了された方の集まりのご案内です。来られるかどうか、お返事をお願いします。どちらのお返事でも大丈夫です。',
    }),
    en: () => ({
      title: 'An invitation',
      body: 'You are invited to a gathering of those who completed a course. Please tell us whether you come; either answer is fine.',
    }),
    easy: () => ({
      title: '集まりの お知らせ',
      body: '研修が 終わった 人の 集まりが あります。来るか 来ないか、返事を してください。どちらでも いいです。',
    }),
  },
  'training.ceremony_off': {
    ja: () => ({ title: '集まりが中止になりました', body: 'ご案内していた集まりは、中止になりました。' }),
    en: () => ({
      title: 'The gathering is called off',
      body: 'The gathering to which we invited you does not take place.',
    }),
    easy: () => ({ title: '集まりは なくなりました', body: 'お知らせした 集まりは、なくなりました。' }),
  },
})
