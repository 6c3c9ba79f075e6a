import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Role, roles } from '#kernel/role.ts'
import { wamColumns } from '#domains/places/core/wam-columns.ts'
import type { OpenDatabase, Tx } from '#platform/db/index.ts'
import { writeDemo } from '#src/sample/index.ts'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { addDoubles } from './double-records.ts'
import { addFeeRecords } from './fee-records.ts'
import { addIntakes } from './intake-records.ts'
import { addLife } from './life-records.ts'
import { addPapers } from './paper-records.ts'
import { addBoards } from './board-records.ts'
import { addApplications } from './call-records.ts'
import { addTakings } from './training-records.ts'

export const now = new Date('2026-11-24T03:00:00Z')

export interface World {
  app: TestApp
  /** One actor for each role, in each of the two programmes. */
  here: Record<Role, Member>
  there: Record<Role, Member>
  /** A word that stands in every free text of the other programme and nowhere else. */
  foreignMark: string
}

/** The two programmes of the demo. Whatever the other one says bears a mark, so that it is known wherever it turns up. */
export const openWorld = async (db: OpenDatabase, serving: OpenDatabase = db): Promise<World> => {
  const app = await testApp(db, () => now, serving)
  const foreignMark = 'よその事業のことば'
  return db.asPlatform(async (tx) => {
    await writeDemo(tx, app.services.vault, now)
    const [here, there] = (
      await tx.selectFrom('programme.programme').select('programme_id').orderBy('programme_id').execute()
    ).map((row) => row.programme_id)
    if (here === undefined || there === undefined) throw new Error('the demo has two programmes')
    await markTexts(tx, there, foreignMark)
    for (const programmeId of [here, there]) {
      await addMessages(tx, programmeId)
      await addOwnRecords(tx, programmeId)
      await addIntakes(tx, app.services.vault, programmeId, now)
      await addDoubles(tx, programmeId, now)
      await addPapers(tx, programmeId, now)
      await addLife(tx, programmeId, now)
      await addApplications(tx, programmeId, now)
      await addBoards(tx, programmeId, now)
      await addTakings(tx, app.services.vault.vaultFor(tx, programmeId), programmeId, now)
      await addFeeRecords(tx, app.services.vault, programmeId, now)
    }
    return { app, here: await actorsOf(tx, here), there: await actorsOf(tx, there), foreignMark }
  })
}

const actorsOf = async (tx: Tx, programmeId: number): Promise<Record<Role, Member>> => {
  const rows = await tx
    .selectFrom('platform.membership')
    .select(['id', 'account_id', 'person_id', 'role', 'place_id'])
    .distinctOn('role')
    .where('programme_id', '=', programmeId)
    .where('account_id', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const actors = rows.map((row) => ({
    accountId: row.account_id ?? '',
    personId: row.person_id,
    membershipId: row.id,
    programmeId,
    role: row.role as Role,
    placeId: row.place_id,
    email: '',
  }))
  const missing = roles.filter((role) => !actors.some((actor) => actor.role === role))
  if (missing.length > 0) throw new Error(`the sample has no ${missing.join(', ')}`)
  return Object.fromEntries(actors.map((actor) => [actor.role, actor])) as Record<Role, Member>
}

/** Text columns that no check or rule limits to certain words, read from the catalogue. */
const freeTexts = sql<{ table: string; column: string }>`
  select n.nspname || '.' || c.relname as table, a.attname::text as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and a.atttypid = 'text'::regtype and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'platform', 'pgboss') and n.nspname not like 'pg\\_%'
    and a.attname ~ '^(name|short_name|kana|nickname|title|purpose|address|phone|town|plain|what_.*|who_comes|typical_day|audience|reason|confirmed_how|where_text|note|municipality|contact_phone)(_en|_easy)?$'
    and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'programme_id')
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey))`

const markTexts = async (tx: Tx, programmeId: number, mark: string): Promise<void> => {
  const { rows } = await freeTexts.execute(tx)
  for (const { table, column } of rows) {
    const [schema = '', name = ''] = table.split('.')
    await sql`update ${sql.id(schema, name)} set ${sql.ref(column)} = ${mark} || ${sql.ref(column)}
      where programme_id = ${programmeId} and ${sql.ref(column)} <> ''`.execute(tx)
  }
}

// One read and one dead message for everybody, so that each role has an own one.
const addMessages = async (tx: Tx, programmeId: number): Promise<void> => {
  const members = await tx
    .selectFrom('platform.membership')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .execute()
  for (const { person_id } of members) {
    const id = randomUUID()
    await tx
      .insertInto('platform.message')
      .values({ programme_id: programmeId, id, person_id, kind: 'test.note', path: '/today', created_at: now })
      .execute()
    await tx
      .insertInto('platform.delivery')
      .values({
        programme_id: programmeId,
        message_id: id,
        person_id,
        status: 'dead',
        next_at: now,
        last_error: 'refused',
      })
      .execute()
  }
  await tx
    .insertInto('platform.event')
    .values({
      programme_id: programmeId,
      id: randomUUID(),
      topic: 'test.topic',
      payload: '{}',
      created_at: now,
      next_at: now,
      dead_at: now,
    })
    .execute()
}

const weekly = {
  pattern: { kind: 'weeks', every: 1, weekdays: [2] },
  fromDay: '2026-11-24',
  untilDay: '2026-12-22',
  fromMinute: 600,
  minutes: 60,
  skipped: [],
  withoutHolidays: false,
}

// Long work of everybody; of supporters a rest that was offered and an idea of their own; a meeting before a visit.
const addOwnRecords = async (tx: Tx, programmeId: number): Promise<void> => {
  await sql`insert into platform.work (programme_id, id, kind, membership_id, params, status, created_at)
    select programme_id, gen_random_uuid(), 'test.work', id, '{}', 'done', ${now} from platform.membership
    where programme_id = ${programmeId}`.execute(tx)
  await sql`insert into care.rest_offer (programme_id, id, person_id, visit_id, offered_at)
    select programme_id, gen_random_uuid(), person_id, gen_random_uuid(), ${now} from registration.supporter
    where programme_id = ${programmeId}`.execute(tx)
  await sql`insert into visits.request
      (programme_id, id, activity_id, status, field, supporters_wanted, purpose, idea_of, created_by, created_at)
    select m.programme_id, gen_random_uuid(), (select a.id from programme.activity a where a.programme_id = m.programme_id limit 1),
      'submitted', 'community', 1, 'いっしょに歩きたい', m.person_id, m.id, ${now}
    from platform.membership m where m.programme_id = ${programmeId} and m.role = 'supporter'`.execute(tx)
  await sql`insert into visits.meeting (programme_id, id, visit_id, starts_at, ends_at, where_text, created_at)
    select v.programme_id, gen_random_uuid(), v.id, ${now}, v.starts_at, '駅の前', ${now}
    from visits.visit v where v.programme_id = ${programmeId} and v.starts_at > ${now} limit 1`.execute(tx)
  await sql`insert into visits.request
      (programme_id, id, activity_id, status, field, supporters_wanted, purpose, place_id, created_by, created_at)
    select m.programme_id, gen_random_uuid(), (select a.id from programme.activity a where a.programme_id = m.programme_id limit 1),
      'submitted', 'community', 1, 'いっしょに料理したい', m.place_id, m.id, ${now}
    from platform.membership m where m.programme_id = ${programmeId} and m.role = 'host'`.execute(tx)
  // Each visit ahead repeats, so that everybody who goes somewhere is in a series.
  await sql`insert into visits.series (programme_id, id, request_id, rule, from_day, until_day, from_minute, minutes, created_at)
    select v.programme_id, gen_random_uuid(), v.request_id, ${JSON.stringify(weekly)}::jsonb, ${weekly.fromDay}, ${weekly.untilDay}, 600, 60, ${now}
    from visits.visit v where v.programme_id = ${programmeId} and v.starts_at > ${now}`.execute(tx)
  await sql`update visits.visit v set series_id = s.id from visits.series s
    where s.programme_id = v.programme_id and s.request_id = v.request_id and v.programme_id = ${programmeId}`.execute(
    tx,
  )
  await tx
    .insertInto('platform.file')
    .values({
      programme_id: programmeId,
      id: randomUUID(),
      kind: 'places.wam',
      name: '一覧.csv',
      media_type: 'text/csv',
      bytes: Buffer.from(`\ufeff${wamColumns.join(',')}\r\n`),
      created_at: now,
    })
    .execute()
}
