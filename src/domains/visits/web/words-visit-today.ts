import { words } from '#platform/i18n/words.ts'

/** Titles on the start pages. */
export const todayWords = words({
  ja: {
    soon: 'これから2週間の活動',
    soonEmpty: 'これから2週間の活動はありません。',
    maySayBefore: '行く前の気持ちを書けます',
    mayTell: '行ったあとの気持ちを書けます',
    toAnswer: 'お返事を待っている活動',
    mayThank: 'お礼と感想を書けます',
    toRecord: '記録がまだの活動',
    thanks: '本人に伝える言葉',
    thanksLine: (day: string) => `${day}に場から届いた言葉`,
  },
  en: {
    soon: 'Visits in the next two weeks',
    soonEmpty: 'There is no visit in the next two weeks.',
    maySayBefore: 'You may say how you feel before a visit',
    mayTell: 'You may say how it was',
    toAnswer: 'Visits that wait for your answer',
    mayThank: 'You may say thank you',
    toRecord: 'Visits to be recorded',
    thanks: 'Words to pass on',
    thanksLine: (day: string) => `Words from a place, ${day}`,
  },
  easy: {
    soon: 'これから 2週間の 活動',
    soonEmpty: 'これから 2週間は 活動が ありません。',
    maySayBefore: '行く 前の 気持ちを 書けます',
    mayTell: '行った あとの 気持ちを 書けます',
    toAnswer: '返事を 待って いる 活動',
    mayThank: 'お礼の ことばを 書けます',
    toRecord: 'まだ 記録して いない 活動',
    thanks: '本人に 伝える ことば',
    thanksLine: (day: string) => `${day}に 来た ことば`,
  },
})
