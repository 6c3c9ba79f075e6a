import { staffWords } from '#platform/i18n/words.ts'

/** What is still under way around somebody whose record is to be erased, or made one with another. */
export const forgettingWords = staffWords({
  ja: {
    visits: 'これからの活動に入っています。見送りにするか、担当を替えてください。',
    proposals: '返事を待っているお誘いがあります。取りさげてください。',
    ideas: '本人の「やってみたいこと」が、まだ動いています。終わらせてください。',
    bothAsked: '2つの記録に、同じ依頼のお誘いが出ています。どちらかを取りさげてください。',
    bothThere: '2つの記録が、同じ活動に入っています。別の人でないときは、その活動をなおしてください。',
  },
  en: {
    visits: 'They are in a visit that is still ahead. Let them leave it, or somebody else go along.',
    proposals: 'An invitation waits for their answer. Please take it back.',
    ideas: 'An idea of their own is still under way. Please bring it to an end.',
    bothAsked: 'Both records are being asked about the same request. Please take one of the invitations back.',
    bothThere: 'Both records are in the same visit. Unless they are two people, please put that visit right first.',
  },
})
