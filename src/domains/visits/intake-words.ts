import { staffWords } from '#platform/i18n/words.ts'

/** The columns of a list of visits that lie behind us. */
export const intakeVisitWords = staffWords({
  ja: {
    title: 'これまでの活動',
    lead: '2週間より前に行われた活動の一覧です。年度の数字に入ります。だれにも何も届かず、フォローや予定もつくられません。時刻がない行は、10時からとします。',
    day: '日付',
    from: '開始時刻',
    to: '終了時刻',
    place: '場',
    activity: '活動メニュー',
    companion: '同行スタッフ',
    met: '場で会った人数',
    state: '状態',
    held: ['実施', '実施済', '済', '○', '行いました', '終わりました', '開催', 'held', 'took place', 'done'],
    reasons: {
      recent: 'この2週間の活動と、これからの活動は、「活動」のページで記録してください。',
      not_held: '行われた活動だけを取り込みます。',
      unknown_place: 'この名前の場がないか、同じ名前の場がいくつかあります。',
      unknown_activity: 'この名前の活動メニューがありません。',
      unknown_companion: '同行スタッフの名前が、いる人の名前と一致しません。',
      unclear: '何人かの名前がありますが、だれのことかわからない名前があります。1行に1人ずつ書いてください。',
      times: '終了時刻が、開始時刻より前です。',
      not_there: 'この人は、この活動に行かなかったと、もう記録されています。',
    },
  },
  en: {
    title: 'Past visits',
    lead: 'Visits held more than two weeks ago. They count in the figures of their year. Nobody is told, and no follow-up or booking is made. Rows without a time begin at ten.',
    day: 'Date',
    from: 'From',
    to: 'To',
    place: 'Place',
    activity: 'Activity',
    companion: 'Companion',
    met: 'People met there',
    state: 'State',
    held: ['held', 'took place', 'done', 'yes'],
    reasons: {
      recent: 'Please record visits of the last two weeks, and those ahead, on their own pages.',
      not_held: 'Only visits that took place are taken over.',
      unknown_place: 'There is no place of this name, or there are several.',
      unknown_activity: 'There is no activity of this name.',
      unknown_companion: 'The companion’s name is not that of anybody here.',
      unclear: 'There are several names, and not all of them are clear. Please write one person in each row.',
      times: 'The end is before the beginning.',
      not_there: 'It is recorded already that this person did not come.',
    },
  },
})

/** Other headings under which offices keep the same. */
export const visitHeadings = {
  day: ['活動日', '実施日', '派遣日', '日時', '開始', '始まり', '年月日', 'from'],
  from: ['開始', '始まり', '開始時間', '時刻', '時間'],
  to: ['終了', '終わり', '終了時間', 'to'],
  place: ['場所', '派遣先', '受け入れ先', '活動先', '訪問先'],
  activity: ['活動', '活動内容', '内容', 'メニュー'],
  companion: ['同行者', '同行', 'フォロースタッフ'],
  met: ['会った人数', '参加者数', '参加人数', '利用者数', '対象人数'],
  state: ['実施状況', '結果', '状況'],
} as const

/** And those of the name itself, in a list where it is one column among others. */
export const visitorHeadings = [
  '行く人',
  '行った人',
  'ピアサポーター',
  '派遣者',
  '参加ピア',
  '担当',
  'who goes',
] as const
