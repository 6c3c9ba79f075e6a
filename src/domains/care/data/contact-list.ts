import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Contact } from '../core/silence.ts'

export interface ListedContact extends Contact {
  name: string
}

interface Asked {
  programmeId: number
  today: CalendarDay
  zone: string
  /** Null: everybody. */
  personIds: readonly string[] | null
}

/** When each registered supporter was last heard of: what came from them, and what was spoken with them. */
export const listContacts = async (
  tx: Tx,
  { programmeId, today, zone, personIds }: Asked,
): Promise<ListedContact[]> => {
  const { rows } = await sql<ListedContact>`
    with who as (
      select s.person_id, s.registered_on from registration.supporter s
      where s.programme_id = ${programmeId} and s.registered_on <= ${today} and (s.ended_on is null or s.ended_on >= ${today})
        and ${personIds === null ? sql`true` : sql`s.person_id = any(${[...personIds]}::uuid[])`}
    ), heard as (
      select person_id, max(answered_at) as at from visits.proposal where programme_id = ${programmeId} group by 1
      union all
      select person_id, max(at) from visits.check_in where programme_id = ${programmeId} and via = 'self' group by 1
      union all
      select p.person_id, max(v.ends_at) from visits.participant p
        join visits.visit v on v.programme_id = p.programme_id and v.id = p.visit_id
        where p.programme_id = ${programmeId} and p.attended group by 1
      union all
      select person_id, max(closed_at) from care.follow_up where programme_id = ${programmeId} group by 1
      union all
      select person_id, max(answered_at) from care.rest_offer where programme_id = ${programmeId} group by 1
      union all
      select person_id, max(from_at) from registration.pause where programme_id = ${programmeId} group by 1
    )
    select w.person_id as "personId", p.name, p.kana,
      greatest(w.registered_on, (max(h.at) at time zone ${zone})::date) as "heardOn",
      exists (select from registration.pause r where r.programme_id = ${programmeId} and r.person_id = w.person_id
        and r.ended_at is null and (r.until_day is null or r.until_day >= ${today})) as resting,
      exists (select from care.follow_up f where f.programme_id = ${programmeId} and f.person_id = w.person_id
        and f.closed_at is null) as "followUpOpen"
    from who w
    join people.person p on p.programme_id = ${programmeId} and p.id = w.person_id
    left join heard h on h.person_id = w.person_id
    group by w.person_id, w.registered_on, p.name, p.kana`.execute(tx)
  return rows
}
