import { compile, slotsIn } from './compile.ts'
import type { MonthFacts } from './month.ts'
import { first, much, type Plan, type PlannedVisit, type Problem } from './problem.ts'
import type { Proposal } from './proposal.ts'
import { Taken } from './taken.ts'

/** The same of a month's visits in names: the person who could stand in, by request. A visit that the month does not know is left out. */
export const standInsFor = (month: MonthFacts, visits: readonly Proposal[]): ReadonlyMap<string, string> => {
  const problem = compile(month)
  const known = {
    requests: placesOf(month.requests, ({ id }) => id),
    supporters: placesOf(month.supporters, ({ personId }) => personId),
    companions: placesOf(month.companions, ({ personId }) => personId),
  }
  const planned = visits.flatMap((visit): PlannedVisit[] => {
    const request = known.requests.get(visit.requestId) ?? -1
    const asked = month.requests[request]
    const slot = asked ? slotsIn(month, asked).findIndex(({ id }) => id === visit.slot.id) : -1
    const supporters = visit.supporterIds.flatMap((id) => known.supporters.get(id) ?? [])
    if (slot < 0 || supporters.length < visit.supporterIds.length) return []
    const companion = known.companions.get(visit.companionId ?? '') ?? null
    return [{ request, option: (problem.requests.from[request] ?? 0) + slot, supporters, companion }]
  })
  const goAlong = new Map(visits.map((visit) => [visit.requestId, visit.companionId]))
  const named = Array.from(standInsOf(problem, { visits: planned, objective: 0 }), ([request, person]) => ({
    requestId: month.requests[request]?.id ?? '',
    personId: month.supporters[person]?.personId ?? '',
  }))
  return new Map(
    named
      .filter(({ requestId, personId }) => goAlong.get(requestId) !== personId)
      .map(({ requestId, personId }) => [requestId, personId]),
  )
}

const placesOf = <T>(all: readonly T[], id: (one: T) => string): Map<string, number> =>
  new Map(all.map((one, place) => [id(one), place]))

/**
 * For each visit somebody who could come instead of whoever falls out, as the whole plan stands; nobody for two visits of one day.
 * Computed only: nobody is held back for it, and nobody is told. By request; a visit without anybody is left out.
 */
export const standInsOf = (problem: Problem, plan: Plan): Map<number, number> => {
  const taken = takenBy(problem, plan)
  const byDay = Map.groupBy(plan.visits, ({ option }) => problem.options.day[option] as number)
  return new Map(
    [...byDay.values()].flatMap((visits) => {
      const possible = new Map(visits.map((visit) => [visit.request, couldStandIn(problem, taken, visit)]))
      return [...oneEach(possible)]
    }),
  )
}

const takenBy = (problem: Problem, { visits }: Plan): Taken => {
  const taken = new Taken(problem)
  for (const { request, option, supporters, companion } of visits) {
    const [a = -1, b = -1, c = -1] = supporters
    taken.put(request, option, [a, b, c], companion ?? -1, 0)
  }
  return taken
}

const couldStandIn = (problem: Problem, taken: Taken, visit: PlannedVisit): number[] => {
  const { candidates, options } = problem
  const day = options.day[visit.option] as number
  return Array.from(
    candidates.who.subarray(candidates.from[visit.option] as number, candidates.from[visit.option + 1] as number),
  ).filter(
    (one) =>
      !visit.supporters.includes(one) &&
      taken.daysTooNear(one, day) === 0 &&
      !taken.isFullWeek(one, day) &&
      !taken.isFullMonth(one) &&
      visit.supporters.every((gone) => fits(problem, visit, gone, one)),
  )
}

/** Whether the group still stands with somebody else in it. */
const fits = ({ supporters, requests }: Problem, visit: PlannedVisit, gone: number, instead: number): boolean => {
  const group = [...visit.supporters.filter((one) => one !== gone), instead]
  const hasMuch = group.some((one) => supporters.experience[one] === much)
  const firstMayCome = requests.firstMayCome[visit.request] === 1 || hasMuch
  const mayStand = hasMuch || requests.needsMuch[visit.request] === 0
  const meets = group.some((one) => supporters.avoids[one]?.some((other) => group.includes(other)))
  const avoidsCompanion = visit.companion !== null && supporters.avoidsCompanions[instead]?.includes(visit.companion)
  return (
    mayStand &&
    !meets &&
    !avoidsCompanion &&
    (firstMayCome || !group.some((one) => supporters.experience[one] === first))
  )
}

/** As many pairs as there can be, each person in one: whoever is in the way moves on to another visit. */
const oneEach = (possible: ReadonlyMap<number, readonly number[]>): Map<number, number> => {
  const visitOf = new Map<number, number>()
  const settle = (visit: number, asked: Set<number>): boolean => {
    for (const one of possible.get(visit) ?? []) {
      if (asked.has(one)) continue
      asked.add(one)
      const other = visitOf.get(one)
      if (other !== undefined && !settle(other, asked)) continue
      visitOf.set(one, visit)
      return true
    }
    return false
  }
  for (const visit of possible.keys()) settle(visit, new Set())
  return new Map([...visitOf].map(([one, visit]) => [visit, one]))
}
