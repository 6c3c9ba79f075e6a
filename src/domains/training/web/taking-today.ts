import { formatInstantShort } from '#platform/i18n/dates.ts'
import type { Call } from '#platform/http/call.ts'
import type { NavItem, TodayCard, TodaySource } from '#platform/http/slice.ts'
import { defineMessages } from '#platform/messages/kinds.ts'
import { reachablePracticums } from '../actions/see-practicum.ts'
import { ownNextSessions } from '../actions/show-own-course.ts'
import { openKindCalls } from '../data/kind-calls.ts'
import { runStaffRoles, takerRoles } from '../data/reached.ts'
import { attendanceWords } from './attendance-words.ts'
import { enrolmentWords } from './enrolment-words.ts'
import { ownCourseWords } from './own-course-words.ts'
import { practicumPaths } from './practicum-paths.ts'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { practicumWords } from './practicum-words.ts'
import { runFigureWords } from './run-figures-words.ts'
import { storyPaths } from './story-paths.ts'
import { storyWords } from './story-words.ts'
import { ownCoursePaths, trainingStaffPaths } from './taking-paths.ts'

const shownAtOnce = 8

const callsCard = async (call: Call): Promise<TodayCard[]> => {
  const t = enrolmentWords[call.reader.locale]
  const calls = await openKindCalls(call.tx, call.actor)
  if (calls.length === 0) return []
  const lines = calls.slice(0, shownAtOnce).map(({ id, name, kana, runName }) => ({
    person: { name, kana },
    text: t.callOf,
    href: trainingStaffPaths.kindCall(id),
    note: runName,
  }))
  return [{ title: t.callToday, lines, empty: '', action: { label: t.callsNav, href: trainingStaffPaths.kindCalls } }]
}

const nextCard = async (call: Call): Promise<TodayCard[]> => {
  const { locale } = call.reader
  const t = ownCourseWords[locale]
  const next = await ownNextSessions(call)
  if (next.length === 0) return []
  const lines = next.map((session) => ({
    text: `${attendanceWords[locale].no(session.no)} ${session.title}`,
    href: ownCoursePaths.session(session.id),
    note: formatInstantShort(session.startsAt, call.zone, locale),
  }))
  return [{ title: t.today, lines, empty: '', action: { label: t.nav, href: ownCoursePaths.all } }]
}

// What waits for this side's yes.
const practicumCard = async (call: Call): Promise<TodayCard[]> => {
  const t = practicumWords[call.reader.locale]
  const asPlace = call.actor.role === 'host'
  const waiting = (await reachablePracticums(call)).filter(
    ({ status, traineeAgreedAt, placeAgreedAt }) =>
      status === 'proposed' && (asPlace ? placeAgreedAt : traineeAgreedAt) === null,
  )
  if (waiting.length === 0) return []
  const lines = waiting.slice(0, shownAtOnce).map(({ id, placeName }) => ({
    text: t.todayText(placeName),
    href: practicumPaths.practicum(id),
  }))
  return [{ title: t.todayTitle, lines, empty: '', action: { label: t.title, href: practicumPaths.list } }]
}

export const takingToday: readonly TodaySource[] = [
  { who: takerRoles, order: 13, cards: practicumCard },
  { who: runStaffRoles, order: 32, cards: callsCard },
  { who: takerRoles, order: 12, cards: nextCard },
]

export const takingNav: readonly NavItem[] = [
  {
    who: ['trainee', 'supporter'],
    order: 65,
    label: { ja: storyWords.ja.nav, en: storyWords.en.nav, easy: storyWords.easy.nav },
    href: storyPaths.list,
  },
  {
    who: ['officer'],
    order: 47,
    label: { ja: runFigureWords.ja.nav, en: runFigureWords.en.nav, easy: runFigureWords.easy.nav },
    href: trainingStaffPaths.figuresList,
  },
  {
    who: takerRoles,
    order: 45,
    label: { ja: ownCourseWords.ja.nav, en: ownCourseWords.en.nav, easy: ownCourseWords.easy.nav },
    href: ownCoursePaths.all,
  },
  {
    who: ['trainee', 'host', 'companion', 'coordinator'],
    order: 46,
    label: { ja: practicumStaffWords.ja.nav, en: practicumStaffWords.en.nav, easy: practicumWords.easy.title },
    href: practicumPaths.list,
  },
]

/** What people are told. No name, no reason: those stand on the page it leads to. */
export const takingMessages = defineMessages({
  'training.kind_call': {
    ja: () => ({ title: '声をかけてほしい人がいます', body: 'どなたかは、開くと分かります。' }),
    en: () => ({ title: 'Somebody would be glad of a call', body: 'You will see who when you open it.' }),
    easy: () => ({ title: '声を かけて ほしい 人が います', body: 'ひらいて、みて ください。' }),
  },
  'training.story_to_read': {
    ja: () => ({ title: '読んでほしいものがあります', body: 'あなたが選ばれました。開いて読んでください。' }),
    en: () => ({ title: 'Somebody would like you to read something', body: 'They chose you. Please open it.' }),
    easy: () => ({ title: '読んで ほしい ものが あります', body: 'ひらいて 読んで ください。' }),
  },
  'training.story_comment': {
    ja: () => ({ title: '物語に、ことばがとどきました', body: '開いて読んでください。' }),
    en: () => ({ title: 'There is a word beside a story', body: 'Please open it.' }),
    easy: () => ({ title: '物語に ことばが とどきました', body: 'ひらいて 読んで ください。' }),
  },
  'training.practicum_proposed': {
    ja: () => ({ title: '実習・見学のご相談', body: '目標と日にちをごらんください。返事は急ぎません。' }),
    en: () => ({ title: 'A practicum to talk over', body: 'Please look at goals and days. There is no hurry.' }),
    easy: () => ({ title: '実習・見学の 相談です', body: '日と やりたいことを 見て ください。いそぎません。' }),
  },
  'training.practicum_for_place': {
    ja: () => ({ title: '実習・見学の受け入れのご相談', body: '目標と日にちをごらんください。' }),
    en: () => ({ title: 'Somebody would like to come for a practicum', body: 'Please look at goals and days.' }),
    easy: () => ({ title: '実習・見学の 相談です', body: '日と やりたいことを 見て ください。' }),
  },
  'training.practicum_agreed': {
    ja: () => ({ title: '実習・見学が決まりました', body: '日にちと、同行する人をごらんください。' }),
    en: () => ({ title: 'The practicum is agreed', body: 'Please look at the days and who goes along.' }),
    easy: () => ({ title: '実習・見学が 決まりました', body: '日と、いっしょに 行く 人を 見て ください。' }),
  },
  'training.practicum_called_off': {
    ja: () => ({ title: '実習・見学が取りやめになりました', body: 'また、ほかの機会を一緒に考えましょう。' }),
    en: () => ({ title: 'A practicum was called off', body: 'We shall look for another chance together.' }),
    easy: () => ({ title: '実習・見学は なくなりました', body: 'また いっしょに 考えましょう。' }),
  },
  'training.practicum_offered': {
    ja: () => ({ title: '実習・見学の受け入れの申し出がありました', body: '申し出の一覧をごらんください。' }),
    en: () => ({ title: 'A place offers to receive trainees', body: 'Please look at the offers.' }),
    easy: () => ({ title: '実習・見学の 場が ふえました', body: 'いちらんを 見て ください。' }),
  },
  'training.completed': {
    ja: () => ({ title: '修了おめでとうございます', body: 'ここまで一緒に学べて、うれしく思います。' }),
    en: () => ({ title: 'Congratulations', body: 'You have completed the course. It was good to learn together.' }),
    easy: () => ({ title: '修了 おめでとう ございます', body: 'いっしょに 学べて うれしいです。' }),
  },
  'training.not_completed': {
    ja: () => ({
      title: '受講、おつかれさまでした',
      body: '学んだことは、なくなりません。続きは、いつでもご相談ください。',
    }),
    en: () => ({ title: 'Thank you for coming', body: 'What you learnt stays. Talk to us about going on any time.' }),
    easy: () => ({ title: 'おつかれさまでした', body: '学んだことは なくなりません。つづきは、話して ください。' }),
  },
  'training.left': {
    ja: () => ({ title: '一緒に学べて、よかったです', body: 'また来たくなったら、いつでも声をかけてください。' }),
    en: () => ({ title: 'It was good to learn together', body: 'Should you like to come again, just say so.' }),
    easy: () => ({ title: 'いっしょに 学べて よかったです', body: 'また 来たく なったら、言って ください。' }),
  },
})
