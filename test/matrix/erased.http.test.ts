import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { forgetEverywhere } from '#domains/people/index.ts'
import { type Role, roles } from '#kernel/role.ts'
import { inProgramme, systemActor } from '#platform/jobs/system.ts'
import { forgettings } from '#src/forgettings.ts'
import type { Client } from '#test/client.ts'
import { describeMainEngine } from './engine.ts'
import { expectations } from './expectations.ts'
import type { PathParams } from './records.ts'
import { undoing } from './undone.ts'
import { openWorld, type World } from './world.ts'

/** Records around these people, by the kind under which routes ask for them. */
const around: Record<string, string> = {
  person: 'select unnest($people) as id',
  supporter: 'select unnest($people) as id',
  followed: 'select unnest($people) as "personId"',
  membership: 'select id from platform.membership where person_id = any($people)',
  proposal: 'select id from visits.proposal where person_id = any($people)',
  request: 'select distinct request_id as id from visits.proposal where person_id = any($people)',
  matching: 'select distinct request_id as id from visits.proposal where person_id = any($people)',
  visit: 'select visit_id as id from visits.participant where person_id = any($people)',
  accompanied: 'select visit_id as id from visits.participant where person_id = any($people)',
  visit_to_call_off: 'select visit_id as id from visits.participant where person_id = any($people)',
  participation: `select visit_id as id, person_id as "personId", 'after' as moment from visits.participant where person_id = any($people)`,
  reflection: 'select visit_id as id, person_id as "personId" from visits.participant where person_id = any($people)',
  series: `select distinct v.series_id as id from visits.visit v join visits.participant p on p.visit_id = v.id
    where p.person_id = any($people) and v.series_id is not null`,
  series_answer: `select distinct v.series_id as id, p.person_id as "personId" from visits.visit v
    join visits.participant p on p.visit_id = v.id where p.person_id = any($people) and v.series_id is not null`,
  application: 'select id from training.application where person_id = any($people)',
  enrolment: 'select id from training.enrolment where person_id = any($people)',
  run: 'select run_id as id from training.enrolment where person_id = any($people)',
  session: `select s.run_id as id, s.id as "sessionId" from training.enrolment e join training.run_session s on s.run_id = e.run_id
    where e.person_id = any($people)`,
  kind_call:
    'select k.id from training.kind_call k join training.enrolment e on e.id = k.enrolment_id where e.person_id = any($people)',
  practicum: `select id, 'trainee' as side from training.practicum where person_id = any($people)`,
  certificate: 'select id from training.credential where person_id = any($people)',
  run_with_papers: 'select run_id as id from training.enrolment where person_id = any($people)',
  qualification: 'select id from training.qualification where person_id = any($people)',
  ceremony: 'select distinct ceremony_id as id from training.ceremony_guest where person_id = any($people)',
}

const ofEachKind = 5

/** After a record was erased no page breaks, whoever asks for whatever was around that person; and none says their name. */
describeMainEngine('around an erased record', (db) => {
  let world: World
  let clients: Partial<Record<Role, Client>>
  const names: string[] = []
  const found = new Map<string, PathParams[]>()

  beforeAll(async () => {
    world = await openWorld(db, undoing(db))
    const erased = [world.here.supporter, world.here.trainee]
    const people = `array[${erased.map(({ personId }) => `'${personId}'`).join(', ')}]::uuid[]`
    for (const [kind, text] of Object.entries(around)) {
      const { rows } = await db.asPlatform((tx) =>
        sql<PathParams>`${sql.raw(text.replaceAll('$people', people))} limit ${ofEachKind}`.execute(tx),
      )
      found.set(kind, rows)
    }
    // The pages undo what they do; this stays.
    const deps = { ...world.app.pipeline, begin: () => db.beginRequest() }
    for (const { personId, programmeId } of erased) {
      names.push(await nameOf(personId))
      await inProgramme(deps, systemActor(programmeId), (ctx) => forgetEverywhere(ctx, personId, forgettings))
    }
    const others = roles.filter((role) => role !== 'supporter' && role !== 'trainee')
    clients = Object.fromEntries(
      await Promise.all(others.map(async (role) => [role, await world.app.signedIn(world.here[role])])),
    )
  })

  const nameOf = (id: string): Promise<string> =>
    db.asPlatform(
      async (tx) =>
        (await tx.selectFrom('people.person').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name,
    )

  test('there is something around them', () => {
    for (const kind of ['person', 'visit', 'proposal', 'participation', 'enrolment'])
      expect([kind, (found.get(kind) ?? []).length > 0]).toEqual([kind, true])
  })

  test.each(Object.keys(expectations))('%s', async (route) => {
    const expected = expectations[route]
    const [method = '', pattern = ''] = route.split(' ')
    const records = expected?.of ? (found.get(expected.of) ?? []) : method === 'GET' && !expected?.outside ? [{}] : []
    const wrong: string[] = []
    for (const record of records) {
      const params: PathParams = { ...expected?.fixed, ...record }
      const path = pattern.replaceAll(/:(\w+)/g, (_, param: string) => params[param] ?? crypto.randomUUID())
      for (const [role, client] of Object.entries(clients)) {
        const answer = await (method === 'GET' ? client.get(path) : client.post(path))
        if (answer.status >= 500) wrong.push(`${role}: ${answer.status} on ${path}`)
        const text = await answer.text()
        if (names.some((name) => text.includes(name))) wrong.push(`${role}: the name on ${path}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('nothing broke', () => expect(world.app.bugs).toEqual([]))
})
