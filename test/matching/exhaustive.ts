import { check } from '#domains/matching/exchange/check.ts'
import type { ExchangePlan, ExchangeVisit, Instance } from '#domains/matching/exchange/form.ts'
import { bestOfAll } from '#domains/matching/planning/exhaustive.ts'

/** The best plan of a tiny problem, found by trying everything and asking the checker alone. */
export const bestPlan = (instance: Instance): { plan: ExchangePlan; worth: number } => {
  const agreed = new Map(instance.locked.map((visit) => [visit.request, visit]))
  const alone = { ...instance, locked: [] }
  const requests = [...instance.requests.keys()].map((request) => {
    const fixed = agreed.get(request)
    return fixed ? [fixed] : everyVisit(instance, request)
  })
  const worth = (visits: readonly ExchangeVisit[]): number | null => {
    const { violations, objective } = check(alone, planOf(visits))
    return violations.length === 0 ? objective.j : null
  }
  // What was agreed is worth more than anything else, so that it is always in.
  const { visits } = bestOfAll(requests, (visits) => {
    const own = worth(visits)
    return own === null ? null : own + visits.filter(({ request }) => agreed.has(request)).length * dear
  })
  return { plan: planOf(visits), worth: worth(visits) ?? -Infinity }
}

const dear = 1_000_000

const planOf = (visits: readonly ExchangeVisit[]): ExchangePlan => ({ format: 'psmatch-plan/1', visits: [...visits] })

const everyVisit = (instance: Instance, request: number): ExchangeVisit[] => {
  const asked = instance.requests[request]
  if (!asked) return []
  const companions = asked.staffNeeded ? [...instance.staff.keys()] : [null]
  const groups = groupsOf(instance.supporters.length, asked.count)
  return [...asked.options.keys()].flatMap((option) =>
    companions.flatMap((staff) => groups.map((supporters) => ({ request, option, supporters, staff }))),
  )
}

const groupsOf = (people: number, size: number, from = 0): number[][] => {
  if (size === 0) return [[]]
  const first = [...Array(Math.max(0, people - from)).keys()].map((i) => from + i)
  return first.flatMap((one) => groupsOf(people, size - 1, one + 1).map((rest) => [one, ...rest]))
}
