import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** Whoever may apply has something begun and something offered; one was written down by staff. */
export const addApplications = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  const run = (status: string, kind: string) => sql`(select r.id from training.run r
    join training.course c on c.programme_id = r.programme_id and c.id = r.course_id
    where r.programme_id = ${programmeId} and r.status = ${status} and (c.kind = 'host') = ${kind === 'host'} limit 1)`
  const put = (from: ReturnType<typeof sql>, status: string, roles: string) => sql`
    insert into training.application (programme_id, id, run_id, person_id, place_id, status, created_at)
    select distinct on (m.person_id) m.programme_id, gen_random_uuid(), ${from}, m.person_id, m.place_id, ${status}, ${now}::timestamptz
    from platform.membership m where m.programme_id = ${programmeId} and m.ended_at is null and m.role = any(string_to_array(${roles}, ' '))
    on conflict do nothing`
  await put(run('open', 'person'), 'draft', 'trainee supporter host').execute(tx)
  await put(run('selecting', 'person'), 'offered', 'trainee supporter host').execute(tx)
  await put(run('open', 'host'), 'draft', 'seeker').execute(tx)
  // Each place has named two colleagues of its contact: one has still to write, one has a seat.
  const name = (from: ReturnType<typeof sql>, status: string, role: string) => sql`
    insert into training.application (programme_id, id, run_id, person_id, place_id, via, status, created_at)
    select ${programmeId}::int, gen_random_uuid(), ${from}, m.person_id, h.place_id, 'office', ${status}, ${now}::timestamptz
    from (select person_id, row_number() over (order by person_id) as nth from platform.membership
      where programme_id = ${programmeId} and ended_at is null and role = ${role} group by person_id) m
    join (select place_id, row_number() over (order by place_id) as nth from platform.membership
      where programme_id = ${programmeId} and ended_at is null and role = 'host' group by place_id) h using (nth)
    on conflict do nothing`
  await name(run('open', 'host'), 'draft', 'supporter').execute(tx)
  await name(run('selecting', 'person'), 'offered', 'seeker').execute(tx)
  await sql`update training.application a set recorded_by = m.id from platform.membership m
    where m.programme_id = a.programme_id and m.person_id = a.person_id and m.role = 'seeker' and a.programme_id = ${programmeId}`.execute(
    tx,
  )
}

const mine = { trainee: 'r.person_id = $person', supporter: 'r.person_id = $person', host: 'r.place_id = $place' }
// The contact of a place sees of a colleague that they were named and where it stands: nothing that they wrote or need.
const theirOwn = { trainee: 'r.person_id = $person', supporter: 'r.person_id = $person', host: 'r.person_id = $person' }
const read = "(r.status <> 'draft' or r.recorded_by is not null)"
const seen = "(r.status <> 'draft' or r.recorded_by is not null or r.via = 'office')"
const named = "r.status = 'draft' and r.recorded_by is null and r.via = 'office'"
const withLetter = "r.status in ('offered', 'waiting', 'accepted', 'not_this_time')"

/** Where courses, runs, applications and tasters are found, and which of them are an actor's own. */
export const callKinds = {
  course: { from: 'training.course r', columns: 'r.id', mine: {} },
  course_line: { from: 'training.course_session r', columns: 'r.course_id as id, r.id as "sessionId"', mine: {} },
  any_run: { from: 'training.run r', columns: 'r.id', mine: {} },
  planned_session: {
    from: 'training.run_session r',
    columns: 'r.run_id as id, r.id as "sessionId"',
    where: "r.status = 'planned'",
    mine: {},
  },
  open_run: {
    from: 'training.run r join training.course c on c.programme_id = r.programme_id and c.id = r.course_id',
    columns: 'r.id as "runId"',
    where: "r.status = 'open'",
    mine: { trainee: "c.kind <> 'host'", supporter: "c.kind <> 'host'", host: "c.kind = 'host'" },
  },
  application: { from: 'training.application r', columns: 'r.id', where: seen, mine: {} },
  read_application: { from: 'training.application r', columns: 'r.id', where: read, mine: {} },
  named_draft: {
    from: 'training.application r',
    columns: 'r.id',
    where: named,
    mine: { host: 'r.place_id = $place and r.person_id <> $person' },
  },
  written_down: {
    from: 'training.application r',
    columns: 'r.id',
    where: "r.status = 'draft' and r.recorded_by is not null",
    mine: {},
  },
  answered: { from: 'training.application r', columns: 'r.id', where: withLetter, mine: {} },
  own_application: { from: 'training.application r', columns: 'r.id', mine },
  own_words: { from: 'training.application r', columns: 'r.id', mine: theirOwn },
  own_draft: { from: 'training.application r', columns: 'r.id', where: "r.status = 'draft'", mine: theirOwn },
  own_letter: { from: 'training.application r', columns: 'r.id', where: withLetter, mine: theirOwn },
  taster: { from: 'training.taster r', columns: 'r.id', where: 'r.cancelled_at is null', mine: {} },
  taster_guest: { from: 'training.taster_guest r', columns: 'r.taster_id as id, r.id as "guestId"', mine: {} },
}
