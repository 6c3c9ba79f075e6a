import { placesByIds } from '#domains/places/index.ts'
import { monthOf } from '#kernel/calendar-day.ts'
import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodayLine, TodaySource } from '#platform/http/slice.ts'
import { formatDayLong, formatMonth } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type FeeTask, feeTasks } from '../core/fee-tasks.ts'
import { shownOffices } from '../data/fee-offices.ts'
import { officeRhythm } from '../data/office-rhythm.ts'
import { feePaths } from './fee-paths.ts'
import { feeTodayWords } from './fee-today-words.ts'
import { feeWords } from './fee-words.ts'

const shownAtOnce = 8

/** What the own office has to see to, every month and every year. Nothing sealed is opened for it. */
const forHost = async ({ tx, actor, reader, today }: Call): Promise<TodayCard[]> => {
  const { locale } = reader
  const rhythm = actor.placeId && (await officeRhythm(tx, actor.programmeId, actor.placeId, monthOf(today)))
  const tasks = rhythm ? feeTasks(rhythm, today) : []
  if (tasks.length === 0) return []
  const lines = tasks.map((task): TodayLine => ({ text: taskText(task, locale), href: hrefs[task.kind] }))
  const action = { label: feeWords[locale].title, href: feePaths.office }
  return [{ title: feeTodayWords[locale].title, lines, empty: '', action }]
}

const hrefs: Record<FeeTask['kind'], string> = {
  hours: feePaths.office,
  training: feePaths.newTraining,
  training_soon: feePaths.newTraining,
}

const taskText = (task: FeeTask, locale: Locale): string => {
  const t = feeTodayWords[locale]
  if (task.kind === 'hours') return t.hours(formatMonth(task.month, locale))
  return task.kind === 'training' ? t.training : t.trainingSoon(formatDayLong(task.until, locale))
}

/** Offices that show their results to the programme, and ask. */
const forCoordinator = async ({ tx, actor, reader }: Call): Promise<TodayCard[]> => {
  const { locale } = reader
  const places = await placesByIds(tx, actor.programmeId, await shownOffices(tx, actor.programmeId))
  if (places.size === 0) return []
  const byReading = [...places.values()].toSorted((a, b) => (a.kana < b.kana ? -1 : 1))
  const lines = byReading.slice(0, shownAtOnce).map(({ id, name }) => ({ text: name, href: feePaths.shownOffice(id) }))
  const t = feeWords[locale]
  return [{ title: t.shownTitle, lines, empty: '', action: { label: t.title, href: feePaths.shown } }]
}

export const feeToday: readonly TodaySource[] = [
  { who: ['host'], order: 75, cards: forHost },
  { who: ['coordinator'], order: 75, cards: forCoordinator },
]
