/** What the sample of a programme needs of training. */
export { codeFrom, proofText } from './core/credential-code.ts'

const courses = {
  basic: {
    name: 'ピアサポーター養成研修（基礎編）',
    name_en: 'Peer supporter course (basic)',
    name_easy: 'ピアサポーターの 研修（基礎）',
    plain: 'ピアサポートとは何か、聴くこと、話すこと、自分を大切にすることを学びます。',
    plain_en: 'What peer support is, listening, telling, and taking care of oneself.',
    plain_easy: 'ピアサポートに ついて 学びます。',
  },
  host: {
    name: '受け入れ先のための研修',
    name_en: 'Course for host places',
    name_easy: '受け入れる ところの ための 研修',
    plain: 'ピアサポーターを迎える準備と、来る前・来たあとにすることを学びます。',
    plain_en: 'How to receive a peer supporter, before and after.',
    plain_easy: 'ピアサポーターを むかえる 準備を 学びます。',
  },
} as const

/** A finished run of an invented programme. */
export interface SampleRun {
  course: (typeof courses)[keyof typeof courses]
  name: string
}

export const sampleRun = (kind: keyof typeof courses, fiscalYear: number): SampleRun => ({
  course: courses[kind],
  name: `${fiscalYear}年度 ${courses[kind].name}`,
})

/** What the papers of the sample say. */
export const sampleWordings = [
  {
    kind: 'certificate',
    prefix: 'ひ修',
    title: '修了証',
    body: 'あなたは、{course}の全課程を修了されました。\nここで出会った仲間とともに歩んだ時間が、これからの支えになることを願い、これを証します。',
    issuer: '地域活動センターひばり（見本）\nセンター長　見本 一郎',
  },
  {
    kind: 'card',
    prefix: 'ひ登',
    title: '登録票',
    body: '上の方が登録されていることを証します。',
    issuer: '地域活動センターひばり（見本）',
  },
] as const
