/** Numbers by chance that repeat themselves (mulberry32): the same seed, the same sequence everywhere. From 0 up to, but never, 1. */
export const chanceFrom = (seed: number) => {
  let state = seed | 0
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Chance = ReturnType<typeof chanceFrom>
