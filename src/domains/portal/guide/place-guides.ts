import type { Locale } from '#platform/i18n/reader.ts'
import type { Guide } from './guide.ts'

const hostJa: Guide = {
  title: '受け入れ先の方の使い方',
  lead: 'はじめてでも大丈夫です。内容の相談から当日、そのあとまで、コーディネーターが一緒に進めます。',
  steps: [
    [
      '活動メニューを見る',
      '何ができるか、どのくらいの時間か、どんな準備がいるかが書いてあります。場を使う方に配れる、A4の説明も印刷できます。',
    ],
    [
      '依頼を書く',
      '日時の候補、人数、当日の様子を書きます。利用者や患者さんのお名前は書かないでください。途中で下書きにできます。電話やFAXでもかまいません。',
    ],
    [
      '内容を相談する',
      'コーディネーターから連絡します。はじめての場には、先にお話にうかがうことも、お試しから始めることもできます。',
    ],
    [
      '打ち合わせをして、当日をむかえる',
      '来る人が「伝えてよい」とした内容だけが見られます。活動の14日後に見られなくなります。同行スタッフが一緒に行きます。',
    ],
    [
      '終わったら、ひとことを送る',
      'お礼や気づいたことを、ことばで書いてください。点数や評価はつけません。コーディネーターから本人に伝えます。',
    ],
    [
      '学び、教えあう',
      '受け入れる場のための研修と、場どうしの交流会があります。同僚と2人で申し込めます。研修中の人の実習や見学を受け入れることもできます。',
    ],
    [
      '加算を確かめる',
      'ピアサポートの加算について、そろっていることと、あと必要なことがわかります。職員の名前と立場は、この場の担当者だけが見られます。',
    ],
  ],
  promises: [
    '参加する人が少なくても、来なくても大丈夫です。そのときどうするかを、先に決めておきます。',
    '病名や経歴をたずねないでください。話すかどうかは本人が決めます。',
  ],
  ask: '担当のコーディネーターに連絡してください。電話番号はページのいちばん下にあります。',
}

export const hostGuide: Record<Locale, Guide> = {
  ja: hostJa,
  en: {
    title: 'Guide for places',
    lead: 'It is fine if this is the first time. The coordinator goes through it with you, from the first talk to what comes afterwards.',
    steps: [
      [
        'Look at the menu',
        'What there is, how long it takes, what to prepare. An A4 page for the people who use your place can be printed.',
      ],
      [
        'Write a request',
        'Possible dates, how many people, what the day is like. Please never write names of users or patients. You can keep a draft, call or send a fax.',
      ],
      [
        'Talk it over',
        'The coordinator contacts you. At a first visit somebody can come and explain beforehand, or you can begin with a trial.',
      ],
      [
        'Meet, then the day itself',
        'You see only what the supporter agreed to show, until 14 days after. A companion comes along.',
      ],
      [
        'Send a word afterwards',
        'Thanks and what you noticed, in words. Nobody is rated. The coordinator passes it on.',
      ],
      [
        'Learn, and from each other',
        'There is a course for places, and places meet. Two colleagues can apply together. You can offer a practicum, or let trainees watch.',
      ],
      [
        'Check the fee supplements',
        'See what is there and what is still needed. Only the contacts of your place see names and roles of your staff.',
      ],
    ],
    promises: [
      'Few or no people? That is fine: what happens then is agreed beforehand.',
      'Please do not ask for diagnoses or histories. The supporter decides what to tell.',
    ],
    ask: 'Please contact your coordinator. The number is at the foot of each page.',
  },
  easy: {
    title: '受け入れ先の 人の 使い方',
    lead: 'はじめてでも だいじょうぶです。コーディネーターが いっしょに 進めます。',
    steps: [
      [
        '活動メニューを 見る',
        '何が できるか、何分 かかるか、何を 用意するかが 書いて あります。くばる 紙も 印刷できます。',
      ],
      [
        '依頼を 書く',
        'いつ、何人で、どんな 日かを 書きます。使っている 人の 名前は 書かないでください。電話でも いいです。',
      ],
      ['話しあう', 'コーディネーターから 連絡します。はじめての ときは、先に 話しに 行くことも できます。'],
      [
        '会って 話して、その日に なる',
        '来る 人が「伝えて いい」と 言ったことだけを 見られます。活動の 14日 あとに 見られなくなります。職員も いっしょに 行きます。',
      ],
      ['おわったら、ひとこと 送る', 'ありがとうの ことばや、気がついたことを 書いてください。点数は つけません。'],
      [
        'いっしょに 学ぶ',
        '場の 人の ための 研修と、場の 人たちが 会って 話す 会が あります。2人で 申し込めます。研修中の 人が 来る 実習も できます。',
      ],
      [
        '加算を 見る',
        'ピアサポートの お金の ルールで、何が あって、何が 足りないかを 見られます。職員の 名前は、この場の 担当だけが 見ます。',
      ],
    ],
    promises: [
      '人が 少なくても だいじょうぶです。そのときに どうするかを、先に 決めます。',
      '病気の 名前を 聞かないでください。話すか どうかは、その人が 決めます。',
    ],
    ask: 'コーディネーターに 連絡してください。電話の 番号は ページの いちばん 下に あります。',
  },
}

const groupJa: Guide = {
  title: '団体代表の方の使い方',
  lead: '活動団体への連絡は、ここにまとまって届きます。',
  steps: [
    ['お知らせを読む', '手続きの時期や書類の連絡は、お知らせに届きます。'],
    ['代表がかわるとき', '先にコーディネーターへ連絡してください。新しい代表の方に招待をお送りします。'],
  ],
  promises: ['団体の記録は、その団体と事業の担当だけが見られます。'],
  ask: 'コーディネーターに連絡してください。電話番号はページのいちばん下にあります。',
}

export const groupGuide: Record<Locale, Guide> = {
  ja: groupJa,
  en: {
    title: 'Guide for groups',
    lead: 'Everything about your group reaches you here.',
    steps: [
      ['Read your messages', 'Dates of procedures and papers come as messages.'],
      ['When the representative changes', 'Tell the coordinator beforehand. The new representative is then invited.'],
    ],
    promises: ['Only the group and those in charge of the programme see its records.'],
    ask: 'Please contact the coordinator. The number is at the foot of each page.',
  },
  easy: {
    title: '団体の 代表の 使い方',
    lead: '団体への 連絡は、ここに 来ます。',
    steps: [
      ['お知らせを 読む', '手続きや 書類の 連絡は、お知らせで 伝えます。'],
      ['代表が かわるとき', '先に コーディネーターに 連絡してください。'],
    ],
    promises: ['団体の ことは、その団体と 事業の 人だけが 見ます。'],
    ask: 'コーディネーターに 連絡してください。電話の 番号は ページの いちばん 下に あります。',
  },
}
