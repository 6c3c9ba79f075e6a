/** What our own templates are given besides the facts. Documents are Japanese; a programme's own template may say it otherwise. */
export const documentWords = {
  qrAlt: (url: string) => `確認ページの二次元コード。アドレスは ${url}`,
  issued: (day: string) => `${day} 交付`,
  reissued: (day: string, no: number) => `（${day} 再交付 ${no}回目）`,
  validUntil: (from: string, until: string) => `有効期間　${from}〜${until}`,
  valid: (from: string) => `${from}から有効`,
  applicationForm: '様式第1号',
  applicationTitle: '登録申込書',
  name: 'お名前',
  reading: 'ふりがな',
  nickname: '活動で使うお名前',
  address: '住所',
  contact: '連絡先',
  emergency: '緊急のときの連絡先',
  none: '（なし）',
  consents: '情報の使い方についての同意',
  consentsHead: ['目的', 'お返事', '年月日'],
  answer: { yes: '同意します', no: '同意しません', later: 'あとで決めます' },
  applicationNote: 'この内容は、いつでも、理由を言わずに変えたり、取り消したりできます。',
  registerForm: '様式第2号',
  registerTitle: (year: string) => `ピアサポーター登録簿（${year}）`,
  registerFooter: (day: string) => `${day}現在。鍵のかかる場所で保管し、目的のほかに使わないでください。`,
  period: (from: string, until: string) => `${from}から\n${until}まで`,
  periodOpen: (from: string) => `${from}から`,
  change: (day: string, words: string) => `${day} ${words}`,
} as const

/** What staff call them. */
export const documentNames = {
  registrationCard: { ja: '登録票（様式第3号）', en: 'Registration card (form 3)' },
  registrationApplication: { ja: '登録申込書（様式第1号）', en: 'Registration application (form 1)' },
  registerPage: { ja: '登録簿（様式第2号）', en: 'Register (form 2)' },
} as const
