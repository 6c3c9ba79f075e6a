import type { Role } from '#kernel/role.ts'

/** On what ground a record is erased: words that say nothing of the person, because the trail keeps them. */
export const erasureGrounds = ['own_wish', 'time_over', 'by_mistake'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

export const isErasureGround = (text: string): text is ErasureGround =>
  (erasureGrounds as readonly string[]).includes(text)

/** What has to be brought to an end before, as far as people themselves know. Later slices add theirs. */
export type ErasureBlocker =
  | { kind: 'own_record' }
  | { kind: 'holds_roles'; roles: readonly Role[] }
  | { kind: 'time_is_taken' }

export const erasureBlockers = (facts: {
  isOwn: boolean
  roles: readonly Role[]
  isTakenAhead: boolean
}): ErasureBlocker[] => [
  ...(facts.isOwn ? [{ kind: 'own_record' as const }] : []),
  ...(facts.roles.length > 0 ? [{ kind: 'holds_roles' as const, roles: facts.roles }] : []),
  ...(facts.isTakenAhead ? [{ kind: 'time_is_taken' as const }] : []),
]

/** What is wrong with what was typed to confirm. */
export type ErasureSlip = 'ground_missing' | 'name_differs'

export const erasureSlips = (typed: { ground: string; name: string }, person: { name: string }): ErasureSlip[] => [
  ...(isErasureGround(typed.ground) ? [] : ['ground_missing' as const]),
  ...(sameName(typed.name, person.name) ? [] : ['name_differs' as const]),
]

// Spaces and widths are how a keyboard writes them, not who is meant.
const sameName = (one: string, other: string): boolean => written(one) !== '' && written(one) === written(other)

const written = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '')
