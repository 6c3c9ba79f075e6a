import type { Locale } from '#platform/i18n/reader.ts'
import type { Guide } from './guide.ts'

const traineeJa: Guide = {
  title: '受講者の使い方',
  lead: '申し込みから修了まで、研修のことはここにまとまっています。',
  steps: [
    [
      '研修に申し込む',
      '自分のことばで書きます。途中で保存して、あとから続けられます。電話や紙でもかまいません。席が埋まっているときは、空いたら順番にお声がけします。',
    ],
    [
      '必要な配慮を伝える',
      '静かな席、大きな文字の資料、手話通訳など、必要なことを書いてください。用意できることと、その理由をお返事します。',
    ],
    [
      '研修に通う',
      '次の回の日時と場所、これまでの参加、補えることを見られます。変更は、お知らせに届きます。メールには用件だけを書き、くわしいことはサインインして読みます。',
    ],
    ['休むとき', '休むときや遅れるときは、電話かコーディネーターへの連絡だけで大丈夫です。理由はいりません。'],
    [
      '実習をする',
      '目標と日にちを、場の人と相談して決めます。その日のことを書いた日誌は、あなたがよいと言った人にだけ見えます。',
    ],
    [
      '修了したら',
      '修了証を受けとり、印刷できます。ピアサポーターとして登録するかどうかは、あなたが決めます。登録しなくても、学んだことはあなたのものです。',
    ],
    ['読みやすくする', '文字の大きさ、ふりがな、やさしい日本語をえらべます。画面の上の「設定」から変えられます。'],
  ],
  promises: ['病名をたずねることはありません。', 'だれがあなたの記録を見たか、自分で見られます。'],
  ask: 'コーディネーターに聞いてください。電話番号はページのいちばん下にあります。',
}

export const traineeGuide: Record<Locale, Guide> = {
  ja: traineeJa,
  en: {
    title: 'Guide for trainees',
    lead: 'Everything about your course is here, from applying to its completion.',
    steps: [
      [
        'Apply for a course',
        'In your own words. You can save and go on later, call, or use paper. If all places are taken, we ask you in turn when one becomes free.',
      ],
      [
        'Say what you need',
        'A quiet seat, large print, sign language: write what you need. You get an answer with what can be provided, and why.',
      ],
      [
        'Come to the sessions',
        'See when and where the next one is, what you attended, what can be made up. Changes come as messages. Mails say only that there is something; sign in to read it.',
      ],
      ['When you cannot come', 'Calling or telling the coordinator is enough. No reason is needed.'],
      [
        'Do a practicum',
        'You agree with the place on goals and days. What you write about a day is seen only by those to whom you show it.',
      ],
      [
        'When you have completed it',
        'You get a certificate, to print as well. Whether you register as a peer supporter is your decision. What you learnt stays yours.',
      ],
      ['Make reading easier', 'Larger text, furigana, easy Japanese: choose under “settings” at the top of the page.'],
    ],
    promises: ['Nobody asks for a diagnosis.', 'You can see who looked at your record.'],
    ask: 'Please ask the coordinator. The number is at the foot of each page.',
  },
  easy: {
    title: '研修を うける人の 使い方',
    lead: '申し込みから 終わりまで、研修の ことは ここに あります。',
    steps: [
      [
        '研修に 申し込む',
        '自分の ことばで 書きます。とちゅうで やめて、あとから 書くことも できます。電話や 紙でも いいです。席が ないときは、あいたら 聞きます。',
      ],
      [
        '手伝って ほしいことを 言う',
        '静かな 席、大きな 字など、書いてください。できることと、その 理由を 返事します。',
      ],
      [
        '研修に 来る',
        'つぎは いつ、どこか、何回 来たかを 見られます。日が 変わるときは、お知らせで 伝えます。くわしいことは、このページを 開いて 読みます。',
      ],
      ['休むとき', '休むときや おそくなるときは、電話か 連絡を ください。理由は いりません。'],
      [
        '実習を する',
        'やりたいことと 日を、場の 人と 話して 決めます。書いた ことは、あなたが「いい」と 言った 人だけが 見ます。',
      ],
      ['研修が 終わったら', '修了証を もらいます。ピアサポーターに なるか どうかは、あなたが 決めます。'],
      ['読みやすく する', '文字の 大きさ、ふりがな、やさしい日本語を えらべます。画面の 上の「変える」から 変えます。'],
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
