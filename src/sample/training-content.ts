/** Sample words of a course, after what such courses teach. */
export const basicSessions: readonly [title: string, topic: string, form: 'lecture' | 'exercise' | 'both' | 'talk'][] =
  [
    ['ピアサポートとは', '対等な仲間であること', 'lecture'],
    ['ピアサポートの実際', '先輩の話を聞く', 'talk'],
    ['ピアサポートの専門性', '経験をいかす', 'lecture'],
    ['自分をたいせつにする', '調子の変わり目のサイン', 'both'],
    ['権利をまもる', 'アドボカシー', 'lecture'],
    ['バウンダリー', 'ほどよい距離', 'exercise'],
    ['リカバリーストーリー', '自分の歩みを言葉にする', 'exercise'],
    ['コミュニケーション', '聞くこと、待つこと', 'exercise'],
    ['お茶会の開きかた', 'オープンなお茶会', 'both'],
    ['福祉サービスの基礎', '使える制度', 'lecture'],
  ]

export const visitSessions = ['職場の見学（オンライン） 1', '職場の見学（オンライン） 2'] as const

export const secondTerm = ['ピアサポーターとして働く', 'チームの中のピア', '続けていくために'] as const

export const lastSession = 'ふりかえりと修了式'

/** Who came to each session of a run that took place: ten, two visits, three, and the last one. */
export const attendanceOfOneYear = [13, 12, 11, 11, 11, 10, 10, 9, 9, 9, 9, 9, 6, 6, 6, 6] as const

/** What those who completed it went on to, as far as they said. */
export const wentOnAfterwards = [
  { kind: 'work', words: '週に3日、働きはじめました' },
  { kind: 'work', words: '障害者雇用で仕事が決まりました' },
  { kind: 'work', words: '前の職場にもどりました' },
  { kind: 'study', words: '専門学校に通っています' },
  { kind: 'study', words: '資格の勉強を続けています' },
] as const

/** Invented people who take a course; 見本 stands beside each. */
export const takerNames: readonly [string, string][] = [
  ['梅原 こずえ', 'うめはら こずえ'],
  ['島田 大地', 'しまだ だいち'],
  ['西野 さとみ', 'にしの さとみ'],
  ['岡部 誠', 'おかべ まこと'],
  ['谷口 はるか', 'たにぐち はるか'],
  ['宮園 悠', 'みやぞの ゆう'],
  ['堀内 美和', 'ほりうち みわ'],
  ['大森 健', 'おおもり けん'],
  ['吉岡 あかね', 'よしおか あかね'],
  ['松浦 樹', 'まつうら いつき'],
  ['平野 なつみ', 'ひらの なつみ'],
  ['浜口 豊', 'はまぐち ゆたか'],
  ['川辺 ちさと', 'かわべ ちさと'],
]
