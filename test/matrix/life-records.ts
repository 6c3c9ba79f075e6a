import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

const followsThem = `exists (select from people.following f
  where f.supporter_id = r.person_id and f.staff_id = $person and f.to_at is null)`

/** Where registrations and renewals are found; `records.ts` says what the columns mean. */
export const lifeKinds = {
  registration: {
    from: 'registration.supporter r',
    columns: 'r.person_id as "personId"',
    where: 'r.registered_on is not null',
    mine: { companion: followsThem },
  },
  registration_talk: {
    from: 'registration.application r',
    columns: 'r.person_id as "personId"',
    where: "r.status = 'talking'",
    mine: {},
  },
  registration_applied: {
    from: 'registration.application r',
    columns: 'r.person_id as "personId"',
    where: "r.status <> 'withdrawn'",
    mine: {},
  },
  registration_leaving: {
    from: 'registration.leaving r',
    columns: 'r.person_id as "personId"',
    where: 'r.taken_back_at is null and r.done_at is null',
    mine: { companion: followsThem },
  },
  card_holder: {
    from: 'training.credential r',
    columns: 'r.person_id as "personId"',
    where: "r.kind = 'card' and r.superseded_at is null and r.withdrawn_at is null",
    mine: { companion: followsThem },
  },
  renewal: { from: 'registration.renewal r', columns: 'r.id', mine: { companion: followsThem } },
  open_renewal: { from: 'registration.renewal r', columns: 'r.id', where: 'r.closed_at is null', mine: {} },
  renewal_of_person: {
    from: 'registration.renewal r',
    columns: `r.person_id as "personId"`,
    where: 'r.closed_at is null',
    mine: { companion: followsThem },
  },
} as const

/** People with whom a talk is arranged, one of them with a sheet to read already; and somebody who leaves and is followed. */
export const addLife = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  await sql`insert into registration.application (programme_id, id, person_id, status, consent_version, applied_at)
    select m.programme_id, gen_random_uuid(), m.person_id, 'talking', '2026-11', ${now}::timestamptz
    from platform.membership m where m.programme_id = ${programmeId} and m.role = 'seeker' limit 1`.execute(tx)
  await sql`insert into registration.supporter (programme_id, person_id)
    select m.programme_id, m.person_id from platform.membership m
    where m.programme_id = ${programmeId} and m.role = 'trainee' and m.account_id is not null on conflict do nothing`.execute(
    tx,
  )
  await sql`insert into registration.application (programme_id, id, person_id, status, consent_version, applied_at)
    select m.programme_id, gen_random_uuid(), m.person_id, 'talking', '2026-11', ${now}::timestamptz
    from platform.membership m
    where m.programme_id = ${programmeId} and m.role = 'trainee' and m.account_id is not null
    on conflict do nothing`.execute(tx)
  await sql`insert into registration.leaving (programme_id, id, person_id, last_day, said_at)
    select s.programme_id, gen_random_uuid(), s.person_id, '2027-03-31'::date, ${now}::timestamptz
    from registration.supporter s join people.person p on p.programme_id = s.programme_id and p.id = s.person_id
    where s.programme_id = ${programmeId} and s.registered_on is not null
      and exists (select from people.following f where f.programme_id = s.programme_id and f.supporter_id = s.person_id and f.to_at is null
        and f.staff_id = (select m.person_id from platform.membership m
          where m.programme_id = s.programme_id and m.role = 'companion' and m.account_id is not null and m.ended_at is null
          order by m.starts_at, m.id limit 1))
    order by p.email desc limit 1`.execute(tx)
}
