import type { SupporterFacts } from './facts.ts'
import type { Verdict } from './verdict.ts'

// What stands in somebody's way as bits, one for each condition of a list, the first one the lowest: a condition is asked once, its
// answer is read many times.

export type Condition<About> = (person: SupporterFacts, about: About) => Verdict | null

/** All conditions of a list. */
export const everyBit = -1

/** Which of the conditions asked stand in this person's way. */
export const bitsOf = <About>(
  conditions: readonly Condition<About>[],
  asked: number,
  person: SupporterFacts,
  about: About,
): number => {
  let bits = 0
  for (let i = 0; i < conditions.length; i += 1) {
    const bit = 1 << i
    if ((asked & bit) !== 0 && conditions[i]?.(person, about) !== null) bits |= bit
  }
  return bits
}

/** The first of the conditions asked that stands in this person's way: its bit, or none. */
export const firstBitOf = <About>(
  conditions: readonly Condition<About>[],
  asked: number,
  person: SupporterFacts,
  about: About,
): number => {
  for (let i = 0; i < conditions.length; i += 1) {
    const bit = 1 << i
    if ((asked & bit) !== 0 && conditions[i]?.(person, about) !== null) return bit
  }
  return 0
}

/** The bits of some of the conditions. */
export const bitsFor = <About>(all: readonly Condition<About>[], some: readonly Condition<About>[]): number =>
  some.reduce((bits, one) => bits | (1 << all.indexOf(one)), 0)

/** The place of the lowest bit. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)

/** How many bits are set. Without a loop: a plan asks it some million times a second. */
export const countBits = (mask: number): number => {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A bit for each place from the first to the last, as far as they are among so many places: at most 31. */
export const bitsBetween = (from: number, to: number, places: number): number => {
  const first = Math.max(0, from)
  const last = Math.min(places - 1, to)
  return first > last ? 0 : ((1 << (last - first + 1)) - 1) << first
}
