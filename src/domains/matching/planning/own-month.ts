import { gainsEach, type Problem } from './problem.ts'

/**
 * The best days of one supporter alone, when a visit on a day pays the day's price and each new chance its gain: within the rest
 * between visits, the limit of each week and of the month. Exact, by the day from the last to the first.
 */
export const ownMonths = ({ days, weekOf, weeks, supporters }: Problem) => {
  const mostMonth = supporters.perMonth.reduce((most, one) => Math.max(most, one), 0)
  const mostWeek = supporters.perWeek.reduce((most, one) => Math.max(most, one), 0)
  const perChance = mostWeek + 1
  const perDay = (mostMonth + 1) * perChance
  // By day, chances had and chances had in the day's week: the best from there on.
  const best = new Float64Array((days + 1) * perDay)
  const price = new Float64Array(days)
  const inSameWeek = (a: number, b: number): boolean => b < days && weekOf[a] === weekOf[b]

  /**
   * Fills `chosen` with the days as bits and returns the points. `open` are the days on which somebody could be asked at all.
   * Prices lie by day, `stride` apart.
   */
  const bestMonth = (s: number, open: number, prices: Float64Array, stride: number): number => {
    for (let day = 0; day < days; day += 1) price[day] = prices[day * stride + s] as number
    for (let day = days - 1; day >= 0; day -= 1) fillDay(s, day, (open >>> day) & 1)
    return best[0] as number
  }

  const fillDay = (s: number, day: number, isOpen: number): void => {
    const here = day * perDay
    const next = (day + 1) * perDay
    const goesOn = inSameWeek(day, day + 1)
    const then = Math.min(days, day + 1 + (supporters.rest[s] as number))
    const after = then * perDay
    const thenSameWeek = inSameWeek(day, then)
    const month = supporters.perMonth[s] as number
    const week = supporters.perWeek[s * weeks + (weekOf[day] as number)] as number
    const paid = price[day] as number
    for (let k = 0; k <= month; k += 1) {
      const gain = k < month ? (supporters.gains[s * gainsEach + k + 1] as number) : 0
      for (let w = 0; w <= mostWeek; w += 1) {
        const points = best[next + k * perChance + (goesOn ? w : 0)] as number
        const taken =
          isOpen !== 0 && k < month && w < week
            ? paid + gain + (best[after + (k + 1) * perChance + (thenSameWeek ? w + 1 : 0)] as number)
            : points
        best[here + k * perChance + w] = taken > points ? taken : points
      }
    }
  }

  /** The days of the month just asked about, as bits. */
  const daysChosen = (s: number): number => {
    let chosen = 0
    let k = 0
    let w = 0
    for (let day = 0; day < days; ) {
      const goesOn = inSameWeek(day, day + 1)
      const here = best[day * perDay + k * perChance + w]
      if (here === best[(day + 1) * perDay + k * perChance + (goesOn ? w : 0)]) {
        day += 1
        if (!goesOn) w = 0
        continue
      }
      chosen |= 1 << day
      const then = day + 1 + (supporters.rest[s] as number)
      w = inSameWeek(day, then) ? w + 1 : 0
      k += 1
      day = then
    }
    return chosen
  }

  return { bestMonth, daysChosen }
}
