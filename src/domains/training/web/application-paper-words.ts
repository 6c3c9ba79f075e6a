import type { Spoken } from '#platform/i18n/spoken.ts'
import { words } from '#platform/i18n/words.ts'

/** Applications and answers on paper. */
export const applicationPaperWords = words({
  ja: {
    letterFrom: (name: string, phone: string, hours: string) => [name, phone, hours].filter(Boolean).join('　'),
    letterTitle: {
      offered: '席のご案内',
      waiting: '空きをお待ちの方へ',
      accepted: 'ご参加のご案内',
      not_this_time: '研修の申込について',
    },
    dear: (name: Spoken) => `${name} 様`,
    thanks: (run: string) => `「${run}」に申し込んでくださり、ありがとうございます。`,
    answerHere: '参加する・今回は見送る（どちらかに○）',
    applicationOf: '研修の申込書',
    number: (id: string) => `受付番号 ${id}`,
    submittedOn: '申込の日',
  },
  en: {
    letterFrom: (name, phone, hours) => [name, phone, hours].filter(Boolean).join('  '),
    letterTitle: {
      offered: 'A place for you',
      waiting: 'Waiting for a place',
      accepted: 'About the course',
      not_this_time: 'About your application',
    },
    dear: (name) => `Dear ${name}`,
    thanks: (run) => `Thank you for applying for “${run}”.`,
    answerHere: 'I will come / not this time (circle one)',
    applicationOf: 'Application for a course',
    number: (id) => `Number ${id}`,
    submittedOn: 'Applied on',
  },
  easy: {
    letterFrom: (name, phone, hours) => [name, phone, hours].filter(Boolean).join('　'),
    letterTitle: {
      offered: '席が あります',
      waiting: '席が あくのを 待つ 人へ',
      accepted: '研修の お知らせ',
      not_this_time: '研修の 申し込みに ついて',
    },
    dear: (name) => `${name} さんへ`,
    thanks: (run) => `「${run}」に 申し込んでくれて、ありがとうございます。`,
    answerHere: '行きます・今回は 行きません（どちらかに ○）',
    applicationOf: '研修の 申し込み',
    number: (id) => `番号 ${id}`,
    submittedOn: '申し込んだ日',
  },
})
