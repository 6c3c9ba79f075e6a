import { cliquesOf } from './cliques.ts'
import type { LinearModel } from './linear-model.ts'
import { first, gainsEach, much, type Problem } from './problem.ts'

/** Minutes between two visits of one companion, besides the way. */
const between = 10

/** A choice that is a column: somebody at an option. */
export interface Seat {
  option: number
  who: number
  column: number
}

interface Columns {
  /** By option: that it takes place. */
  chosen: readonly number[]
  seats: readonly Seat[]
  along: readonly Seat[]
}

export const at = (list: ArrayLike<number>, i: number): number => list[i] ?? 0

/** Who goes together: as many as were asked for, somebody of the staff, a partner for a first time, nobody whom somebody avoids. */
export const groupRows = (problem: Problem, model: LinearModel, { chosen, seats, along }: Columns): void => {
  const { requests, options, supporters } = problem
  const seatsAt = Map.groupBy(seats, ({ option }) => option)
  const alongAt = Map.groupBy(along, ({ option }) => option)
  for (const [option, column] of chosen.entries()) {
    const request = at(options.request, option)
    const theirs = seatsAt.get(option) ?? []
    const companions = alongAt.get(option) ?? []
    const all = [...columnsOf(theirs), column]
    model.row(
      all,
      { from: 0, to: 0 },
      all.map((one) => (one === column ? -at(requests.seats, request) : 1)),
    )
    if (requests.needsCompanion[request]) {
      const one = [...columnsOf(companions), column]
      model.row(
        one,
        { from: 0, to: 0 },
        one.map((each) => (each === column ? -1 : 1)),
      )
    }
    const partners = columnsOf(theirs.filter(({ who }) => supporters.experience[who] === much))
    if (requests.needsMuch[request]) model.row([...partners, column], { from: 0 }, [...partners.map(() => 1), -1])
    for (const seat of theirs) {
      if (supporters.experience[seat.who] === first && !requests.firstMayCome[request]) {
        model.row([...partners, seat.column], { from: 0 }, [...partners.map(() => 1), -1])
      }
      const avoided = supporters.avoids[seat.who]
      const unmet = supporters.avoidsCompanions[seat.who]
      const apart = [
        ...theirs.filter(({ who }) => who > seat.who && avoided?.includes(who)),
        ...companions.filter(({ who }) => unmet?.includes(who)),
      ]
      for (const other of apart) model.row([seat.column, other.column, column], { to: 0 }, [1, 1, -1])
    }
  }
}

const columnsOf = (seats: readonly Seat[]): number[] => seats.map(({ column }) => column)

/** What each would do in a month, a week, and with rest between; and what their k-th chance is worth. Gives the chances' columns. */
export const supporterRows = (problem: Problem, model: LinearModel, seats: readonly Seat[]): Map<number, number[]> => {
  const { supporters, options, weekOf, weeks, days } = problem
  const chances = new Map<number, number[]>()
  for (const [who, own] of Map.groupBy(seats, (seat) => seat.who)) {
    const most = Math.min(at(supporters.perMonth, who), gainsEach - 1)
    const day = ({ option }: Seat): number => at(options.day, option)
    model.row(columnsOf(own), { to: most })
    for (let week = 0; week < weeks; week += 1) {
      const theirs = own.filter((seat) => weekOf[day(seat)] === week)
      if (theirs.length > 0) model.row(columnsOf(theirs), { to: at(supporters.perWeek, who * weeks + week) })
    }
    const rest = at(supporters.rest, who)
    for (let from = 0; from < days; from += 1) {
      const near = own.filter((seat) => from <= day(seat) && day(seat) <= from + rest)
      if (near.length > 1 && near.some((seat) => day(seat) === from)) model.row(columnsOf(near), { to: 1 })
    }
    const gains = Array.from({ length: most }, (_, k) => at(supporters.gains, who * gainsEach + k + 1))
    const columns = gains.map((gain) => model.column(gain, { whole: false, most: 1 }))
    chances.set(who, columns)
    model.row([...columnsOf(own), ...columns], { from: 0, to: 0 }, [...own.map(() => 1), ...columns.map(() => -1)])
  }
  return chances
}

/** What a companion does in a day and a week, and never in two places. */
export const companionRows = (problem: Problem, model: LinearModel, along: readonly Seat[]): void => {
  const { companions, options, weekOf, weeks, days } = problem
  const goTogether = reachable(problem)
  for (const [who, own] of Map.groupBy(along, (seat) => seat.who)) {
    const byDay = Map.groupBy(own, ({ option }) => at(options.day, option))
    for (const [week, theirs] of Map.groupBy(own, ({ option }) => at(weekOf, at(options.day, option)))) {
      model.row(columnsOf(theirs), { to: at(companions.perWeek, who * weeks + week) })
    }
    for (const [day, theirs] of byDay) {
      model.row(columnsOf(theirs), { to: at(companions.perDay, who * days + day) })
      for (const clique of cliquesOf(theirs, (a, b) => !goTogether(a, b))) model.row(columnsOf(clique), { to: 1 })
    }
  }
}

/** Whether somebody can go along with two visits of a day, with the way between them. */
const reachable = (problem: Problem) => {
  const { requests, options } = problem
  const pointOf = ({ option, who }: Seat): number => {
    const request = at(options.request, option)
    // An online visit is accompanied from the base.
    return requests.online[request] ? problem.companionsFrom + who : at(requests.place, request)
  }
  return (a: Seat, b: Seat): boolean => {
    const [early, late] = at(options.start, a.option) <= at(options.start, b.option) ? [a, b] : [b, a]
    const way = problem.minutes(pointOf(early), pointOf(late))
    return at(options.end, early.option) + way + between <= at(options.start, late.option)
  }
}
