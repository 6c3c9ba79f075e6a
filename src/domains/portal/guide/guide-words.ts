import { words } from '#platform/i18n/words.ts'

/** The words around every guide. */
export const guideWords = words({
  ja: {
    heading: 'はじめての方へ',
    steps: 'こう使います',
    promises: 'いつも変わらないこと',
    ask: 'こまったとき',
    others: 'ほかの役割の使い方',
    toStart: '自分のページへ進む',
    all: '使い方',
    allLead: 'あなたの役割をえらんでください。',
  },
  en: {
    heading: 'New here?',
    steps: 'How it works',
    promises: 'What always holds',
    ask: 'When you are stuck',
    others: 'Guides for other roles',
    toStart: 'Go to my page',
    all: 'How to use hitoba',
    allLead: 'Please choose your role.',
  },
  easy: {
    heading: 'はじめての 人へ',
    steps: '使い方',
    promises: 'いつも 同じこと',
    ask: 'こまったとき',
    others: 'ほかの 人の 使い方',
    toStart: '自分の ページへ 進む',
    all: '使い方',
    allLead: 'あなたは どれですか。えらんでください。',
  },
})
