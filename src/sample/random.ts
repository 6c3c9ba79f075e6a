import { chanceFrom } from '#kernel/chance.ts'

/** Chance that repeats itself: the same seed, the same sample. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  int(from: number, to: number): number
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T
  some<T>(from: readonly T[], count: number): T[]
  oneIn(n: number): boolean
  uuid(): string
}

export const chance = (seed: number): Chance => {
  const next = chanceFrom(seed)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const hex = (length: number): string => Array.from({ length }, () => int(0, 15).toString(16)).join('')
  const pick = <T>(from: readonly T[]): T => {
    const found = from[int(0, from.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    int,
    pick,
    some: (from, count) => {
      const left = [...from]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)).flat()
    },
    oneIn: (n) => int(1, n) === 1,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[int(0, 3)]}${hex(3)}-${hex(12)}`,
  }
}
