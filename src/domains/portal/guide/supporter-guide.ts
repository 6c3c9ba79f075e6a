import type { Locale } from '#platform/i18n/reader.ts'
import type { Guide } from './guide.ts'

const ja: Guide = {
  title: 'ピアサポーターの使い方',
  lead: 'あなたの経験は、だれかの力になります。無理なく続けられるように、いつもだれかがそばにいます。',
  steps: [
    [
      '登録シートを書く',
      'やってみたいこと、できること、やりたくないこと、来られる曜日や時間を、自分のことばで書きます。病名は書かなくてかまいません。いつでも書きなおせます。',
    ],
    [
      'お誘いが届く',
      'メールやアプリのお知らせで届きます。「参加したい」「聞いてから決めたい」「今回は見送ります」からえらびます。見送る理由はいりません。見送っても、次のお誘いには関係ありません。',
    ],
    [
      '打ち合わせをして、活動に行く',
      '行く前に、場の人と顔合わせをします。当日は同行スタッフが一緒に行き、帰りに10分ほど話します。',
    ],
    [
      '前とあとに、気持ちを書く',
      '顔の絵とことばで答えます。答えなくてもかまいません。同行スタッフに見せるかどうかは、あなたが決めます。',
    ],
    [
      'そのあとも、連絡がある',
      '次の日と1週間後に、スタッフが様子をたずねます。つかれたときは、お休みしてから次を考えます。',
    ],
    [
      '休みたくなったら',
      '「お休みする」を一度押すだけです。理由はいりません。返事をしていないお誘いは取り下げられ、決まっていた活動は、どうするかをあとでたずねます。',
    ],
    [
      '年度のかわり目に',
      '2月と3月に、次の年度も続けるかをたずねます。続けるときは一度押すだけです。迷うときは、話してから決められます。返事がなくても、登録が急に終わることはありません。',
    ],
  ],
  promises: [
    'どの活動も、どの人も、上下はありません。',
    'あなたのことを場に伝えるのは、あなたが「伝えてよい」とした内容だけです。',
    'だれがあなたの記録を見たか、自分で見られます。',
  ],
  ask: 'わからないことや、合わないと感じたことは、コーディネーターに話してください。電話でもかまいません。番号はページのいちばん下にあります。',
}

export const supporterGuide: Record<Locale, Guide> = {
  ja,
  en: {
    title: 'Guide for peer supporters',
    lead: 'What you have lived through can help somebody. So that it stays light for you, you are never alone with it.',
    steps: [
      [
        'Write your sheet',
        'What you would like to do, what you can do, what you do not want, which days and hours suit you: in your own words. You need not name any diagnosis. You can change it at any time.',
      ],
      [
        'An invitation comes',
        'By mail or in your messages. Choose “I would like to”, “I would like to ask first” or “Not this time”. A no needs no reason, and changes nothing about the next invitation.',
      ],
      [
        'Meet beforehand, then go',
        'You meet the people of the place first. On the day a companion goes with you and talks with you for ten minutes on the way home.',
      ],
      [
        'Say how you feel, before and after',
        'With faces and words. You may leave it out. You decide whether your companion sees it.',
      ],
      [
        'We stay in touch',
        'The next day and a week later somebody asks how you are. When you are tired you rest first.',
      ],
      [
        'When you want a break',
        'Press “Pause” once. No reason is needed. Invitations you have not answered are taken back; about visits already agreed we ask you later.',
      ],
      [
        'When the fiscal year turns',
        'In February and March we ask whether you would like to stay. One press is enough; or talk it over first. Nothing ends only because you did not answer.',
      ],
    ],
    promises: [
      'No activity and no person stands above another.',
      'A place learns only what you agreed to show.',
      'You can see who looked at your record.',
    ],
    ask: 'If something is unclear or does not feel right, please talk to your coordinator. You can also call: the number is at the foot of each page.',
  },
  easy: {
    title: 'ピアサポーターの 使い方',
    lead: 'あなたが 経験したことは、だれかの 力に なります。いつも だれかが そばに います。',
    steps: [
      [
        '自分のことを 書く',
        'やりたいこと、できること、やりたくないこと、行ける 日や 時間を 書きます。病気の 名前は 書かなくて いいです。いつでも 書きなおせます。',
      ],
      [
        'お誘いが 来る',
        'メールや お知らせで 来ます。「行きたい」「聞いてから 決めたい」「今回は 行かない」から えらびます。行かない 理由は いりません。行かなくても、次の お誘いは 来ます。',
      ],
      [
        '会って 話して、それから 行く',
        '行く 前に、行く 場所の 人と 話します。その日は 職員が いっしょに 行きます。帰るときに 10分くらい 話します。',
      ],
      [
        '前と あとに、気持ちを 書く',
        '顔の 絵と ことばで 答えます。答えなくても いいです。職員に 見せるか どうかは、あなたが 決めます。',
      ],
      ['そのあとも 連絡が ある', '次の日と 1週間 あとに、職員が「どうですか」と 聞きます。つかれたときは 休みます。'],
      [
        '休みたいとき',
        '「お休みする」を 1回 おします。理由は いりません。まだ 返事を していない お誘いは なくなります。決まっていた 活動は、あとで 聞きます。',
      ],
      [
        '年度が かわるとき',
        '2月と 3月に、次の 年度も 続けるか 聞きます。続けるときは 1回 おします。まよう ときは、話してから 決めます。返事が なくても、急に 終わりません。',
      ],
    ],
    promises: [
      'どの 活動も、どの 人も、同じくらい 大切です。',
      'あなたが「伝えて いい」と 言ったことだけを、行く 場所の 人に 伝えます。',
      'だれが あなたの ことを 見たか、自分で 見られます。',
    ],
    ask: 'わからないことや いやなことが あったら、コーディネーターに 話してください。電話でも いいです。番号は ページの いちばん 下に あります。',
  },
}
