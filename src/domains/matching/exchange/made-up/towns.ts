import type { Chance } from '#src/sample/random.ts'

export interface Town {
  x: number
  y: number
  /** How far its people live from the middle, in km. */
  spread: number
  /** How many of the people live here, against the other towns. */
  share: number
}

export const townsOf = (luck: Chance, { towns, km }: { towns: number; km: readonly [number, number] }): Town[] =>
  Array.from({ length: towns }, () => ({
    x: luck.next() * km[0],
    y: luck.next() * km[1],
    spread: 1.5 + luck.next() * 3,
    share: 0.3 + 3 * luck.next() ** 2,
  }))

/** A point in one of the towns, to ten metres. */
export const scattered = (luck: Chance, towns: readonly Town[]): { x: number; y: number } => {
  const town = towns[
    weighted(
      luck,
      towns.map(({ share }) => share),
    )
  ] ?? { x: 0, y: 0, spread: 1 }
  return { x: toTenMetres(town.x + town.spread * bell(luck)), y: toTenMetres(town.y + town.spread * bell(luck)) }
}

/** An index, drawn by the weights. */
export const weighted = (luck: Chance, weights: readonly number[]): number => {
  let left = luck.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const drawn = weights.findIndex((weight) => (left -= weight) < 0)
  return drawn === -1 ? weights.length - 1 : drawn
}

export const happens = (luck: Chance, probability: number): boolean => luck.next() < probability

/** Each of 0 … count-1 with this probability. */
export const someOf = (luck: Chance, count: number, probability: number): number[] =>
  [...Array(count).keys()].filter(() => happens(luck, probability))

const toTenMetres = (km: number): number => Math.round(km * 100) / 100

// Twelve even draws together are a bell curve of spread 1.
const bell = (luck: Chance): number => Array.from({ length: 12 }, () => luck.next()).reduce((sum, x) => sum + x, -6)
