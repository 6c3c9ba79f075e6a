import { countBits, lowestBit } from '../core/bits.ts'

/** A set of people as bits of their places in a list. */
export type Mask = Int32Array

/** Of everybody in the list, those for whom it holds. */
export const maskOf = <T>(people: readonly T[], holds: (one: T) => boolean): Mask => {
  const mask = new Int32Array((people.length + 31) >> 5)
  people.forEach((one, i) => {
    if (holds(one)) mask[i >> 5] = (mask[i >> 5] as number) | (1 << (i & 31))
  })
  return mask
}

export const maskOfPlaces = (length: number, places: readonly number[]): Mask => {
  const mask = new Int32Array((length + 31) >> 5)
  for (const i of places) mask[i >> 5] = (mask[i >> 5] as number) | (1 << (i & 31))
  return mask
}

export const addThoseIn = (into: Mask, other: Mask): void => {
  for (let w = 0; w < into.length; w += 1) into[w] = (into[w] as number) | (other[w] as number)
}

/** Those who are in both, written over `into`. */
export const keepThoseIn = (into: Mask, other: Mask): void => {
  for (let w = 0; w < into.length; w += 1) into[w] = (into[w] as number) & (other[w] as number)
}

export const isIn = (mask: Mask, place: number): boolean => (((mask[place >> 5] as number) >>> (place & 31)) & 1) === 1

/** Whether everybody in one of them is in the other. */
export const isWithin = (mask: Mask, other: Mask): boolean =>
  mask.every((bits, w) => (bits & ~(other[w] as number)) === 0)

export const countIn = (mask: Mask): number => {
  let count = 0
  for (let w = 0; w < mask.length; w += 1) count += countBits(mask[w] as number)
  return count
}

export const leaveOut = (mask: Mask, place: number): void => {
  mask[place >> 5] = (mask[place >> 5] as number) & ~(1 << (place & 31))
}

/** The places in the mask, in order. */
export const eachIn = (mask: Mask, visit: (place: number) => void): void => {
  for (let w = 0; w < mask.length; w += 1) {
    for (let rest = mask[w] as number; rest !== 0; rest &= rest - 1) visit((w << 5) + lowestBit(rest))
  }
}

/** Masks by a key, each made once. */
export const remembered = <T>(people: readonly T[]) => {
  const known = new Map<string, Mask>()
  return (key: string, holds: (one: T) => boolean): Mask => {
    const found = known.get(key) ?? maskOf(people, holds)
    known.set(key, found)
    return found
  }
}
