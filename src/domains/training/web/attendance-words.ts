import type { Locale } from '#platform/i18n/reader.ts'
import { words } from '#platform/i18n/words.ts'
import type { AttendanceState, CompletionBlocker, MakeUpWay, Taking } from '../core/completion.ts'

/** Attendance in words, for those it is about and for staff alike: never a percentage, never a word that blames. */
export const attendanceWords = words({
  ja: {
    states: {
      present: '出席',
      late: '途中から出席',
      online: 'オンラインで出席',
      absent: '欠席',
      not_heard: '連絡がまだない',
      made_up: '補講で出席',
    },
    noState: 'まだ記入していません',
    ways: { next_run: '次の開催の同じ回に出る', video: '録画を見る', talk: '担当者と話す' },
    no: (no: number) => `第${no}回`,
    noSessions: '出欠の記録はありません。',
    attended: (total: number, attended: number) => `${total}回のうち${attended}回に参加しました。`,
    canMakeUp: (count: number) => `あと${count}回は、補うことができます。`,
    allDone: '修了に必要なことは、そろっています。',
    blockers: {
      sessions_missing: (nos: string) => `${nos}に参加すると、修了に近づきます。`,
      more_sessions_needed: (more: number) => `あと${more}回の参加で、必要な回数になります。`,
      named_missing: (nos: string) => `${nos}は、修了に必要な回です。`,
      homework_missing: (nos: string) => `${nos}の課題の提出を待っています。`,
      practicum_missing: (more: number) => `実習があと${more}日あります。`,
    },
    and: '、',
  },
  en: {
    states: {
      present: 'there',
      late: 'there, from later on',
      online: 'there, online',
      absent: 'absent',
      not_heard: 'not heard from yet',
      made_up: 'made up',
    },
    noState: 'not entered yet',
    ways: { next_run: 'the same session in the next run', video: 'watching the recording', talk: 'a talk with staff' },
    no: (no: number) => `session ${no}`,
    noSessions: 'There is no record of sessions.',
    attended: (total: number, attended: number) => `Attended ${attended} of ${total} sessions.`,
    canMakeUp: (count: number) => (count === 1 ? 'One can be made up.' : `${count} can be made up.`),
    allDone: 'Everything that is needed for completion is there.',
    blockers: {
      sessions_missing: (nos: string) => `Still to come for completion: ${nos}.`,
      more_sessions_needed: (more: number) => `${more} more ${more === 1 ? 'session is' : 'sessions are'} needed.`,
      named_missing: (nos: string) => `Needed for completion: ${nos}.`,
      homework_missing: (nos: string) => `Homework to hand in: ${nos}.`,
      practicum_missing: (more: number) => `${more} more ${more === 1 ? 'day' : 'days'} of practicum.`,
    },
    and: ', ',
  },
  easy: {
    states: {
      present: '来ました',
      late: 'とちゅうから 来ました',
      online: 'オンラインで 出ました',
      absent: 'お休み',
      not_heard: 'まだ 連絡が ありません',
      made_up: 'あとから 勉強しました',
    },
    noState: 'まだ 書いて いません',
    ways: { next_run: '次の 講座で 同じ回に 出る', video: 'ビデオを 見る', talk: '担当の 人と 話す' },
    no: (no: number) => `${no}回目`,
    noSessions: '出席の 記録は ありません。',
    attended: (total: number, attended: number) => `${total}回の うち ${attended}回 出ました。`,
    canMakeUp: (count: number) => `あと ${count}回は、あとから 勉強できます。`,
    allDone: '修了に いることは、全部 できました。',
    blockers: {
      sessions_missing: (nos: string) => `${nos}に 出ると、修了に 近づきます。`,
      more_sessions_needed: (more: number) => `あと ${more}回 出ると、修了に 近づきます。`,
      named_missing: (nos: string) => `${nos}は、かならず 出る 回です。`,
      homework_missing: (nos: string) => `${nos}の 宿題を 待って います。`,
      practicum_missing: (more: number) => `実習が あと ${more}日 あります。`,
    },
    and: '、',
  },
})

export const stateWord = (state: AttendanceState | null, locale: Locale): string =>
  state === null ? attendanceWords[locale].noState : attendanceWords[locale].states[state]

export const wayWord = (way: MakeUpWay, locale: Locale): string => attendanceWords[locale].ways[way]

const named = (nos: readonly number[], locale: Locale): string =>
  nos.map((no) => attendanceWords[locale].no(no)).join(attendanceWords[locale].and)

/** '10回のうち3回に参加しました。あと1回は、補うことができます。' */
export const attendedSentence = ({ sessions, attended, canMakeUp }: Taking, locale: Locale): string => {
  const t = attendanceWords[locale]
  const gap = locale === 'ja' ? '' : ' '
  if (sessions.length === 0) return t.noSessions
  return [t.attended(sessions.length, attended), ...(canMakeUp > 0 ? [t.canMakeUp(canMakeUp)] : [])].join(gap)
}

/** What is still needed, as sentences; what is already named as missing altogether is not said again. */
export const neededSentences = (blockers: readonly CompletionBlocker[], locale: Locale): string[] => {
  const all = blockers.find((one) => one.kind === 'sessions_missing')
  return blockers.filter((one) => !(all && one.kind === 'named_missing')).map((one) => neededSentence(one, locale))
}

const neededSentence = (blocker: CompletionBlocker, locale: Locale): string => {
  const t = attendanceWords[locale].blockers
  switch (blocker.kind) {
    case 'more_sessions_needed':
      return t.more_sessions_needed(blocker.more)
    case 'practicum_missing':
      return t.practicum_missing(blocker.more)
    default:
      return t[blocker.kind](named(blocker.nos, locale))
  }
}
