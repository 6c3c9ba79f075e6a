import { type Belongings, sealedIn } from '#domains/people/index.ts'

/** Follow-ups of somebody, and those that are theirs to do. */
export const careBelongings: Belongings = {
  columns: [
    { table: 'care.follow_up', column: 'person_id' },
    { table: 'care.follow_up', column: 'assigned_to' },
    { table: 'care.rest_offer', column: 'person_id' },
  ],
  sealed: sealedIn('care.follow_up', ['done_sealed']),
  standsInTheWay: () => Promise.resolve([]),
}
