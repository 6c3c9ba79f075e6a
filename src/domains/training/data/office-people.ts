import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** Somebody of an office: its contact, or a person whom it has sent before. */
export interface OfficePerson {
  personId: string
  name: string
  email: string | null
  /** They come in by a way of their own. */
  signsIn: boolean
}

export const peopleOfOffice = async (tx: Tx, programmeId: number, placeId: string): Promise<OfficePerson[]> => {
  const { rows } = await sql<OfficePerson>`
    select p.id as "personId", p.name, p.email, ${signsIn} as "signsIn"
    from people.person p
    where p.programme_id = ${programmeId} and p.id in (
      select m.person_id from platform.membership m where m.programme_id = ${programmeId}
        and m.place_id = ${placeId} and m.role = 'host' and m.ended_at is null
      union select a.person_id from training.application a where a.programme_id = ${programmeId} and a.place_id = ${placeId})
    order by p.id`.execute(tx)
  return rows
}

export const hasSignIn = async (tx: Tx, programmeId: number, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ signsIn: boolean }>`
    select ${signsIn} as "signsIn" from people.person p
    where p.programme_id = ${programmeId} and p.id = ${personId}`.execute(tx)
  return rows[0]?.signsIn ?? false
}

/**
 * Whether an address that an office typed may lead to the record of whom it named: it stands in it; or the record was made with the
 * naming, and nothing has come to it since: no role, no other application, no other record, nothing that staff wrote down.
 */
export const mayLeadTo = async (
  tx: Tx,
  programmeId: number,
  applicationId: string,
  email: string,
): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select lower(p.email) = ${email} or (p.email is null and a.made_person and a.recorded_by is null
      and not exists (select from platform.membership m where m.programme_id = p.programme_id and m.person_id = p.id)
      and not exists (select from training.application o where o.programme_id = p.programme_id and o.person_id = p.id and o.id <> a.id)
      and not exists (select from people.person g where g.programme_id = p.programme_id and g.merged_into = p.id)) as may
    from training.application a join people.person p on p.programme_id = a.programme_id and p.id = a.person_id
    where a.programme_id = ${programmeId} and a.id = ${applicationId}`.execute(tx)
  return rows[0]?.may ?? false
}

const signsIn = sql`exists (select from platform.membership s where s.programme_id = p.programme_id and s.person_id = p.id
  and s.account_id is not null and s.ended_at is null)`
