import type { Locale } from '#platform/i18n/reader.ts'
import type { Guide } from './guide.ts'

const officerJa: Guide = {
  title: '行政担当の使い方',
  lead: '計画と実績を、数え方といっしょに見られます。個人の記録は見られません。',
  steps: [
    [
      '年度の数字を見る',
      '登録者、活動した人、派遣回数を、計画とならべて見られます。研修の出席と修了した人数も見られます。数え方は、それぞれの数字のそばに書いてあります。',
    ],
    [
      '内訳を見る',
      '活動の種類、場の種類、分野、月ごとに見られます。人数の少ない内訳は、個人がわからないように伏せています。',
    ],
    ['資料にする', '表はCSVとExcelで取り出せます。ページはA4に印刷できます。'],
  ],
  promises: ['気持ちや振り返りの記録は、行政担当からは見られません。'],
  ask: '数字の見方はコーディネーターへ、アカウントのことはシステム管理者へお問い合わせください。',
}

export const officerGuide: Record<Locale, Guide> = {
  ja: officerJa,
  easy: officerJa,
  en: {
    title: 'Guide for municipal officers',
    lead: 'Plan and actual, with how each figure is counted. Personal records are not shown.',
    steps: [
      [
        'See the year’s figures',
        'Registered, active, visits, beside the plan; attendance and completion of courses. Each figure says how it is counted.',
      ],
      [
        'See breakdowns',
        'By activity, kind of place, field and month. Small numbers of people are withheld so that nobody can be recognised.',
      ],
      ['Take them along', 'Tables come as CSV and Excel. Pages print on A4.'],
    ],
    promises: ['Feelings and reflections are not visible to officers.'],
    ask: 'Ask the coordinator about figures and the administrator about your account.',
  },
}

const adminJa: Guide = {
  title: 'システム管理者の使い方',
  lead: '人を招き、設定を整え、動いているかを見ます。個人の記録や、お知らせの本文は見られません。',
  steps: [
    ['人を招く', '役割を決めてメールで招きます。役割を終えると、その時点でサインインできなくなります。'],
    ['事業の設定を整える', '事業の名前、色、窓口の電話、相談先の番号、メールを送らない時間帯を決めます。'],
    ['届かなかったメールを見る', '宛先と理由だけが見られます。直してから、もう一度送れます。'],
    ['記録を確かめる', '操作の記録がつながっているかを、コマンドで確かめられます。'],
  ],
  promises: ['試用のデータベースのままでは、実際の利用に使わないでください。'],
  ask: '運用の手引き（docs/operations.md）をご覧ください。',
}

export const adminGuide: Record<Locale, Guide> = {
  ja: adminJa,
  easy: adminJa,
  en: {
    title: 'Guide for administrators',
    lead: 'You invite people, keep the settings, and see that everything runs. Personal records and texts of messages are not shown.',
    steps: [
      ['Invite people', 'Choose a role and send an invitation. When a role ends, its sign-in ends at once.'],
      ['Keep the settings', 'Name, colour, the office’s number, numbers to call in need, hours without mail.'],
      ['See mails that did not arrive', 'Only address and reason are shown. Correct them and send again.'],
      ['Check the log', 'A command checks that the log is unbroken.'],
    ],
    promises: ['Please do not use the trial database for real work.'],
    ask: 'See docs/operations.md.',
  },
}
