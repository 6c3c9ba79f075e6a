import type { SupporterFacts } from './facts.ts'

const basis = 0x811c9dc5

const mixed = (hash: number, text: string): number => {
  let next = hash
  for (let i = 0; i < text.length; i += 1) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193)
  return next
}

/** Asked longest ago first. Ties fall differently for each request (FNV-1a, the same everywhere), and never by the order of rows. */
export const inNeutralOrder = (people: readonly SupporterFacts[], requestId: string): SupporterFacts[] => {
  const start = mixed(basis, requestId)
  return people
    .map((person) => ({ person, asked: person.lastAsked ?? -1, tie: mixed(start, person.personId) }))
    .sort((a, b) => a.asked - b.asked || a.tie - b.tie || (a.person.personId < b.person.personId ? -1 : 1))
    .map(({ person }) => person)
}
