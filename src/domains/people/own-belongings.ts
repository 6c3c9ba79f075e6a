import type { Belongings } from './belongings.ts'

/** What belongs to somebody in people's own tables and in those of the platform. */
export const peopleBelongings: Belongings = {
  columns: [
    { table: 'people.consent', column: 'person_id' },
    // Time ahead that both have taken stands in the way; what lies behind is over.
    { table: 'people.booking', column: 'person_id', ifTwice: 'released_at' },
    { table: 'people.calendar_feed', column: 'person_id', key: ['token_hash'] },
    { table: 'people.following', column: 'staff_id', ifTwice: 'to_at' },
    { table: 'people.following', column: 'supporter_id', ifTwice: 'to_at' },
    { table: 'people.erasure_wish', column: 'person_id', ifTwice: 'ended_at' },
    { table: 'platform.membership', column: 'person_id', ifTwice: 'ended_at' },
    { table: 'platform.message', column: 'person_id' },
    { table: 'platform.delivery', column: 'person_id', key: ['message_id'] },
  ],
  sealed: [],
  standsInTheWay: () => Promise.resolve([]),
}
