import type { Call } from '#platform/http/call.ts'
import { remarked } from '#platform/i18n/joined.ts'
import { trainingDays } from '../actions/training-days.ts'
import { takerRoles } from '../data/reached.ts'
import { ownPaths, tasterPaths } from './paths.ts'
import { practicumPaths } from './practicum-paths.ts'
import { practicumWords } from './practicum-words.ts'
import { ownCoursePaths, trainingStaffPaths } from './taking-paths.ts'

/** One line of somebody's calendar, as it is shown. */
export interface CalendarLine {
  startsAt: Date
  endsAt: Date
  label: string
  href: string
  cancelled: boolean
}

/** Sessions, practicum days and tasters that stand in the reader's days, each with the page that they reach. */
export const trainingCalendar = async (call: Call, within: { from: Date; to: Date }): Promise<CalendarLine[]> => {
  const { sessions, practicums, tasters } = await trainingDays(call, within)
  const { locale } = call.reader
  const { role } = call.actor
  const placed = (title: string, place: string) => (place === '' ? title : remarked(title, place, locale))
  const hrefOf = (runId: string, sessionId: string): string => {
    if ((takerRoles as readonly string[]).includes(role)) return ownCoursePaths.session(sessionId)
    return role === 'officer' ? trainingStaffPaths.figures(runId) : trainingStaffPaths.session(runId, sessionId)
  }
  return [
    ...sessions.map((one) => ({ ...one, label: placed(one.title, one.place), href: hrefOf(one.runId, one.id) })),
    ...practicums.map((one) => ({
      ...one,
      label: placed(practicumWords[locale].kinds[one.kind], one.place),
      href: practicumPaths.practicum(one.practicumId),
    })),
    ...tasters.map((one) => ({
      ...one,
      label: placed(one.title, one.place),
      href: role === 'coordinator' ? tasterPaths.taster(one.id) : ownPaths.taster(one.id),
    })),
  ]
}
