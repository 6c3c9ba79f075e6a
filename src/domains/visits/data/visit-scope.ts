import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/http/call.ts'

/** Those that are in the actor's own days: as above, without what they stepped back from. */
export const ownDays = (actor: Actor): RawBuilder<boolean> =>
  actor.role === 'supporter' || actor.role === 'companion'
    ? sql`(${reachedBy(actor)} and not exists (select from visits.participant p where p.programme_id = v.programme_id and p.visit_id = v.id
        and p.person_id = ${actor.personId} and p.left_at is not null
        and not exists (select from visits.participant q where q.programme_id = p.programme_id and q.visit_id = p.visit_id and q.person_id = p.person_id and q.left_at is null)))`
    : reachedBy(actor)

/** Those of which the actor may record whether they took place. */
export const recordedBy = (actor: Actor): RawBuilder<boolean> =>
  actor.role === 'companion'
    ? sql`exists (select from visits.participant p where p.programme_id = v.programme_id and p.visit_id = v.id and p.person_id = ${actor.personId} and p.part = 'companion' and p.left_at is null)`
    : reachedBy(actor)

/**
 * Which visits the actor reaches, as a condition on `v`: the programme's for its coordinators, one's own as supporter or companion,
 * those of the people one follows, those of one's place. Anybody else reaches none.
 */
export const reachedBy = (actor: Actor): RawBuilder<boolean> => {
  switch (actor.role) {
    case 'coordinator':
      return sql`true`
    case 'supporter':
      return sql`exists (select from visits.participant p where p.programme_id = v.programme_id and p.visit_id = v.id and p.person_id = ${actor.personId} and p.part = 'supporter')`
    case 'companion':
      return sql`exists (select from visits.participant p left join people.following f
        on f.programme_id = p.programme_id and f.supporter_id = p.person_id and f.staff_id = ${actor.personId} and f.to_at is null
        where p.programme_id = v.programme_id and p.visit_id = v.id and ((p.person_id = ${actor.personId} and p.left_at is null) or f.id is not null))`
    case 'host':
      return sql`v.place_id = ${actor.placeId}`
    default:
      return sql`false`
  }
}
