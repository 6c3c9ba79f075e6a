import type { Role } from '#kernel/role.ts'

/** How somebody feels, in a word and a face. None is better than another. */
export const feelings = ['bright', 'calm', 'even', 'low', 'heavy'] as const
export type Feeling = (typeof feelings)[number]

export const tirednesses = ['none', 'a_little', 'quite', 'very'] as const
export type Tiredness = (typeof tirednesses)[number]

/** What a person said before or after a visit. Every part may be left out. */
export interface CheckInAnswers {
  feeling: Feeling | null
  tired: Tiredness | null
  good: string
  hard: string
  wish: string
}

/** The person says that it was a lot: a rest is offered to them. */
export const wasALot = (moment: 'before' | 'after', { feeling, tired }: CheckInAnswers): boolean =>
  moment === 'after' && (feeling === 'heavy' || tired === 'very')

/** Somebody before what a person said around one visit. */
export interface CheckInReader {
  role: Role
  own: boolean
  goesAlong: boolean
  /** The policy shows them the person's care: by a consent, or for a reason that they gave. */
  seesCare: boolean
}

/**
 * It is the person's own. Whoever goes along reads what was shown to them this time and nothing else, whatever the person agreed to otherwise; the
 * coordinator, as the policy has it.
 */
export const readsCheckIn = ({ role, own, goesAlong, seesCare }: CheckInReader, shownToCompanion: boolean): boolean => {
  if (own) return true
  if (goesAlong) return shownToCompanion
  return role === 'coordinator' && seesCare
}
