import { folded } from './kana.ts'

interface Named {
  name: string
  kana: string
}

/** Of whom a name in somebody's list speaks. Where it is not certain, whoever it may be. */
export type Who<T> = { kind: 'one'; person: T } | { kind: 'maybe'; people: readonly T[] } | { kind: 'nobody' }

/**
 * Finds people by name and reading together. A list without readings names somebody where nobody else here has the name; whoever shares only
 * the name or only the reading may be the one.
 */
export const whoAmong = <T extends Named>(people: readonly T[]): ((named: Named) => Who<T>) => {
  const byName = Map.groupBy(people, (one) => folded(one.name))
  const byKana = Map.groupBy(people, (one) => folded(one.kana))
  return (named) => {
    const kana = folded(named.kana)
    const called = byName.get(folded(named.name)) ?? []
    const certain = kana === '' ? called : called.filter((one) => folded(one.kana) === kana)
    const [only, another] = certain
    if (only && !another) return { kind: 'one', person: only }
    const maybe = [...new Set([...called, ...(kana === '' ? [] : (byKana.get(kana) ?? []))])]
    return maybe.length > 0 ? { kind: 'maybe', people: maybe } : { kind: 'nobody' }
  }
}
