import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

const mineOnly = 'r.person_id = $person'
const holders = { trainee: mineOnly, supporter: mineOnly, host: mineOnly }

/** Where records of papers are found; `records.ts` says what the columns mean. */
export const paperKinds = {
  certificate: {
    from: 'training.credential r',
    columns: 'r.id',
    where: "r.kind = 'certificate' and r.superseded_at is null and r.withdrawn_at is null",
    mine: holders,
  },
  qualification: { from: 'training.qualification r', columns: 'r.id', mine: holders },
  ceremony: { from: 'training.ceremony r', columns: 'r.id', where: 'r.cancelled_at is null', mine: {} },
  ceremony_guest: {
    from: 'training.ceremony_guest r',
    columns: `r.ceremony_id as id, r.person_id as "personId", 'answer=comes' as body`,
    mine: {},
  },
  ceremony_to_answer: {
    from: 'training.ceremony r',
    columns: `r.id, 'answer=comes' as body`,
    mine: {
      any: 'exists (select from training.ceremony_guest g where g.ceremony_id = r.id and g.person_id = $person)',
    },
  },
  run_with_papers: {
    from: 'training.run r',
    columns: 'r.id',
    where: "exists (select from training.enrolment e where e.run_id = r.id and e.status = 'completed')",
    mine: {},
  },
} as const

/** Everybody who may have them has a course of elsewhere and an invitation; a second gathering is somebody else's. */
export const addPapers = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  await sql`insert into training.qualification (programme_id, id, person_id, course, issuer, issued_on, role_sealed, at)
    select m.programme_id, gen_random_uuid(), m.person_id, 'basic', '見本県', '2025-11-01'::date, 'sealed', ${now}::timestamptz
    from platform.membership m where m.programme_id = ${programmeId} and m.role in ('trainee', 'supporter', 'host')`.execute(
    tx,
  )
  await sql`insert into training.ceremony_guest (programme_id, ceremony_id, person_id, invited_at)
    select distinct m.programme_id, c.id, m.person_id, ${now}::timestamptz from platform.membership m
    join training.ceremony c on c.programme_id = m.programme_id
    where m.programme_id = ${programmeId} and m.role in ('trainee', 'supporter', 'host') on conflict do nothing`.execute(
    tx,
  )
  await sql`insert into training.ceremony (programme_id, id, starts_at, ends_at, place, created_at)
    values (${programmeId}, gen_random_uuid(), ${now}, ${new Date(now.getTime() + 3_600_000)}, '区民会館', ${now})`.execute(
    tx,
  )
}
