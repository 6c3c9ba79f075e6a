import type { ExchangePlan, ExchangeVisit, Instance } from '#domains/matching/exchange/form.ts'
import type { Chance } from '#src/sample/random.ts'

/**
 * The same month after the plan went out: many said yes, some no, somebody pauses, somebody of the staff is ill for a week, a place
 * calls off. What still stands is agreed; whose seat fell out is to be planned anew.
 */
export const afterwards = (instance: Instance, plan: ExchangePlan, luck: Chance): Instance => {
  const paused = new Set(someOf(instance.supporters, luck, 8))
  const ill = new Set(someOf(instance.staff, luck, 6))
  const calledOff = new Set(someOf(instance.requests, luck, 10))
  const week = luck.int(0, 3)
  const refused = plan.visits.flatMap(({ request, supporters }) =>
    luck.oneIn(4) ? [{ request, supporter: luck.pick(supporters) }] : [],
  )
  const agreed = new Set(instance.locked.map(({ request }) => request))
  const declined = [...instance.declined, ...refused.filter(({ request }) => !agreed.has(request))]
  const stands = (visit: ExchangeVisit): boolean =>
    !calledOff.has(visit.request) &&
    !visit.supporters.some((one) => paused.has(one)) &&
    !declined.some((no) => no.request === visit.request && visit.supporters.includes(no.supporter)) &&
    !(visit.staff !== null && ill.has(visit.staff))
  return {
    ...instance,
    supporters: instance.supporters.map((one, i) => (paused.has(i) ? { ...one, paused: true } : one)),
    staff: instance.staff.map((one, i) =>
      ill.has(i) ? { ...one, exceptions: { ...one.exceptions, ...away(week) } } : one,
    ),
    requests: instance.requests.map((one, i) => (calledOff.has(i) ? { ...one, options: [] } : one)),
    locked: plan.visits.filter((visit) => stands(visit) && (agreed.has(visit.request) || !luck.oneIn(3))),
    declined,
  }
}

const someOf = (list: readonly unknown[], luck: Chance, oneIn: number): number[] =>
  [...list.keys()].filter(() => luck.oneIn(oneIn))

const away = (week: number): Record<string, []> =>
  Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((weekday): [string, []] => [String(7 * week + weekday), []]))
