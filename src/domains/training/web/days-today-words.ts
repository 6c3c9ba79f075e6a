import { words } from '#platform/i18n/words.ts'

export const daysTodayWords = words({
  ja: {
    tasters: '参加する体験',
    noTasters: '参加する体験は、まだありません。体験に申し込むと、日にちと場所がここに出ます。',
    toTasters: '体験を見る',
    staffed: 'これから2週間の研修',
    noneStaffed: 'これから2週間の研修はありません。あなたが受け持つ研修や実習の日が近づくと、ここに出ます。',
    toRuns: '研修の一覧',
  },
  en: {
    tasters: 'Tasters you come to',
    noTasters: 'You have not signed up for a taster. Once you do, its day and place stand here.',
    toTasters: 'See the tasters',
    staffed: 'Training in the next two weeks',
    noneStaffed: 'There is no training in the next two weeks. Days of the runs you look after will stand here.',
    toRuns: 'All runs',
  },
  easy: {
    tasters: 'あなたが 行く 体験',
    noTasters: '行く 体験は まだ ありません。申し込むと、日と 場所が ここに 出ます。',
    toTasters: '体験を 見る',
    staffed: 'これから 2週間の 研修',
    noneStaffed: 'これから 2週間、研修は ありません。研修の 日が 近くなると、ここに 出ます。',
    toRuns: '研修の リスト',
  },
})
