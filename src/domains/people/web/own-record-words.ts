import { words } from '#platform/i18n/words.ts'

/** One's own record, to take along; and what stays here for how long. */
export const ownRecordWords = words({
  ja: {
    title: '自分の記録を受け取る',
    onMe: 'ここにあるあなたの記録を、全部まとめて読んだり、ファイルで受け取ったりできます。',
    open: '自分の記録を見る',
    lead: 'あなたについて、あなたがここで見られることの全部です。長い表は、押すと開きます。だれかに見せるかどうかは、あなたが決められます。',
    xlsx: 'Excelのファイルで受け取る',
    leaving: '登録を終える日までに、ここから受け取れます。終えたあとでほしくなったら、事業の窓口にお知らせください。',
    none: 'まだありません。',
    kept: '何が、いつまで残るか',
    keptOf: (years: number | null) => [
      ['登録シート、気持ち、振り返り、見せてよいこと', 'あなたが消してほしいと言うまで。'],
      ['名前と連絡先', '登録や研修が続くあいだ。終わったあとは、あなたが消してほしいと言うまで。'],
      [
        '登録した期間、活動の日と場、研修の出欠、修了証と登録票の番号',
        years === null
          ? '事業の文書として、市区町村の決まりの年数。記録を消すと、名前なしで残ります。'
          : `事業の文書として、年度が終わってから${years}年。記録を消すと、名前なしで残ります。`,
      ],
      ['だれが記録を見たか', 'ずっと。書きかえられない記録です。記録を消すと、番号だけになります。'],
    ],
    what: '記録',
    howLong: 'いつまで',
    word: '見せてよいこと',
    to: 'だれに',
    on: '日時',
    by: 'だれが',
    said: '答え',
    about: '何を',
    value: '内容',
  },
  en: {
    title: 'Take your record along',
    onMe: 'Read everything that is kept about you here, or take it along as a file.',
    open: 'See my record',
    lead: 'All that you can see of yourself here. Long tables open with a press. Whether you show it to anybody is yours to decide.',
    xlsx: 'Take it as an Excel file',
    leaving:
      'You can take it along here until your last day. If you want it later, please tell the programme’s office.',
    none: 'Nothing yet.',
    kept: 'What is kept, and how long',
    keptOf: (years) => [
      ['Sheet, feelings, reflections, what may be shown', 'Until you ask to have it erased.'],
      [
        'Name and how to reach you',
        'While you are registered or take a course; afterwards until you ask to have it erased.',
      ],
      [
        'When you were registered, days and places of visits, attendance of courses, numbers of certificates and cards',
        years === null
          ? 'As documents of the programme, for the years that the municipality’s rules say. After erasure without your name.'
          : `As documents of the programme, for ${years} years after the fiscal year. After erasure without your name.`,
      ],
      ['Who looked at your record', 'Always. Nobody can change it. After erasure only a number is left.'],
    ],
    what: 'What',
    howLong: 'How long',
    word: 'What may be shown',
    to: 'To whom',
    on: 'When',
    by: 'Who',
    said: 'Answer',
    about: 'What',
    value: 'Content',
  },
  easy: {
    title: '自分の 記録を もらう',
    onMe: 'あなたの 記録を ぜんぶ 読むことが できます。ファイルで もらうことも できます。',
    open: '自分の 記録を 見る',
    lead: 'あなたが ここで 見ることが できる、あなたの 記録の ぜんぶです。長い 表は、おすと 開きます。だれかに 見せるかどうかは、あなたが 決めます。',
    xlsx: 'Excelの ファイルで もらう',
    leaving:
      '登録を 終える 日まで、ここから もらうことが できます。終わった あとで ほしいときは、事業の 人に 言ってください。',
    none: 'まだ ありません。',
    kept: '何が、いつまで のこるか',
    keptOf: (years) => [
      ['登録シート、気持ち、ふりかえり、見せて よいこと', 'あなたが 「消して ください」と 言うまで。'],
      ['名前と 連絡先', '登録や 研修の あいだ。終わったら、あなたが 「消して ください」と 言うまで。'],
      [
        '登録した 期間、活動の 日と 場所、研修に 来た 日、修了証と 登録票の 番号',
        years === null
          ? '市や 区が 決めた 年数。記録を 消すと、名前なしで のこります。'
          : `年度が 終わってから ${years}年。記録を 消すと、名前なしで のこります。`,
      ],
      ['だれが 記録を 見たか', 'ずっと。だれも 書きかえられません。記録を 消すと、番号だけに なります。'],
    ],
    what: '記録',
    howLong: 'いつまで',
    word: '見せて よいこと',
    to: 'だれに',
    on: '日と 時間',
    by: 'だれが',
    said: '答え',
    about: '何を',
    value: '書いて あること',
  },
})
