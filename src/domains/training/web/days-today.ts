import { addDays } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodayLine, TodaySource } from '#platform/http/slice.ts'
import { formatInstantShort } from '#platform/i18n/dates.ts'
import { trainingCalendar } from './calendar-lines.ts'
import { daysTodayWords } from './days-today-words.ts'
import { ownPaths, runPaths } from './paths.ts'

const shownAtOnce = 8

/** What is ahead in the reader's days, the nearest first. */
const ahead = async (call: Call, days: number): Promise<TodayLine[]> => {
  const within = { from: call.now, to: instantAt(addDays(call.today, days + 1), 0, call.zone) }
  const lines = (await trainingCalendar(call, within)).filter(({ cancelled }) => !cancelled)
  return lines
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, shownAtOnce)
    .map(({ label, href, startsAt }) => ({
      text: label,
      href,
      note: formatInstantShort(startsAt, call.zone, call.reader.locale),
    }))
}

/** Whoever looks for support begins with a taster: half a year ahead, as tasters are announced early. */
const forSeeker = async (call: Call): Promise<TodayCard[]> => {
  const t = daysTodayWords[call.reader.locale]
  const action = { label: t.toTasters, href: ownPaths.tasters }
  return [{ title: t.tasters, lines: await ahead(call, 183), empty: t.noTasters, action }]
}

const forSupervisor = async (call: Call): Promise<TodayCard[]> => {
  const t = daysTodayWords[call.reader.locale]
  const action = { label: t.toRuns, href: runPaths.list }
  return [{ title: t.staffed, lines: await ahead(call, 14), empty: t.noneStaffed, action }]
}

export const daysToday: readonly TodaySource[] = [
  { who: ['seeker'], order: 12, cards: forSeeker },
  { who: ['supervisor'], order: 34, cards: forSupervisor },
]
