import type { CarePlan } from './core/sheet.ts'

/** What sample supporters wrote of what helps. Any resemblance is of our own making. */
export const sampleCarePlans: readonly CarePlan[] = [
  {
    whatHelps: '静かなところで10分ほど休むと落ち着きます。',
    warningSigns: '返事が短くなる、約束の時間を何度も確かめる。',
    whomToCall: '相談支援の担当者（平日の日中）',
    considerations: '途中で休む時間があると助かります。',
  },
  {
    whatHelps: 'あたたかい飲みものと、世間話。',
    warningSigns: '眠れない日が3日続く。',
    whomToCall: '同行スタッフにまず相談したい',
    considerations: '予定が変わるときは、前の日までに知らせてほしい。',
  },
  {
    whatHelps: '少し外を歩くこと。ひとりの時間。',
    warningSigns: '朝、起きられなくなる。',
    whomToCall: '家族（夜でも大丈夫）',
    considerations: '',
  },
  {
    whatHelps: '「今日はここまで」と言ってもらえること。',
    warningSigns: '早口になる、予定をつめこむ。',
    whomToCall: '',
    considerations: '出口に近い席がよい。大きな音は苦手。',
  },
]

/** In their own words, linked to nothing. */
export const sampleAvoidances = [
  '混んでいる電車に長く乗ること',
  '前に働いていたところの近く',
  '急な質問がつづくこと',
] as const
