import type { Chance } from '#src/sample/random.ts'
import { check } from '../check.ts'
import type { ExchangeVisit, Instance } from '../form.ts'

const tries = 200

/** Up to so many visits that break no limit, one by one, each with whoever is found first. */
export const agreedVisits = (luck: Chance, instance: Instance, wanted: number): ExchangeVisit[] => {
  const agreed: ExchangeVisit[] = []
  for (const request of luck.some([...instance.requests.keys()], instance.requests.length)) {
    if (agreed.length >= wanted) break
    const visit = visitOf(luck, instance, request)
    if (visit && holds(instance, [...agreed, visit])) agreed.push(visit)
  }
  return agreed.toSorted((a, b) => a.request - b.request)
}

/** Each of these said no to a request that was not agreed on with them. */
export const declinedPairs = (luck: Chance, instance: Instance, wanted: number): Instance['declined'] => {
  const agreed = new Set(instance.locked.map(({ request }) => request))
  const open = [...instance.requests.keys()].filter((request) => !agreed.has(request))
  return luck
    .some(open, wanted)
    .toSorted((a, b) => a - b)
    .map((request) => ({ request, supporter: luck.int(0, instance.supporters.length - 1) }))
}

const visitOf = (luck: Chance, instance: Instance, request: number): ExchangeVisit | null => {
  const asked = instance.requests[request]
  if (!asked || asked.options.length === 0) return null
  for (let i = 0; i < tries; i += 1) {
    const visit = {
      request,
      option: luck.int(0, asked.options.length - 1),
      supporters: Array.from({ length: asked.count }, () => luck.int(0, instance.supporters.length - 1)),
      staff: asked.staffNeeded ? luck.int(0, instance.staff.length - 1) : null,
    }
    if (holds(instance, [visit])) return visit
  }
  return null
}

const holds = (instance: Instance, visits: ExchangeVisit[]): boolean =>
  check({ ...instance, locked: [], declined: [] }, { format: 'psmatch-plan/1', visits }).violations.length === 0
