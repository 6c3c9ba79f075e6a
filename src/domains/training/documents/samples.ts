import { day } from '#kernel/calendar-day.ts'
import type { Certificate } from './certificate.ts'
import type { CourseApplication } from './course-application.ts'
import type { FeeEvidence } from './fee-evidence.ts'
import type { Letter } from './letter.ts'
import type { SignInSheet } from './sign-in-sheet.ts'

// Invented people and offices: what a template looks like, and whether one of a programme's own works.

export const certificateSample: Certificate = {
  title: '修了証',
  number: '第2026-12号',
  name: '見本 花子',
  body: [
    'あなたは、令和8年度みなと市ピアサポーター養成研修（基礎編）の全課程を修了されました。',
    'ここで出会った仲間とともに歩んだ時間が、これからの支えになることを願い、これを証します。',
  ],
  issuedOn: day('2026-11-22'),
  issuer: ['みなと市ピアサポート事業', '社会福祉法人みなと福祉会', '理事長　見本 一郎'],
  sealBox: true,
  verifyUrl: 'https://hitoba.example.jp/v/k3Jx9-Zq0TfW7uYc2LbN5A',
  reissued: null,
}

export const letterSample: Letter = {
  lang: 'ja',
  sentOn: day('2026-11-22'),
  number: '',
  address: ['〒000-0000', 'みなと市見本町1丁目2番3号', 'みほんハイツ205'],
  name: '見本 花子',
  sender: ['みなと市見本町4番5号', '研修担当'],
  subject: '秋の研修のお申込みについて',
  paragraphs: [
    'このたびは研修にお申し込みくださり、ありがとうございました。お書きくださったことを、担当の者たちで大切に読ませていただきました。',
    'お席をご用意できましたので、ご案内します。都合が変わったときや、心配なことがあるときは、いつでもご連絡ください。',
  ],
  points: [
    ['はじめの日', '令和8年12月5日（土）午後1時30分から'],
    ['場所', '見本会館 2階 会議室（エレベーターがあります）'],
    ['お返事', '令和8年11月30日（月）までに、下の連絡先へお願いします'],
  ],
  pointsHead: ['項目', '内容'],
  contact: ['研修担当　電話 00-0000-0000（平日 午前9時〜午後5時）'],
}

export const signInSheetSample: SignInSheet = {
  run: '令和8年度 ピアサポーター養成研修（基礎編）',
  no: 3,
  title: '自分らしく話すこと、聴くこと',
  on: day('2026-11-22'),
  when: '令和8年11月22日（日）午後1時30分〜午後4時',
  place: '見本会館 2階 会議室',
  people: ['はなちゃん', '見本 花子', '髙橋', '𠮷田 まこと', 'Maria Clara dos Santos', '濵﨑', 'みどり', 'ケンジ'],
  blanks: 4,
}

export const courseApplicationSample: CourseApplication = {
  run: '令和8年度 ピアサポーター養成研修（基礎編）',
  on: day('2026-11-22'),
  received: '電話で伺いました',
  name: '見本 花子',
  kana: 'みほん はなこ',
  contact: ['電話 00-0000-0000（午後のほうが出やすいです）', 'hanako@example.test'],
  track: '土曜の組',
  office: null,
  words:
    '以前、入院していたときに、同じような経験をした方が話を聴いてくださったことが、いまも支えになっています。\n人前で話すのは得意ではありませんが、となりに座っていることならできるかもしれないと思いました 😊',
  needs: '途中で休める場所があると助かります。資料は前もっていただけると、読んでから参加できます。',
  consent: {
    text: 'この用紙に書いたことを、研修の申込みの確認と、参加しやすくするための準備に使うことに同意します。',
    version: '2026-04',
    givenOn: day('2026-11-20'),
  },
}

const notice = '平成18年厚生労働省告示第523号など（令和6年度改定）'

export const feeEvidenceSample: FeeEvidence = {
  supplement: 'ピアサポート体制加算',
  office: { number: '0000000000', name: '相談支援事業所みほん', service: '計画相談支援' },
  checkedOn: day('2026-11-22'),
  result: '令和8年11月22日の時点では、まだ要件を満たしていません。',
  missing: ['管理者または一緒に働く職員のうち1人が、専門研修をまだ修了していません。'],
  conditions: [
    { text: '対象のサービスであること', state: 'met', words: '計画相談支援', source: notice },
    {
      text: '経験のある職員と、管理者または一緒に働く職員が、基礎研修と専門研修を修了していること',
      state: 'not_met',
      words: '見本 次郎さんの専門研修',
      source: notice,
    },
    { text: 'それぞれ常勤換算で0.5以上であること', state: 'met', words: '0.60 と 1.00', source: notice },
    { text: '事業所内の研修を年に1回以上行うこと', state: 'met', words: '令和8年6月1日', source: notice },
    { text: '体制があることを公表していること', state: 'unknown', words: '', source: notice },
  ],
  staff: [
    { name: '見本 花子', role: '相談支援員', basicOn: day('2025-09-14'), advancedOn: day('2025-12-07') },
    { name: '見本 次郎', role: '管理者', basicOn: day('2025-09-14'), advancedOn: null },
  ],
  months: [
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
    '2027-03',
  ],
  hours: [
    { name: '見本 花子', fte: [50, 50, 60, 60, 60, 60, 60, 60, null, null, null, null] },
    { name: '見本 次郎', fte: [100, 100, 100, 100, 100, 100, 100, 100, null, null, null, null] },
  ],
  trainings: [
    {
      on: day('2026-06-01'),
      topic: '障害のある方への配慮と、ピアサポートの基本',
      ledBy: '見本 花子、見本 次郎',
      attendees: '職員4人',
    },
  ],
  cautions: ['公表の方法は、指定権者によって異なることがあります。'],
  sources: [notice, 'https://fukushi-net.com/piasapo-totaoseo-kasan（令和8年11月に確認）'],
}
