import type { SupporterFacts } from './facts.ts'

/** FNV-1a, 32 bits: the same in every run and on every machine. */
export const stableHash = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Asked longest ago first. Ties fall differently for each request, and never by the order of rows. */
export const inNeutralOrder = (people: readonly SupporterFacts[], requestId: string): SupporterFacts[] =>
  people
    .map((person) => ({ person, asked: person.lastAsked ?? -1, tie: stableHash(`${requestId}:${person.personId}`) }))
    .sort((a, b) => a.asked - b.asked || a.tie - b.tie || (a.person.personId < b.person.personId ? -1 : 1))
    .map(({ person }) => person)
