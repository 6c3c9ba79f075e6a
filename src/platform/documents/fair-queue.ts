/** What waits for its turn, several of each key. Nobody's many hold up another's one. */
export interface FairQueue<T> {
  /** False: of this key, or of all together, so many wait already. */
  add(key: number, item: T): boolean
  /** Takes the first item that may go now: one of each key in turn, those of a key in their order. */
  next(mayGo: (item: T, key: number) => boolean): T | null
}

export interface QueueLimits {
  ofEach: number
  ofAll: number
}

export const openFairQueue = <T>({ ofEach, ofAll }: QueueLimits): FairQueue<T> => {
  // The order of its keys is the order of turns: whoever had one goes to the end.
  const waiting = new Map<number, T[]>()
  const count = (): number => [...waiting.values()].reduce((sum, items) => sum + items.length, 0)
  return {
    add: (key, item) => {
      const own = waiting.get(key) ?? []
      if (own.length >= ofEach || count() >= ofAll) return false
      waiting.set(key, [...own, item])
      return true
    },
    next: (mayGo) => {
      for (const [key, [first, ...others]] of waiting) {
        if (first === undefined || !mayGo(first, key)) continue
        waiting.delete(key)
        if (others.length > 0) waiting.set(key, others)
        return first
      }
      return null
    },
  }
}
