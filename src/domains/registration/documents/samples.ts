import { day } from '#kernel/calendar-day.ts'
import type { RegisterPage } from './register-page.ts'
import type { RegistrationApplication } from './registration-application.ts'
import type { RegistrationCard } from './registration-card.ts'

// Invented people: what a template looks like, and whether one of a programme's own works.

export const registrationCardSample: RegistrationCard = {
  title: '登録票',
  number: '第2026-7号',
  name: '見本 花子',
  kana: 'みほん はなこ',
  validFrom: day('2026-11-22'),
  validUntil: day('2027-03-31'),
  issuedOn: day('2026-11-22'),
  reissued: null,
  issuer: ['社会福祉法人みなと福祉会'],
  sealBox: true,
  verifyUrl: 'https://hitoba.example.jp/v/k3Jx9-Zq0TfW7uYc2LbN5A',
  notes: [
    '活動のときにお持ちください。なくしたときは、すぐにお知らせください。番号を新しくします。',
    'この票を拾われた方は、お手数ですが次の電話までお知らせください。',
    '電話 00-0000-0000（平日 午前9時〜午後5時）',
  ],
}

export const registrationApplicationSample: RegistrationApplication = {
  appliedOn: day('2026-11-22'),
  to: '社会福祉法人みなと福祉会　様',
  intro: 'ピアサポーターとして登録したいので、次のとおり申し込みます。',
  name: '見本 花子',
  kana: 'みほん はなこ',
  nickname: 'はなちゃん',
  address: 'みなと市見本町1丁目2番3号 みほんハイツ205',
  contact: ['電話 00-0000-0000', 'hanako@example.test'],
  emergency: '見本 太郎（きょうだい）00-0000-0001',
  sections: [
    {
      title: '活動について',
      answers: [
        ['したいこと', '料理を一緒にすること、散歩、ただそこにいること'],
        ['いつかしてみたいこと', '学校で話すこと'],
        ['しないでおきたいこと', '夜の活動'],
        ['曜日と時間', '火曜日と木曜日の午後'],
        ['回数', '月に2回まで。続けて2日はしない'],
      ],
    },
    {
      title: '安心して活動するために',
      answers: [
        ['必要な配慮', '大きな音のする場所では、ときどき外に出ます'],
        ['行かないほうがよい場所', ''],
      ],
    },
  ],
  consents: [
    { purpose: '活動先に、活動で使うお名前を伝えること', answer: 'yes', on: day('2026-11-22') },
    { purpose: '活動先に、お顔の写真を見せること', answer: 'no', on: day('2026-11-22') },
    { purpose: '調子を崩したときに、緊急の連絡先へ知らせること', answer: 'later', on: null },
  ],
}

export const registerPageSample: RegisterPage = {
  on: day('2026-11-22'),
  entries: [
    {
      number: '第2025-3号',
      name: '見本 太郎',
      kana: 'みほん たろう',
      registeredOn: day('2025-10-01'),
      validFrom: day('2026-04-01'),
      validUntil: day('2027-03-31'),
      changes: [
        { on: day('2026-04-01'), words: '更新' },
        { on: day('2026-07-10'), words: '住所の変更' },
      ],
      note: '',
    },
    {
      number: '第2026-7号',
      name: '見本 花子',
      kana: 'みほん はなこ',
      registeredOn: day('2026-11-22'),
      validFrom: day('2026-11-22'),
      validUntil: day('2027-03-31'),
      changes: [],
      note: '登録票 交付',
    },
  ],
}
