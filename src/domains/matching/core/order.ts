import type { SupporterFacts } from './facts.ts'

const basis = 0x811c9dc5

const mixed = (hash: number, text: string): number => {
  let next = hash
  for (let i = 0; i < text.length; i += 1) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193)
  return next
}

/**
 * The places of the people in their list, asked longest ago first. Who was asked on the same day stands differently for each request
 * (FNV-1a, the same everywhere), and never by the order of rows.
 */
export const neutralOrder = (people: readonly SupporterFacts[], requestId: string): number[] => {
  const start = mixed(basis, requestId)
  const ties = people.map((person) => mixed(start, person.personId))
  const id = (i: number): string => people[i]?.personId ?? ''
  const byTie = (a: number, b: number): number => (ties[a] ?? 0) - (ties[b] ?? 0) || (id(a) < id(b) ? -1 : 1)
  const days = Map.groupBy(people.keys(), (i) => people[i]?.lastAsked ?? -1)
  return Array.from(days)
    .sort(([a], [b]) => a - b)
    .flatMap(([, together]) => together.sort(byTie))
}
