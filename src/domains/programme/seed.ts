import type { ActivityKind } from './core/activity-kinds.ts'
import type { ActivityDraft } from './data/activities.ts'
import type { Settings } from './data/programmes.ts'

type Line = [
  kind: ActivityKind,
  minutes: number,
  ja: [string, string],
  en: [string, string],
  easy: [string, string],
  more?: Partial<ActivityDraft>,
]

const lines: Line[] = [
  [
    'being_there',
    120,
    ['居場所でいっしょに過ごす', '居場所に来て、みなさんとゆっくり過ごします。話しても、話さなくてもかまいません。'],
    ['Being there together', 'Comes to your drop-in place and spends the time with everybody. Talking is not a must.'],
    ['居場所で いっしょに いる', '居場所に 来て、みなさんと ゆっくり すごします。話さなくても だいじょうぶです。'],
  ],
  [
    'cooking',
    150,
    ['いっしょに料理をつくる', 'カレーやおやつなど、かんたんな料理をいっしょにつくって食べます。'],
    ['Cooking together', 'Makes something simple, a curry or a snack, and eats it together.'],
    ['いっしょに 料理を つくる', 'カレーや おやつを いっしょに つくって 食べます。'],
  ],
  [
    'gardening',
    90,
    ['花や野菜を育てる', '花だんや畑の手入れをいっしょにします。途中で休んでもかまいません。'],
    ['Gardening together', 'Looks after flowers or vegetables together. Taking a rest is fine.'],
    ['花や 野菜を 育てる', '花や 野菜の 世話を いっしょに します。休んでも だいじょうぶです。'],
  ],
  [
    'walk',
    60,
    ['いっしょに散歩する', '近くをいっしょに歩きます。行き先や速さは、その日の調子で決めます。'],
    ['A walk together', 'Walks around the neighbourhood. Where to and how fast depends on the day.'],
    ['いっしょに 散歩する', '近くを いっしょに 歩きます。速さは その日の 調子で 決めます。'],
  ],
  [
    'talk_circle',
    90,
    ['テーマのある語り場', '「ひとり暮らし」などテーマを決めて、輪になって話します。聞くだけの参加もできます。'],
    [
      'Talk circle with a theme',
      'Sits in a circle and talks about a theme such as living alone. Just listening is welcome.',
    ],
    ['テーマの ある 話の 会', '「ひとり暮らし」などの テーマで 話します。聞くだけでも だいじょうぶです。'],
    { listenersMax: 12 },
  ],
  [
    'recovery_story',
    90,
    ['リカバリーストーリーを話す', '自分の体験と、いま大切にしていることを話します。そのあと質問の時間があります。'],
    [
      'Telling a recovery story',
      'Tells what they lived through and what matters to them now, with time for questions.',
    ],
    ['自分の 話を する', '自分の 体験を 話します。そのあと 質問の 時間が あります。'],
    { listenersMax: 40, recording: 'ask', neverAsked: '病名、薬の名前、家族の病気のこと', heavy: true },
  ],
  [
    'training_lecturer',
    120,
    ['職員研修の講師', '職員や支援者の研修で、体験をもとに話し、いっしょに考えます。'],
    [
      'Lecturer at staff training',
      'Speaks from experience at a training for staff and support workers, and thinks with them.',
    ],
    ['研修の 先生', '職員の 研修で、自分の 体験を 話します。'],
    { listenersMax: 60, recording: 'ask', neverAsked: '病名、薬の名前', heavy: true },
  ],
  [
    'telephone_counselling',
    180,
    ['電話でお話を聞く当番', '夕方や週末に、電話で話を聞きます。職員がいつもそばにいます。'],
    [
      'Telephone listening shift',
      'Listens on the telephone in the evening or at the weekend. Staff are always beside.',
    ],
    ['電話で 話を 聞く', '夕方や 週末に、電話で 話を 聞きます。職員が いつも そばに います。'],
    { heavy: true },
  ],
  [
    'hospital_visit',
    90,
    ['病院をたずねる', '入院している人をたずねて、話したり、いっしょに過ごしたりします。'],
    ['Visiting a hospital', 'Visits people who stay in hospital, talks or simply spends time with them.'],
    ['病院へ 行く', '病院に いる 人に 会いに 行きます。話を したり、いっしょに すごしたり します。'],
    { accompaniesPerson: true, heavy: true },
  ],
  [
    'going_along',
    120,
    ['いっしょに出かける', 'はじめて行く居場所や手続きに、いっしょに行きます。'],
    ['Going along', 'Goes along to a place or an office that is new to somebody.'],
    ['いっしょに 行く', 'はじめて 行く ところへ いっしょに 行きます。'],
    { accompaniesPerson: true },
  ],
  [
    'online',
    60,
    ['オンラインで話す', 'ビデオ通話で、家にいながら集まって話します。顔を出さなくてもかまいません。'],
    ['Talking online', 'Meets by video from home. The camera may stay off.'],
    ['オンラインで 話す', 'ビデオ通話で 話します。顔を 見せなくても だいじょうぶです。'],
    { companionRequired: false },
  ],
  [
    'family_talk',
    90,
    ['家族のみなさんに話す', '家族会などで、本人の立場から話します。'],
    ['Talking to families', 'Speaks to a family association from the person’s own side.'],
    ['家族の 人に 話す', '家族の 会で、本人の 気持ちを 話します。'],
    { listenersMax: 30, heavy: true },
  ],
  [
    'group_facilitation',
    120,
    ['グループの進行', '当事者のグループで、話しやすい場になるよう進行をします。'],
    ['Facilitating a group', 'Helps a group of peers to talk with ease.'],
    ['グループの 進行', 'グループで、みんなが 話しやすいように 手伝います。'],
  ],
  [
    'group_consultation',
    90,
    ['グループでの相談', '少人数で悩みを持ちより、いっしょに考えます。'],
    ['Group consultation', 'A small group brings what troubles them and thinks together.'],
    ['グループで 相談する', '少ない 人数で、困っていることを いっしょに 考えます。'],
  ],
  [
    'keeping_a_job',
    60,
    ['働きつづけることを応援する', '働いている人と、仕事の悩みや工夫を話します。'],
    ['Support for keeping a job', 'Talks with somebody at work about worries and what helps.'],
    ['仕事を 続けることを 応援する', '働いている 人と、仕事の ことを 話します。'],
  ],
  [
    'errands_together',
    120,
    ['用事や区役所にいっしょに行く', '買い物や役所の手続きに、いっしょに行きます。'],
    ['Errands and the ward office together', 'Goes along for shopping or papers at the ward office.'],
    ['用事に いっしょに 行く', '買い物や 区役所に いっしょに 行きます。'],
    { accompaniesPerson: true },
  ],
  [
    'disaster_prevention',
    120,
    ['防災の催しに加わる', '避難訓練や防災の催しに、いっしょに参加します。'],
    ['Disaster-prevention event', 'Joins an evacuation drill or a disaster-prevention event.'],
    ['防災の 行事に 出る', '地震などに そなえる 行事に いっしょに 出ます。'],
  ],
  [
    'council',
    120,
    ['会議で意見を伝える', '協議会などの会議に委員として加わり、当事者の立場から意見を伝えます。'],
    ['Sitting on a council', 'Takes a seat on a council and speaks from lived experience.'],
    ['会議で 意見を 言う', '会議に 出て、自分の 意見を 言います。'],
    { companionRequired: false },
  ],
]

/** The menu of the sample programme in three languages. */
export const sampleMenu: ActivityDraft[] = lines.map(([kind, minutes, ja, en, easy, more], index) => ({
  kind,
  name: { ja: ja[0], en: en[0], easy: easy[0] },
  plain: { ja: ja[1], en: en[1], easy: easy[1] },
  minutes,
  listenersMax: null,
  recording: 'no',
  neverAsked: '',
  companionRequired: true,
  accompaniesPerson: false,
  heavy: false,
  publicMenu: index < 6,
  sort: (index + 1) * 10,
  ...more,
}))

export const sampleSettings: Settings = {
  name: 'ひばり区ピアサポーター事業（見本）',
  shortName: 'ひばり区の事業',
  municipality: 'ひばり区（架空）',
  municipalityCode: '99001',
  colour: '#00695c',
  senderName: 'ひばり事務局',
  contactPhone: '03-0000-0000',
  contactHours: '平日 9時から17時',
  illnessWords: 'こころの病気',
  crisisCard: 'よりそいホットライン 0120-279-338（24時間）\n命や身体に危険があるときは 119 または 110',
  firstNeedsExperienced: true,
  registrationByYear: true,
  followUpDays: [1, 7],
  placeSeesDays: 14,
  mergeAnswerDays: 14,
  recordsKeptYears: 5,
  smallNumberLimit: 10,
  quietFrom: 19 * 60,
  quietTo: 9 * 60,
}

export const secondSampleSettings: Settings = {
  ...sampleSettings,
  name: 'みなも市ピアサポート事業（見本）',
  shortName: 'みなも市の事業',
  municipality: 'みなも市（架空）',
  municipalityCode: '99002',
  colour: '#5c3d99',
  senderName: 'みなも事務局',
}

/** The published plan that the sample follows: registered supporters and visits in three years, the last being the current one. */
export const samplePlan = [
  { supporters: 7, visits: 70 },
  { supporters: 10, visits: 240 },
  { supporters: 15, visits: 360 },
] as const
