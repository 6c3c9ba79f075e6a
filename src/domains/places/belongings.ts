import type { Belongings } from '#domains/people/index.ts'

/** Whom a place names as its contact. */
export const placesBelongings: Belongings = {
  columns: [{ table: 'places.contact', column: 'person_id' }],
  sealed: [],
  standsInTheWay: () => Promise.resolve([]),
}
