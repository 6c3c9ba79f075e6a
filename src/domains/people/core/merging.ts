import type { HolderBlocker } from './merge-question.ts'

/** Why two records are not made one, as far as people themselves know. Later slices add theirs. */
export type MergeBlocker =
  | { kind: 'own_record' }
  | { kind: 'said_not_same' }
  | { kind: 'both_sign_in' }
  | { kind: 'taken_at_once'; at: Date }
  | HolderBlocker

export interface MergeFacts {
  isOwn: boolean
  saidNotSame: boolean
  /** Both have a role and an address of their own to sign in with, and these differ. */
  bothSignIn: boolean
  /** The first time ahead that is taken in both records. */
  takenAtOnce: Date | null
  /** Whoever signs in to one of them was not heard yet. */
  holders: readonly HolderBlocker[]
}

export const mergeBlockers = (facts: MergeFacts): MergeBlocker[] => [
  ...(facts.isOwn ? [{ kind: 'own_record' as const }] : []),
  ...(facts.saidNotSame ? [{ kind: 'said_not_same' as const }] : []),
  ...(facts.bothSignIn ? [{ kind: 'both_sign_in' as const }] : []),
  ...(facts.takenAtOnce ? [{ kind: 'taken_at_once' as const, at: facts.takenAtOnce }] : []),
  // Whom to ask is known once one of two accounts has gone; of one's own record another coordinator asks.
  ...(facts.bothSignIn || facts.isOwn ? [] : facts.holders),
]

export type UndoBlocker = { kind: 'undone_already' } | { kind: 'erased' } | { kind: 'merged_further' }

/** What stands in the way of taking two records apart again. */
export const undoBlockers = (facts: { undone: boolean; erased: boolean; mergedFurther: boolean }): UndoBlocker[] => {
  if (facts.undone) return [{ kind: 'undone_already' }]
  if (facts.mergedFurther) return [{ kind: 'merged_further' }]
  return facts.erased ? [{ kind: 'erased' }] : []
}
