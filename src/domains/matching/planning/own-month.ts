import { gainsEach, type Problem } from './problem.ts'

/**
 * The best days of one supporter alone, when a visit on a day pays the day's price and each new chance its gain: within the rest
 * between visits, the limit of each week and of the month. Exact, by the day from the last to the first.
 */
export class OwnMonth {
  readonly #problem: Problem
  readonly #mostWeek: number
  readonly #perChance: number
  readonly #perDay: number
  // By day, chances had, and chances had in the day's week: the best from there on.
  readonly #best: Float64Array
  readonly #price: Float64Array

  constructor(problem: Problem) {
    const { days, supporters } = problem
    const most = (limits: Uint8Array): number => limits.reduce((a, b) => Math.max(a, b), 0)
    this.#problem = problem
    this.#mostWeek = Math.min(7, most(supporters.perWeek))
    this.#perChance = this.#mostWeek + 1
    this.#perDay = (most(supporters.perMonth) + 1) * this.#perChance
    this.#best = new Float64Array((days + 1) * this.#perDay)
    this.#price = new Float64Array(days)
  }

  /** The points of the best month. `open`: days on which somebody could be asked at all, as bits; prices by day and supporter. */
  points(supporter: number, open: number, prices: Float64Array): number {
    const { days, supporters } = this.#problem
    for (let day = 0; day < days; day += 1) this.#price[day] = prices[day * supporters.count + supporter] as number
    for (let day = days - 1; day >= 0; day -= 1) this.#fillDay(supporter, day, (open >>> day) & 1)
    return this.#best[0] as number
  }

  #fillDay(s: number, day: number, isOpen: number): void {
    const { days, supporters, weeks, weekOf } = this.#problem
    const best = this.#best
    const perChance = this.#perChance
    const here = day * this.#perDay
    const next = here + this.#perDay
    const goesOn = this.#inSameWeek(day, day + 1)
    const then = Math.min(days, day + 1 + (supporters.rest[s] as number))
    const after = then * this.#perDay
    const onInWeek = this.#inSameWeek(day, then)
    const month = supporters.perMonth[s] as number
    const week = Math.min(7, supporters.perWeek[s * weeks + (weekOf[day] as number)] as number)
    const price = this.#price[day] as number
    for (let k = 0; k <= month; k += 1) {
      const paid = k < month && isOpen !== 0 ? price + (supporters.gains[s * gainsEach + k + 1] as number) : 0
      const most = k < month && isOpen !== 0 ? week : 0
      for (let w = 0; w <= this.#mostWeek; w += 1) {
        const without = best[next + k * perChance + (goesOn ? w : 0)] as number
        const taken = w < most ? paid + (best[after + (k + 1) * perChance + (onInWeek ? w + 1 : 0)] as number) : without
        best[here + k * perChance + w] = taken > without ? taken : without
      }
    }
  }

  /** The days of the month just asked about, as bits. */
  daysChosen(supporter: number): number {
    const { days, supporters } = this.#problem
    let chosen = 0
    let k = 0
    let w = 0
    for (let day = 0; day < days; ) {
      const goesOn = this.#inSameWeek(day, day + 1)
      const at = k * this.#perChance
      const here = this.#best[day * this.#perDay + at + w]
      if (here === this.#best[(day + 1) * this.#perDay + at + (goesOn ? w : 0)]) {
        day += 1
        if (!goesOn) w = 0
        continue
      }
      chosen |= 1 << day
      const then = day + 1 + (supporters.rest[supporter] as number)
      w = this.#inSameWeek(day, then) ? w + 1 : 0
      k += 1
      day = then
    }
    return chosen
  }

  #inSameWeek(a: number, b: number): boolean {
    const { days, weekOf } = this.#problem
    return b < days && weekOf[a] === weekOf[b]
  }
}
