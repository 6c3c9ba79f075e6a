import { words } from '#platform/i18n/words.ts'

/** What somebody answers to their application, each with one press. */
export const answerWords = words({
  ja: {
    accept: '参加します',
    decline: '今回は見送ります',
    withdraw: '取り下げる',
    leave: '参加を取りやめる',
    wait: '空きを待ちます',
    flash: {
      accepted: '参加が決まりました。お会いできるのを楽しみにしています',
      declined: 'わかりました。お返事をありがとうございます',
      withdrawn: '取り下げを受け付けました',
      waiting: 'わかりました。席が空いたら、お知らせします',
      submitted: '申込を受け付けました。ありがとうございます',
    },
  },
  en: {
    accept: 'I will come',
    decline: 'Not this time',
    withdraw: 'Take it back',
    leave: 'I cannot come after all',
    wait: 'I will wait for a place',
    flash: {
      accepted: 'You are in. We look forward to meeting you',
      declined: 'Thank you for telling us',
      withdrawn: 'It was taken back',
      waiting: 'We will tell you when a place becomes free',
      submitted: 'We have your application. Thank you',
    },
  },
  easy: {
    accept: '行きます',
    decline: '今回は 行きません',
    withdraw: '申し込みを やめる',
    leave: '参加を やめる',
    wait: '席が あくのを 待ちます',
    flash: {
      accepted: '参加が 決まりました。楽しみに して います',
      declined: 'わかりました。返事を ありがとうございます',
      withdrawn: 'わかりました。申し込みを やめました',
      waiting: 'わかりました。席が あいたら、知らせます',
      submitted: '申し込みを 受け取りました。ありがとうございます',
    },
  },
})
