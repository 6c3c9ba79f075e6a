import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Vault } from '#platform/vault/vault.ts'

/** Everybody who may take or look after a course has one of their own: the sample names only a few. */
export const addTakings = async (tx: Tx, vault: Vault, programmeId: number, now: Date): Promise<void> => {
  const running = sql`(select r.id from training.run r join training.course c on c.programme_id = r.programme_id and c.id = r.course_id
    where r.programme_id = ${programmeId} and r.status = 'running' and c.kind = 'basic' limit 1)`
  await sql`insert into training.enrolment (programme_id, id, run_id, person_id, status, since)
    select distinct on (m.person_id) m.programme_id, gen_random_uuid(), ${running}, m.person_id, 'taking', ${now}::date from platform.membership m
    where m.programme_id = ${programmeId} and m.role in ('supporter', 'host') and m.ended_at is null
    on conflict do nothing`.execute(tx)
  await sql`insert into training.run_staff (programme_id, run_id, person_id, duty)
    select distinct m.programme_id, ${running}, m.person_id, 'attends' from platform.membership m
    where m.programme_id = ${programmeId} and m.role in ('companion', 'supervisor') and m.ended_at is null
    on conflict do nothing`.execute(tx)
  await addPlaced(tx, programmeId, now)
  await addStories(tx, vault, programmeId, now)
}

// Each place has somebody of the run in practicum, and each supporter goes somewhere.
const addPlaced = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  await sql`insert into training.practicum
      (programme_id, id, kind, enrolment_id, person_id, place_id, status, trainee_agreed_at, created_at)
    select distinct on (m.place_id, m.role) m.programme_id, gen_random_uuid(), 'practicum', e.id, e.person_id, m.place_id, 'proposed', ${now}, ${now}
    from platform.membership m join training.enrolment e on e.programme_id = m.programme_id
    join platform.membership t on t.programme_id = e.programme_id and t.person_id = e.person_id and t.role = 'trainee'
    where m.programme_id = ${programmeId} and m.role = 'host' and e.status = 'taking'`.execute(tx)
  await sql`insert into training.practicum
      (programme_id, id, kind, enrolment_id, person_id, place_id, status, trainee_agreed_at, created_at)
    select e.programme_id, gen_random_uuid(), 'practicum', e.id, e.person_id,
      (select p.id from places.place p where p.programme_id = e.programme_id order by p.id limit 1), 'proposed', ${now}, ${now}
    from training.enrolment e join platform.membership t on t.programme_id = e.programme_id and t.person_id = e.person_id and t.role = 'supporter'
    where e.programme_id = ${programmeId}`.execute(tx)
  await sql`insert into training.practicum_day (programme_id, id, practicum_id, starts_at, ends_at)
    select t.programme_id, gen_random_uuid(), t.id, ${now}::timestamptz - interval '1 day', ${now}::timestamptz - interval '22 hours' from training.practicum t
    where t.programme_id = ${programmeId} and not exists (select from training.practicum_day d where d.practicum_id = t.id)`.execute(
    tx,
  )
}

// Everybody who may write a story has one; the trainee shows one to each of the staff.
const addStories = async (tx: Tx, vault: Vault, programmeId: number, now: Date): Promise<void> => {
  const members = await tx
    .selectFrom('platform.membership')
    .select(['person_id', 'role'])
    .where('programme_id', '=', programmeId)
    .where('account_id', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  const trainee = members.find(({ role }) => role === 'trainee')?.person_id ?? ''
  for (const { person_id, role } of members) {
    if (role === 'trainee' || role === 'supporter') await addStory(tx, vault, { programmeId, now, of: person_id })
    if (role === 'companion' || role === 'supervisor' || role === 'coordinator')
      await addStory(tx, vault, { programmeId, now, of: trainee, reader: person_id })
  }
}

const addStory = async (
  tx: Tx,
  vault: Vault,
  one: { programmeId: number; now: Date; of: string; reader?: string },
): Promise<void> => {
  const id = randomUUID()
  const row = { programme_id: one.programmeId }
  const seal = (column: string, at: string) => vault.seal(one.of, `training.${column}`, at, 'わたしの歩み')
  await tx
    .insertInto('training.story_draft')
    .values({
      ...row,
      id,
      person_id: one.of,
      title_sealed: await seal('story_draft.title_sealed', id),
      created_at: one.now,
    })
    .execute()
  const text_sealed = await seal('story_version.text_sealed', `${id}/1`)
  await tx
    .insertInto('training.story_version')
    .values({ ...row, story_id: id, version: 1, text_sealed, at: one.now })
    .execute()
  if (!one.reader) return
  await tx
    .insertInto('training.story_reader')
    .values({ ...row, id: randomUUID(), story_id: id, reader_id: one.reader, from_at: one.now })
    .execute()
}

const staffed = (run: string): string =>
  `exists (select from training.run_staff t where t.programme_id = r.programme_id and t.run_id = ${run} and t.person_id = $person)`
const taken = `exists (select from training.enrolment e
  where e.programme_id = r.programme_id and e.run_id = r.run_id and e.person_id = $person)`
const inPracticum = {
  trainee: 'r.person_id = $person',
  supporter: 'r.person_id = $person',
  host: "r.place_id = $place and r.trainee_agreed_at is not null and r.status <> 'cancelled'",
  companion: `r.companion_id = $person or exists (select from training.enrolment e where e.id = r.enrolment_id and exists
    (select from training.run_staff t where t.run_id = e.run_id and t.person_id = $person))`,
  supervisor: `exists (select from training.enrolment e where e.id = r.enrolment_id and exists
    (select from training.run_staff t where t.run_id = e.run_id and t.person_id = $person))`,
}
const chosen =
  'exists (select from training.story_reader q where q.story_id = r.id and q.reader_id = $person and q.to_at is null)'
const enrolledPerson = 'r.person_id = $person'

/** Where the records of training are found, and which of them are an actor's own. */
export const trainingKinds = {
  run: {
    from: 'training.run r',
    columns: 'r.id',
    where: "r.status in ('running', 'finished')",
    mine: { companion: staffed('r.id'), supervisor: staffed('r.id') },
  },
  session: {
    from: 'training.run_session r',
    columns: 'r.run_id as id, r.id as "sessionId"',
    mine: { companion: staffed('r.run_id'), supervisor: staffed('r.run_id') },
  },
  own_session: {
    from: 'training.run_session r',
    columns: 'r.id as "sessionId"',
    mine: { trainee: taken, supporter: taken, host: taken },
  },
  enrolment: {
    from: 'training.enrolment r',
    columns: 'r.id',
    mine: {
      companion: staffed('r.run_id'),
      supervisor: staffed('r.run_id'),
      trainee: enrolledPerson,
      supporter: enrolledPerson,
      host: enrolledPerson,
    },
  },
  enrolled: { from: 'training.enrolment r', columns: 'r.id as "enrolmentId"', where: "r.status = 'taking'", mine: {} },
  practicum: { from: 'training.practicum r', columns: "r.id, 'trainee' as side", mine: inPracticum },
  open_practicum: {
    from: 'training.practicum r',
    columns: "r.id, 'to=cancelled' as body",
    where: "r.status in ('proposed', 'agreed')",
    mine: inPracticum,
  },
  practicum_day: {
    from: 'training.practicum r join training.practicum_day d on d.programme_id = r.programme_id and d.practicum_id = r.id',
    columns: 'r.id, d.id as "dayId"',
    mine: inPracticum,
  },
  practicum_offer: {
    from: 'training.practicum_offer r',
    columns: 'r.id',
    where: 'r.withdrawn_at is null',
    mine: { host: 'r.place_id = $place' },
  },
  story: {
    from: 'training.story_draft r',
    columns: "r.id, '1' as version",
    mine: {
      trainee: enrolledPerson,
      supporter: enrolledPerson,
      companion: chosen,
      supervisor: chosen,
      coordinator: chosen,
    },
  },
  kind_call: {
    from: 'training.kind_call r join training.enrolment e on e.programme_id = r.programme_id and e.id = r.enrolment_id',
    columns: 'r.id',
    mine: { companion: staffed('e.run_id'), supervisor: staffed('e.run_id') },
  },
}
