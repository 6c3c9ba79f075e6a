import { type LinearModel, linearModel } from './linear-model.ts'
import { at, companionRows, groupRows, type Seat, supporterRows } from './month-rows.ts'
import { type Candidates, gainsEach, type Plan, type PlannedVisit, type Problem } from './problem.ts'

/** How many supporters and companions an option keeps; nothing proved with fewer than all holds for the whole problem. */
export interface Kept {
  supporters: number
  companions: number
}

/** The month as a mixed integer model, and the way back from what a solver says of it. */
export interface MonthModel {
  model: LinearModel
  /** Whether every candidate is in it. */
  whole: boolean
  visitsOf(values: Float64Array): PlannedVisit[]
  /** The values of a plan, to start from; null where somebody of the plan was not kept. */
  valuesOf(plan: Plan): Float64Array | null
}

export const monthModel = (problem: Problem, kept: Kept | null = null): MonthModel => {
  const model = linearModel()
  const { requests, options, candidates, escorts } = problem
  const chosen = Array.from({ length: options.count }, (_, o) =>
    model.column(at(requests.worth, at(options.request, o))),
  )
  const supporters = seatsIn(problem, candidates, kept?.supporters, (points) => points)
  const companions = seatsIn(problem, escorts, kept?.companions, (points) => -points)
  const seats = supporters.best.map(({ option, who, points }) => ({ option, who, column: model.column(points) }))
  const along = companions.best.map(({ option, who, points }) => ({ option, who, column: model.column(-points) }))
  for (let r = 0; r < requests.count; r += 1) {
    model.row(chosen.slice(at(requests.from, r), at(requests.from, r + 1)), { to: 1 })
  }
  const columns = { chosen, seats, along }
  groupRows(problem, model, columns)
  const chances = supporterRows(problem, model, seats)
  companionRows(problem, model, along)
  return {
    model,
    whole: supporters.whole && companions.whole,
    visitsOf: (values) => visitsFrom(problem, values, columns),
    valuesOf: (plan) => valuesFrom(plan, columns, { chances, size: model.size.columns }),
  }
}

/**
 * Everybody of each option, or so many of the best. Whoever was kept at an option counts a point less at the next: with the same few
 * kept everywhere, the month could not be filled.
 */
const seatsIn = (
  problem: Problem,
  list: Candidates,
  kept: number | undefined,
  value: (points: number) => number,
): { best: { option: number; who: number; points: number }[]; whole: boolean } => {
  let whole = true
  const times = new Map<number, number>()
  const keptBefore = (who: number): number => times.get(who) ?? 0
  const best = Array.from({ length: problem.options.count }, (_, option) => {
    const from = at(list.from, option)
    const all = Array.from({ length: at(list.from, option + 1) - from }, (_, i) => {
      const [who, points] = [at(list.who, from + i), at(list.points, from + i)]
      return { option, who, points, value: value(points) - keptBefore(who) }
    })
    if (kept === undefined || all.length <= kept) return all
    whole = false
    const few = all.toSorted((a, b) => b.value - a.value).slice(0, kept)
    for (const { who } of few) times.set(who, keptBefore(who) + 1)
    return few
  }).flat()
  return { best, whole }
}

interface Columns {
  chosen: readonly number[]
  seats: readonly Seat[]
  along: readonly Seat[]
}

const visitsFrom = ({ options }: Problem, values: Float64Array, { chosen, seats, along }: Columns): PlannedVisit[] => {
  const isSet = ({ column }: { column: number }): boolean => at(values, column) > 0.5
  const people = Map.groupBy(seats.filter(isSet), ({ option }) => option)
  const companions = new Map(along.filter(isSet).map(({ option, who }) => [option, who]))
  return chosen.flatMap((column, option) =>
    isSet({ column })
      ? [
          {
            request: at(options.request, option),
            option,
            supporters: (people.get(option) ?? []).map(({ who }) => who),
            companion: companions.get(option) ?? null,
          },
        ]
      : [],
  )
}

const valuesFrom = (
  plan: Plan,
  { chosen, seats, along }: Columns,
  { chances, size }: { chances: ReadonlyMap<number, readonly number[]>; size: number },
): Float64Array | null => {
  const values = new Float64Array(size)
  const columnOf = (list: readonly Seat[]) => new Map(list.map((seat) => [`${seat.option} ${seat.who}`, seat.column]))
  const [people, companions] = [columnOf(seats), columnOf(along)]
  const turns = new Map<number, number>()
  for (const { option, supporters, companion } of plan.visits) {
    const theirs = supporters.map((who) => people.get(`${option} ${who}`))
    const columns = [
      chosen[option],
      ...theirs,
      ...(companion === null ? [] : [companions.get(`${option} ${companion}`)]),
    ]
    for (const who of supporters) {
      const turn = turns.get(who) ?? 0
      turns.set(who, turn + 1)
      columns.push(chances.get(who)?.[turn])
    }
    for (const column of columns) {
      if (column === undefined) return null
      values[column] = 1
    }
  }
  return values
}

/** What visits are worth together. A solver that is stopped may not have counted everybody's chances from the first. */
export const pointsOf = (problem: Problem, visits: readonly PlannedVisit[]): number => {
  const { requests, candidates, escorts, supporters } = problem
  const turns = new Map<number, number>()
  const pointsAt = (list: Candidates, option: number, who: number): number => {
    const found = list.who.indexOf(who, at(list.from, option))
    return at(list.points, found)
  }
  return visits.reduce((sum, { request, option, supporters: group, companion }) => {
    const seats = group.map((who) => {
      const turn = (turns.get(who) ?? 0) + 1
      turns.set(who, turn)
      return pointsAt(candidates, option, who) + at(supporters.gains, who * gainsEach + turn)
    })
    const cost = companion === null ? 0 : pointsAt(escorts, option, companion)
    return seats.reduce((points, seat) => points + seat, sum + at(requests.worth, request) - cost)
  }, 0)
}
