import { staffWords } from '#platform/i18n/words.ts'

export const feeTodayWords = staffWords({
  ja: {
    title: '加算のために、そろそろ必要なこと',
    hours: (month: string) => `${month}の勤務が、まだ書かれていない職員がいます`,
    training: '事業所内の研修を、この1年のうちに行った記録がありません',
    trainingSoon: (day: string) => `事業所内の研修から、${day}で1年になります`,
  },
  en: {
    title: 'For the fee supplements, soon',
    hours: (month: string) => `Hours of ${month} are not written down for everybody yet`,
    training: 'No training in the office is written down for the last year',
    trainingSoon: (day: string) => `A year since the training in the office: ${day}`,
  },
})
