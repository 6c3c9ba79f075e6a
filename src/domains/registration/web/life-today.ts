import { credentialsOf } from '#domains/training/index.ts'
import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodaySource } from '#platform/http/slice.ts'
import { standingOf } from '../actions/registration-facts.ts'
import { openApplications } from '../data/applications.ts'
import { newestYear, renewalsOf } from '../data/renewals.ts'
import { lifePaths } from './life-paths.ts'
import { lifeStaffWords } from './life-staff-words.ts'
import { lifeWords } from './life-words.ts'

const own = async (call: Call): Promise<TodayCard[]> => {
  const { tx, actor } = call
  const t = lifeWords[call.reader.locale]
  const { status, renewal } = await standingOf(call, actor.personId)
  const certified = async (): Promise<boolean> =>
    (await credentialsOf(tx, actor.programmeId, actor.personId)).some((one) => one.kind === 'certificate')
  if (status === 'renewal_asked' && renewal?.answer === null) {
    return [{ title: t.renewalTitle, lines: [{ text: t.todayRenewal, href: lifePaths.mine }], empty: '' }]
  }
  if (status === 'applied' || status === 'talking') {
    return [{ title: t.title, lines: [{ text: t.statuses[status], href: lifePaths.mine }], empty: '' }]
  }
  if (status === null && (await certified())) {
    return [{ title: t.title, lines: [{ text: t.todayApply, href: lifePaths.apply }], empty: '' }]
  }
  return []
}

const staff = async (call: Call): Promise<TodayCard[]> => {
  const { tx, actor } = call
  const t = lifeStaffWords[call.reader.locale]
  const applied = await openApplications(tx, actor.programmeId)
  const year = await newestYear(tx, actor.programmeId)
  const open = (year === null ? [] : await renewalsOf(tx, actor.programmeId, year)).filter((one) => !one.closedAt)
  const lines = [
    ...(applied.length > 0 ? [{ text: t.todayApplications(applied.length), href: lifePaths.applications }] : []),
    ...(open.some((one) => one.answer === 'hesitate') ? [{ text: t.todayHesitate, href: lifePaths.renewals }] : []),
    ...(open.some((one) => one.answer === null) ? [{ text: t.todaySilent, href: lifePaths.renewals }] : []),
  ]
  return lines.length === 0 ? [] : [{ title: t.todayTitle, lines, empty: t.nothing }]
}

/** Whether one stays, and what waits for the coordinator. */
export const lifeToday: readonly TodaySource[] = [
  { who: ['trainee', 'supporter'], order: 20, cards: own },
  { who: ['coordinator'], order: 55, cards: staff },
]
