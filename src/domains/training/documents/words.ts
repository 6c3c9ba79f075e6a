/** What our own templates are given besides the facts. Documents are Japanese; a programme's own template may say it otherwise. */
export const documentWords = {
  qrAlt: (url: string) => `確認ページの二次元コード。アドレスは ${url}`,
  reissued: (day: string, no: number) => `${day}再発行（${no}回目）`,
  session: (no: number, title: string) => `第${no}回 ${title}`,
  signInTitle: '参加される方の名簿',
  when: '日時',
  where: '場所',
  signInNote:
    'この用紙は、終わったあとに担当者が持ち帰って保管します。ほかの方のお名前を書き写したり、写真に撮ったりしないでください。',
  applicationTitle: '受講申込書',
  received: (day: string, how: string) => `受付 ${day}${how === '' ? '' : `（${how}）`}`,
  name: 'お名前',
  reading: 'ふりがな',
  contact: '連絡先',
  track: '希望する組',
  office: '事業所',
  ownWords: '申し込む理由や、伝えておきたいこと（自由にお書きください）',
  needs: '参加しやすくするために必要なこと（合理的配慮の申出）',
  consent: '個人情報の取扱い',
  consentVersion: (version: string) => `（文の版: ${version}）`,
  agreed: (day: string) => `同意します　${day}`,
  toAgree: '□ 同意します　　　　　年　　月　　日',
  evidenceTitle: (supplement: string) => `${supplement} 要件の確認記録`,
  officeNumber: '事業所番号',
  officeName: '事業所名',
  service: 'サービスの種類',
  confirmedOn: '確認した日',
  state: { met: '満たしている', not_met: 'まだ満たしていない', unknown: '分からない' },
  stateWith: (state: string, words: string) => (words === '' ? state : `${state}\n${words}`),
  notTaken: 'まだ',
  month: (month: string) => `${month.slice(0, 4)}\n${Number(month.slice(5, 7))}月`,
  noHours: '—',
  evidenceFooter: (day: string) => `${day}に確認した内容です。届出の前に、指定権者にもお確かめください。`,
} as const

/** What staff call them. */
export const documentNames = {
  certificate: { ja: '修了証', en: 'Certificate' },
  letter: { ja: '手紙', en: 'Letter' },
  signInSheet: { ja: '参加者の名簿', en: 'Sign-in sheet' },
  courseApplication: { ja: '受講申込書', en: 'Course application' },
  feeEvidence: { ja: '加算の要件の確認記録', en: 'Fee supplement evidence' },
} as const
