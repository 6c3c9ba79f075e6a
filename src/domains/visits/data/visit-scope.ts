import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/http/call.ts'

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
        where p.programme_id = v.programme_id and p.visit_id = v.id and (p.person_id = ${actor.personId} or f.id is not null))`
    case 'host':
      return sql`v.place_id = ${actor.placeId}`
    default:
      return sql`false`
  }
}
