import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/**
 * Who goes to a visit that begins until then, was not told yet that they may say how they feel, and has said nothing of it: marked as told, so that of two
 * who ask at the same time one finds them.
 */
export const markAskedBefore = async (
  tx: Tx,
  programmeId: number,
  { now, until }: { now: Date; until: Date },
): Promise<{ visitId: string; personId: string }[]> => {
  const { rows } = await sql<{ visitId: string; personId: string }>`
    update visits.participant p set asked_before_at = ${now}
    from visits.visit v, people.person who
    where p.programme_id = ${programmeId} and p.part = 'supporter' and p.asked_before_at is null
      and p.agreed_at is not null and p.left_at is null and p.asked_again_at is null
      and v.programme_id = p.programme_id and v.id = p.visit_id and v.status = 'confirmed'
      and v.starts_at > ${now} and v.starts_at < ${until}
      and who.programme_id = p.programme_id and who.id = p.person_id and who.erased_at is null
      and not exists (select from visits.check_in c where c.programme_id = p.programme_id and c.visit_id = p.visit_id
        and c.person_id = p.person_id and c.moment = 'before')
    returning p.visit_id as "visitId", p.person_id as "personId"`.execute(tx)
  return rows
}
