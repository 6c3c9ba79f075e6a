import type { Locale } from '#platform/i18n/reader.ts'
import type { Guide } from './guide.ts'

const traineeJa: Guide = {
  title: '受講者の使い方',
  lead: '研修のあいだの連絡は、ここにまとまって届きます。',
  steps: [
    [
      'お知らせを読む',
      '日程の変更や持ち物は、お知らせに届きます。メールには用件だけを書き、くわしいことはサインインして読みます。',
    ],
    ['読みやすくする', '文字の大きさ、ふりがな、やさしい日本語をえらべます。画面の上の「設定」から変えられます。'],
    ['休むとき', '休むときや遅れるときは、電話かコーディネーターへの連絡だけで大丈夫です。理由はいりません。'],
  ],
  promises: ['病名をたずねることはありません。', 'だれがあなたの記録を見たか、自分で見られます。'],
  ask: 'コーディネーターに聞いてください。電話番号はページのいちばん下にあります。',
}

export const traineeGuide: Record<Locale, Guide> = {
  ja: traineeJa,
  en: {
    title: 'Guide for trainees',
    lead: 'Everything about your course reaches you here.',
    steps: [
      [
        'Read your messages',
        'Changes and what to bring come as messages. Mails say only that there is something; sign in to read it.',
      ],
      ['Make reading easier', 'Larger text, furigana, easy Japanese: choose under “settings” at the top of the page.'],
      ['When you cannot come', 'Calling or telling the coordinator is enough. No reason is needed.'],
    ],
    promises: ['Nobody asks for a diagnosis.', 'You can see who looked at your record.'],
    ask: 'Please ask the coordinator. The number is at the foot of each page.',
  },
  easy: {
    title: '研修を うける人の 使い方',
    lead: '研修の 連絡は、ここに 来ます。',
    steps: [
      [
        'お知らせを 読む',
        '日にちが 変わるときや、持ってくる ものは、お知らせで 伝えます。くわしいことは、このページを 開いて 読みます。',
      ],
      ['読みやすく する', '文字の 大きさ、ふりがな、やさしい日本語を えらべます。画面の 上の「変える」から 変えます。'],
      ['休むとき', '休むときや おそくなるときは、電話か 連絡を ください。理由は いりません。'],
    ],
    promises: ['病気の 名前は 聞きません。', 'だれが あなたの ことを 見たか、自分で 見られます。'],
    ask: 'コーディネーターに 聞いてください。電話の 番号は ページの いちばん 下に あります。',
  },
}

const seekerJa: Guide = {
  title: 'ピアサポートを希望する方の使い方',
  lead: 'どんなピアサポートが合うか、一緒に考えてから決めます。',
  steps: [
    ['話を聞いてもらう', 'コーディネーターが、どんなことを希望するかを聞きます。決まっていなくてもかまいません。'],
    ['お知らせを待つ', 'ご案内はお知らせに届きます。合わないと思ったら、断ってもかまいません。'],
    ['読みやすくする', '文字の大きさ、ふりがな、やさしい日本語をえらべます。画面の上の「設定」から変えられます。'],
  ],
  promises: ['病名をたずねることはありません。', 'あなたがよいと言った内容だけを、会う人に伝えます。'],
  ask: 'コーディネーターに聞いてください。電話番号はページのいちばん下にあります。',
}

export const seekerGuide: Record<Locale, Guide> = {
  ja: seekerJa,
  en: {
    title: 'Guide for people who look for peer support',
    lead: 'We think together about what would suit you before anything is decided.',
    steps: [
      ['Talk it over', 'The coordinator asks what you hope for. You need not know yet.'],
      ['Wait for a message', 'What we found for you comes as a message. You may say no.'],
      ['Make reading easier', 'Larger text, furigana, easy Japanese: choose under “settings” at the top of the page.'],
    ],
    promises: ['Nobody asks for a diagnosis.', 'Those you meet learn only what you agreed to.'],
    ask: 'Please ask the coordinator. The number is at the foot of each page.',
  },
  easy: {
    title: 'ピアサポートを うけたい 人の 使い方',
    lead: 'どんな ピアサポートが いいか、いっしょに 考えます。',
    steps: [
      ['話を する', 'コーディネーターが あなたの 話を 聞きます。まだ 決まって いなくても いいです。'],
      ['お知らせを 待つ', 'お知らせで 伝えます。いやなときは、ことわっても いいです。'],
      ['読みやすく する', '文字の 大きさ、ふりがな、やさしい日本語を えらべます。画面の 上の「変える」から 変えます。'],
    ],
    promises: ['病気の 名前は 聞きません。', 'あなたが「いい」と 言ったことだけを、会う 人に 伝えます。'],
    ask: 'コーディネーターに 聞いてください。電話の 番号は ページの いちばん 下に あります。',
  },
}
