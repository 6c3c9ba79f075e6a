/** A stretch of time in epoch milliseconds, end excluded, and where it takes place. */
export interface Stretch {
  from: number
  to: number
  /** null: online, or unknown: no way to travel. */
  place: string | null
}

export type TravelMinutes = (from: string, to: string) => number

/** Two stretches that one person cannot both go to, the way between them included. */
export const clash = (a: Stretch, b: Stretch, travel: TravelMinutes): boolean => {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a]
  return second.from < first.to + between(first, second, travel) * 60_000
}

const between = (first: Stretch, second: Stretch, travel: TravelMinutes): number =>
  first.place === null || second.place === null || first.place === second.place ? 0 : travel(first.place, second.place)

/** Those of `taken` that stand in the way. */
export const clashes = <T extends Stretch>(wanted: Stretch, taken: readonly T[], travel: TravelMinutes): T[] =>
  taken.filter((one) => clash(wanted, one, travel))
