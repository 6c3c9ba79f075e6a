import { defineMessages } from '#platform/messages/kinds.ts'

/** What people are told. No name, no reason: those stand on the page it leads to. */
export const careMessages = defineMessages({
  'care.rest_offered': {
    ja: () => ({ title: 'おつかれさまでした', body: 'よかったら、少しお休みすることもできます。' }),
    en: () => ({ title: 'Thank you', body: 'If you like, you may take a little rest.' }),
    easy: () => ({ title: 'おつかれさまでした', body: 'すこし 休む ことも できます。' }),
  },
  'care.soon': {
    ja: () => ({ title: '今日、連絡してほしい人がいます', body: 'きっかけは、開くと分かります。' }),
    en: () => ({ title: 'Please get in touch with somebody today', body: 'You will see why when you open it.' }),
    easy: () => ({ title: '今日、れんらくして ほしい 人が います', body: 'ひらいて、みて ください。' }),
  },
  'care.due_today': {
    ja: () => ({ title: '今日は、連絡する日の人がいます', body: 'フォローの一覧を開いてください。' }),
    en: () => ({ title: 'There is somebody to contact today', body: 'Please open the follow-ups.' }),
    easy: () => ({ title: '今日、れんらくする 人が います', body: 'いちらんを ひらいて ください。' }),
  },
})
