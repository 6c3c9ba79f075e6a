import type { Locale } from '#platform/i18n/reader.ts'
import type { Guide } from './guide.ts'

const companionJa: Guide = {
  title: '同行・フォロースタッフの使い方',
  lead: 'そばにいること、帰り道で話すこと、そのあとも気にかけること。記録は短くてかまいません。',
  steps: [
    ['今日の予定を見る', '自分が同行する活動と、連絡する約束がならんでいます。'],
    [
      '行く前に読む',
      '場所と行き方、本人が「同行する人に伝えてよい」とした配慮を読みます。調子の変わり目のサインが書いてあることもあります。',
    ],
    ['一緒に行く', '待ち合わせ、当日そばにいること、帰り道、終わってからの10分の話が役目です。'],
    ['短く書きとめる', 'あったことと、気になったことだけを書きます。本人も読むものとして書いてください。'],
    ['そのあとの連絡をする', '次の日と1週間後の連絡が並びます。何をしたかを書いて閉じるまで、残ります。'],
    [
      '研修を受け持つ',
      '担当になった開催の日程、必要な配慮、出席を見られます。出席は、スマートフォンでも、紙の名簿からでも記入できます。しばらく連絡のない人には、やさしく声をかけます。',
    ],
  ],
  promises: ['見た記録は、本人にもわかります。', '急いで心配なときは、記録より先に電話をしてください。'],
  ask: 'コーディネーターに連絡してください。一人で抱えないでください。',
}

export const companionGuide: Record<Locale, Guide> = {
  ja: companionJa,
  easy: companionJa,
  en: {
    title: 'Guide for follow-up staff',
    lead: 'Being there, talking on the way home, keeping in mind afterwards. Notes may be short.',
    steps: [
      ['See today', 'The visits you join and the contacts you promised.'],
      [
        'Read before you go',
        'The place, the way there, and what the person agreed to tell their companion; sometimes signs that their condition is changing.',
      ],
      ['Go along', 'Meet, be there, the way home, ten minutes’ talk afterwards.'],
      ['Write a little', 'What happened and what you noticed. Write as if the person reads it.'],
      [
        'Stay in touch',
        'Contacts for the next day and a week later are listed until somebody closes them with what was done.',
      ],
      [
        'Look after a run of a course',
        'See its timetable, what people need, and who came: entered on a phone or from the sheet. Somebody not heard from is called kindly.',
      ],
    ],
    promises: ['The person can see who looked at the record.', 'If you are worried, call first and write later.'],
    ask: 'Please contact the coordinator. Do not carry it alone.',
  },
}

const coordinatorJa: Guide = {
  title: 'コーディネーターの使い方',
  lead: '依頼を受け、人と場をつなぎ、そのあとを見届けます。電話やFAXで聞いたことも、代わりに入力できます。',
  steps: [
    ['今日の一覧を見る', '新しい依頼、返事を待っている打診、気になる連絡が並びます。'],
    [
      '依頼の内容を調整する',
      '場と話し、日時と人数と、人が少ないときのことを決めます。「内容に合意」した日が残ります。',
    ],
    [
      '来られる人を見る',
      '来られる人が、しばらく声をかけていない順に、理由のことばといっしょに並びます。点数や順位はありません。来られない理由のうち、本人が伏せているものは「ほかのご事情」にまとまります。',
    ],
    [
      '打診する',
      '一人でも、何人かでも送れます。返事がない人だけに、昼間に一度だけ知らせが行きます。席が埋まったときのことばも用意されています。',
    ],
    [
      'ひと月の案をつくる',
      '「ひと月の案」では、ひと月分の依頼に、どなたにお声がけするかの案ができます。なぜその方か、なぜ組めなかったか、どうすれば組めるかが、ことばで出ます。変えるのも、そのままにするのも、送るのも、あなたです。',
    ],
    ['活動を決め、同行を決める', '場と本人の両方の合意がそろうと、活動が決まります。時間の重なりは入りません。'],
    ['そのあとを見る', '終わった活動には、次の日と1週間後のフォローが並びます。しばらく連絡のない人の一覧もあります。'],
    ['数字を見る', '計画と実績、その数え方、もとの一覧まで見られます。'],
    [
      '研修を開く',
      '課程から開催をつくり、募集、選考、出席、修了証まで進めます。選ぶときに点はつけません。席が空くと、待っている人に順番に声がかかります。',
    ],
    [
      '登録と更新を見届ける',
      '登録は、一緒に話してから決めます。2月と3月に、次の年度も続けるかをたずねます。返事がないだけで終わりになる人はいません。',
    ],
    [
      '前からある名簿を取り込む',
      'ExcelやCSVの名簿、登録、終わった研修、これまでの活動は、列と1行ずつの中身を確かめてから取り込みます。同じ人かどうかは、あなたが決めます。まとめた記録は、あとから元にもどせます。',
    ],
  ],
  promises: [
    '断った回数や欠席の回数は、どこにも数えません。',
    '見た記録と書いた記録は、すべて残ります。',
    '電話で聞いたことは「代わりに入力」とし、だれからどう聞いたかを残します。',
  ],
  ask: '使い方はシステム管理者へ、判断に迷うことはスーパーバイザーへ相談してください。',
}

export const coordinatorGuide: Record<Locale, Guide> = {
  ja: coordinatorJa,
  easy: coordinatorJa,
  en: {
    title: 'Guide for coordinators',
    lead: 'You take requests, bring people and places together and see to what comes after. What came by telephone or fax can be entered on behalf.',
    steps: [
      ['See today', 'New requests, proposals that wait for an answer, contacts that are due.'],
      [
        'Adjust the request',
        'Agree with the place on dates, numbers, and what happens if few come. The day on which the content was agreed is kept.',
      ],
      [
        'See who could come',
        'In the order of who was asked longest ago, with reasons in words. No scores, no ranks. Private reasons stand together under “other circumstances”.',
      ],
      [
        'Send proposals',
        'To one or several. Only the silent are reminded, once, in the daytime. Kind words for a full visit are ready.',
      ],
      [
        'Make a month’s draft',
        'For all requests of a month: whom to ask, and why; what stays open, why, and what would help, in words. You change it, leave it as it is, and send it.',
      ],
      [
        'Confirm the visit and its companion',
        'It is confirmed when the place and the supporter have both agreed. Overlaps are not possible.',
      ],
      [
        'See to what comes after',
        'Each visit has follow-ups for the next day and a week later. There is a list of people not heard from.',
      ],
      ['Read the figures', 'Plan and actual, how they are counted, and the rows behind them.'],
      [
        'Hold a course',
        'Make a run of a course; then the call, choosing, attendance, certificates. Nobody gets a mark. When a place becomes free, whoever waits is asked in turn.',
      ],
      [
        'See to registration and renewal',
        'Registration follows a talk. In February and March people are asked about the next year. Nobody ends by silence.',
      ],
      [
        'Bring in lists that exist',
        'People, registrations, past courses and visits, from Excel or CSV: look at the columns and at every row before it is taken in. You decide who is the same person. Records that were made one can be taken apart again.',
      ],
    ],
    promises: [
      'Declines and absences of a person are counted nowhere.',
      'Everything read and written is kept in the log.',
      'What was said by telephone is entered “on behalf”, with who said it and how.',
    ],
    ask: 'Ask the administrator about the system, and your supervisor when a decision is hard.',
  },
}

const supervisorJa: Guide = {
  title: 'スーパーバイザー・先輩ピアの使い方',
  lead: 'あなた宛ての相談だけが届きます。',
  steps: [
    ['お知らせを読む', '相談やお願いは、お知らせに届きます。'],
    ['話したあとで', '必要なことだけを書きとめます。本人も読むものとして書いてください。'],
  ],
  promises: ['あなたに宛てられていない相談は見られません。'],
  ask: '判断に迷うときは、コーディネーターに連絡してください。',
}

export const supervisorGuide: Record<Locale, Guide> = {
  ja: supervisorJa,
  easy: supervisorJa,
  en: {
    title: 'Guide for supervisors and mentors',
    lead: 'Only what is addressed to you reaches you.',
    steps: [
      ['Read your messages', 'Consultations and questions come as messages.'],
      ['After a talk', 'Write down only what is needed, as if the person reads it.'],
    ],
    promises: ['You do not see consultations that are not addressed to you.'],
    ask: 'When in doubt, please contact the coordinator.',
  },
}
