import type { ApplicationStatus } from '#domains/training/index.ts'

/** Sample words of the advanced course: sessions, some split by track. */
export const advancedSessions: readonly {
  no: number
  title: string
  topic: string
  form: 'lecture' | 'exercise' | 'both' | 'talk' | 'review'
  track: string | null
}[] = [
  { no: 1, title: 'ピアの専門性をふかめる', topic: '経験知と専門知', form: 'lecture', track: null },
  { no: 2, title: '個別に寄りそう', topic: '聞き手としてのピア', form: 'exercise', track: '個別の支え合い' },
  { no: 2, title: '場をひらく', topic: '語り合いの進め方', form: 'exercise', track: '語り合いの進行' },
  { no: 3, title: 'チームの中で働く', topic: '役割と情報の分かち合い', form: 'both', track: null },
  { no: 4, title: 'ふりかえり', topic: 'これからの一歩', form: 'review', track: null },
]

export const tracks = ['個別の支え合い', '語り合いの進行'] as const

export const questions = [
  '自分のペースで、最後まで続けられそうか',
  '研修のあとに、してみたいことがあるか',
  '事業として、必要な配慮を用意できるか',
] as const

interface SampleApplicant {
  name: string
  kana: string
  status: ApplicationStatus
  why: string
  hopes: string
  needs: string
}

/** Invented people, one application in each state it can be in. */
export const applicants: readonly SampleApplicant[] = [
  {
    name: '水沢 ひなた',
    kana: 'みずさわ ひなた',
    status: 'submitted',
    why: '病院で先輩の話を聞いて、ほっとしました。わたしも、だれかの話を聞ける人になりたいです。',
    hopes: 'まずは、地元のサロンでお茶を出すところから始めたいです。',
    needs: '長い時間すわっているのが苦手なので、途中で立ったり休んだりできると助かります。',
  },
  {
    name: '森脇 楓',
    kana: 'もりわき かえで',
    status: 'submitted',
    why: '仕事を休んでいたときに、同じ経験の人に助けられました。',
    hopes: '休職している人のそばにいたいです。',
    needs: '',
  },
  {
    name: '野々村 光',
    kana: 'ののむら ひかる',
    status: 'offered',
    why: '自分の経験を、いやな思い出のままで終わらせたくないと思いました。',
    hopes: '学校で話してみたいです。',
    needs: '資料は大きな字でお願いします。',
  },
  {
    name: '市原 なぎさ',
    kana: 'いちはら なぎさ',
    status: 'waiting',
    why: '家族会で話を聞いて、やってみたくなりました。',
    hopes: '家族の人の話を聞けたらと思います。',
    needs: '',
  },
  {
    name: '桐谷 蒼',
    kana: 'きりたに あおい',
    status: 'accepted',
    why: '体験に参加して、みなさんの雰囲気が好きになりました。',
    hopes: '畑の活動を手伝いたいです。',
    needs: '電話が苦手なので、連絡はメールがよいです。',
  },
  {
    name: '瀬川 みどり',
    kana: 'せがわ みどり',
    status: 'not_this_time',
    why: '人とかかわる練習をしたいです。',
    hopes: 'まだわかりません。',
    needs: '',
  },
  {
    name: '深山 透',
    kana: 'みやま とおる',
    status: 'declined',
    why: 'もう一度、学び直したいと思いました。',
    hopes: '資格の勉強につなげたいです。',
    needs: '',
  },
  {
    name: '湯浅 とも',
    kana: 'ゆあさ とも',
    status: 'withdrawn',
    why: '仲間がほしいです。',
    hopes: '散歩の会に行きたいです。',
    needs: '',
  },
]
