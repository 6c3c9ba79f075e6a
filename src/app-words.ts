import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { words } from '#platform/i18n/words.ts'

export const roleWords: Record<Locale, Record<Role, string>> = words({
  ja: {
    seeker: 'ピアサポートを希望する人',
    trainee: '受講者',
    supporter: 'ピアサポーター',
    companion: 'フォロースタッフ',
    coordinator: 'コーディネーター',
    supervisor: '先輩ピア・スーパーバイザー',
    host: '受け入れ先担当',
    group: '団体代表',
    officer: '行政担当',
    admin: 'システム管理者',
  },
  en: {
    seeker: 'Looking for peer support',
    trainee: 'Trainee',
    supporter: 'Peer supporter',
    companion: 'Follow-up staff',
    coordinator: 'Coordinator',
    supervisor: 'Supervisor or mentor',
    host: 'Host contact',
    group: 'Group representative',
    officer: 'Municipal officer',
    admin: 'System administrator',
  },
  easy: {
    seeker: 'ピアサポートを うけたい人',
    trainee: '研修を うけている人',
    supporter: 'ピアサポーター',
    companion: 'いっしょに 行く 職員',
    coordinator: 'コーディネーター',
    supervisor: '相談できる 先輩',
    host: '受け入れ先の 人',
    group: '団体の 代表',
    officer: '役所の 人',
    admin: 'システムの 管理者',
  },
})

export const appWords = words({
  ja: {
    today: '今日',
    todayLead: '今日のことをまとめました。ゆっくりでだいじょうぶです。',
    guide: 'はじめての方へ（使い方）',
    signOut: 'サインアウト',
    nothing: '今日することは、いまのところありません。お願いやお返事が届くと、「お知らせ」でお伝えします。',
    office: '窓口',
    menuGroups: { people: '人と場', training: '研修', programme: '事業', own: 'わたし' },
    trial: '試用のデータベースで動いています。実際の利用には PostgreSQL をお使いください。',
  },
  en: {
    today: 'Today',
    todayLead: 'What there is today. There is no hurry.',
    guide: 'New here? How it works',
    signOut: 'Sign out',
    nothing: 'There is nothing to do just now. Whatever is asked of you, or answered, comes to your messages.',
    office: 'Office',
    menuGroups: { people: 'People and places', training: 'Training', programme: 'Programme', own: 'Me' },
    trial: 'This runs on the trial database. For real use, please move to PostgreSQL.',
  },
  easy: {
    today: '今日',
    todayLead: '今日の ことです。いそがなくて だいじょうぶです。',
    guide: 'はじめての 人へ（使い方）',
    signOut: 'サインアウト',
    nothing: '今日 することは ありません。何か あるときは、「お知らせ」に 書きます。',
    office: '問い合わせ',
    menuGroups: { people: '人と 場所', training: '研修', programme: '事業', own: 'わたし' },
    trial: 'ためしに 使う データベースです。本当に 使うときは PostgreSQL を 使ってください。',
  },
})
