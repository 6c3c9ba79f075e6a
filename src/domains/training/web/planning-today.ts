import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodaySource } from '#platform/http/slice.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { ownApplications } from '../data/applications.ts'
import { applicationsToday } from '../data/today-lines.ts'
import { listRuns } from '../data/runs.ts'
import { applicationWords } from './application-words.ts'
import { ownPaths, runPaths } from './paths.ts'
import { planningTodayWords } from './planning-today-words.ts'

const over = ['withdrawn', 'declined', 'not_this_time']

/** What waits for the applicant: something to go on with, an offer to answer. */
const forApplicant = async (call: Call): Promise<TodayCard[]> => {
  const { locale } = call.reader
  const t = planningTodayWords[locale]
  const runs = await listRuns(call.tx, call.actor.programmeId)
  const mine = (await ownApplications(call.tx, call.actor)).filter(({ status }) => !over.includes(status))
  // Supporters and places have much else on their page: a card without lines would only be in the way.
  if (mine.length === 0 && call.actor.role !== 'trainee') return []
  return [
    {
      title: t.title,
      empty: t.none,
      lines: mine.map((one) => ({
        text: runs.find(({ id }) => id === one.runId)?.name ?? '',
        href: ownPaths.application(one.id),
        note: applicationWords[locale].status[one.status],
      })),
      action: { label: t.toOpen, href: ownPaths.list },
    },
  ]
}

const forCoordinator = async (call: Call): Promise<TodayCard[]> => {
  const { locale } = call.reader
  const t = planningTodayWords[locale]
  const waiting = await applicationsToday(call.tx, call.actor.programmeId)
  return [
    {
      title: t.staffTitle,
      empty: t.staffNone,
      lines: waiting.map((run) => ({
        text: run.name,
        href: runPaths.selection(run.id),
        note: [
          run.submitted > 0 ? t.submitted(run.submitted) : '',
          run.needs > 0 ? t.needs(run.needs) : '',
          t.until(formatDay(run.applyUntil, locale)),
        ]
          .filter(Boolean)
          .join(t.join),
      })),
      action: { label: t.toRuns, href: runPaths.list },
    },
  ]
}

export const planningToday: readonly TodaySource[] = [
  { who: ['trainee'], order: 20, cards: forApplicant },
  { who: ['supporter', 'host'], order: 70, cards: forApplicant },
  { who: ['coordinator'], order: 40, cards: forCoordinator },
]
