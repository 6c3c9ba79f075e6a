/** What a column of people shows outside the operator: all of it, or nothing of it. */
export type ShownPeople = { shown: true; counts: readonly number[] } | { shown: false }

/**
 * A breakdown of people with a count below the limit is not shown at all, nor any cell beside it: whoever knows the total
 * and the other cells could work the small one out. Zero alone gives nobody away. (reference: the operator's setting, 10 by default.)
 */
export const shownPeople = (counts: readonly number[], limit: number): ShownPeople =>
  counts.some((count) => count > 0 && count < limit) ? { shown: false } : { shown: true, counts }
