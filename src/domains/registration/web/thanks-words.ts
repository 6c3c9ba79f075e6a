import { words } from '#platform/i18n/words.ts'

/** The letter to somebody who leaves. It says neither what they did nor why they leave. */
export const thanksWords = words({
  ja: {
    subject: 'これまでのお礼',
    paragraphs: [
      'これまで一緒に歩んでくださり、ありがとうございました。あなたがそこにいてくださったこと、ご自分の言葉で話してくださったことが、たくさんの人の支えになりました。',
      'ここで区切りをつけられても、いつでもまた戻ってこられます。お茶を飲みに来るだけでも、お電話だけでも、歓迎します。',
      'どうぞ、お体と心を大切に、ご自分のペースでお過ごしください。',
    ],
    pointsHead: ['ことがら', '内容'],
    since: '登録された日',
    until: '登録の最後の日',
    kept: (years: number | null) => [
      [
        'あなたが書いたもの',
        '登録シート、気持ち、振り返りは、消してほしいと言われるまで残ります。いつでもお申し出ください。',
      ],
      [
        '事業の文書',
        `登録した期間と、活動の日と場は、${years === null ? '市区町村の決まりの年数だけ' : `年度が終わってから${years}年`}残ります。`,
      ],
      ['ご自分の記録', '最後の日までは「わたしのこと」から受け取れます。そのあとも、下の連絡先にお申し出ください。'],
    ],
  },
  en: {
    subject: 'Thank you',
    paragraphs: [
      'Thank you for the way we went together. That you were there, and that you spoke in your own words, held up many people.',
      'You can come back any day. Coming by for a cup of tea, or just a telephone call, is welcome too.',
      'Please take good care of yourself, at your own pace.',
    ],
    pointsHead: ['What', 'Content'],
    since: 'Registered since',
    until: 'Last day',
    kept: (years) => [
      [
        'What you wrote',
        'Sheet, feelings and reflections stay until you ask to have them erased. You can ask any day.',
      ],
      [
        'Documents of the programme',
        `When you were registered, and days and places of visits, stay for ${years === null ? 'the years that the rules say' : `${years} years after the fiscal year`}.`,
      ],
      [
        'Your own record',
        'Until your last day you can take it along under About me; after it, please ask at the address below.',
      ],
    ],
  },
  easy: {
    subject: 'これまでのお礼',
    paragraphs: [
      'いままで いっしょに してくれて、ありがとうございました。あなたが いてくれて、たくさんの 人が 元気に なりました。',
      'いつでも また 来てください。お茶を 飲みに 来るだけでも、電話だけでも いいです。',
      '体と 心を 大切に してください。ゆっくりで いいです。',
    ],
    pointsHead: ['こと', '内容'],
    since: '登録した 日',
    until: '登録の 最後の 日',
    kept: (years) => [
      ['あなたが 書いた もの', 'あなたが 「消して ください」と 言うまで のこります。いつでも 言ってください。'],
      [
        '事業の 書類',
        `登録した 期間と、活動の 日と 場所は、${years === null ? '市や 区が 決めた 年数' : `年度が 終わってから ${years}年`} のこります。`,
      ],
      ['自分の 記録', '最後の 日まで「わたしのこと」から もらえます。その あとは、下の 連絡先に 言ってください。'],
    ],
  },
})
