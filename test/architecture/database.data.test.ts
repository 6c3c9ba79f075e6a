import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#platform/db/index.ts'
import { describeEngines } from '#test/database.ts'

/** Words that make people comparable, or count what they did not do. None may be the name of a column or table. */
const forbidden =
  /(^|_)(scores?|grades?|ranks?|ranking|ratings?|stars?|points|performance|reliability|no_?shows?|declines?|declined_count|refusals?|absences?|lateness|demerits?|penalt(y|ies)|diagnos(is|es)|disability_grade)(_|$)/

const everySchema = sql`n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg\\_%'`

const rowsOf = <T>(db: OpenDatabase, query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  db.asPlatform(async (tx) => (await query.execute(tx)).rows)

interface TableFact {
  name: string
  walled: boolean
  policies: string[]
  for_app: boolean
}
const tenantTables = sql<TableFact>`
  select n.nspname || '.' || c.relname as name, c.relrowsecurity as walled,
    array(select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid) as policies,
    has_table_privilege('hitoba_app', c.oid, 'select') as for_app
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${everySchema}
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'programme_id' and not a.attisdropped)
  order by 1`

interface KeyFact {
  name: string
  table: string
  columns: string[]
  target_columns: string[]
}
const foreignKeys = sql<KeyFact>`
  select k.conname as name, n.nspname || '.' || c.relname as table,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(no, at)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.no order by u.at) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality u(no, at)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.no order by u.at) as target_columns
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and ${everySchema}
    and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'programme_id' and not a.attisdropped)`

describe('the words that are forbidden', () => {
  test.each(['score', 'no_show_count', 'rating', 'decline_count', 'performance', 'person_rank', 'diagnosis'])(
    '%s',
    (name) => expect(name).toMatch(forbidden),
  )
  test.each(['answered_at', 'starts_at', 'status', 'honorarium_rate', 'reason', 'point_of_contact'])('not %s', (name) =>
    expect(name).not.toMatch(forbidden),
  )
})

describeEngines('the database', (db) => {
  test('keeps no score, rank or counter of a person', async () => {
    const names = sql<{ name: string; word: string }>`
      select n.nspname || '.' || c.relname || '.' || a.attname as name, a.attname::text as word
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and ${everySchema}
      union all select n.nspname || '.' || c.relname, c.relname::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and ${everySchema}`
    const found = await rowsOf(db, names)
    expect(found.length).toBeGreaterThan(100)
    expect(found.filter(({ word }) => forbidden.test(word)).map(({ name }) => name)).toEqual([])
  })

  test('every table of a programme stands behind the wall', async () => {
    const tables = await rowsOf(db, tenantTables)
    expect(tables.length).toBeGreaterThan(30)
    const open = tables.filter(({ walled }) => !walled).map(({ name }) => name)
    expect(open, 'row-level security is off').toEqual([])
    // A table that the app may not read at all needs no policy: nothing passes without one.
    const unwalled = tables
      .filter(({ for_app }) => for_app)
      .filter(
        ({ policies }) =>
          policies.length !== 1 ||
          !/programme_id = \( SELECT .*current_setting\('app\.programme'/.test(policies[0] ?? ''),
      )
    expect(unwalled.map(({ name, policies }) => `${name}: ${policies.join(' or ')}`)).toEqual([])
  })

  test('what belongs to no programme the app neither reads nor changes', async () => {
    const tables = await rowsOf(
      db,
      sql<{ name: string }>`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and ${everySchema}
          and has_table_privilege('hitoba_app', c.oid, 'select, update, delete')
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'programme_id' and not a.attisdropped)`,
    )
    expect(tables.map(({ name }) => name)).toEqual([])
  })

  test('a key to a record of a programme carries the programme', async () => {
    const keys = await rowsOf(db, foreignKeys)
    expect(keys.length).toBeGreaterThan(30)
    const loose = keys.filter(({ columns, target_columns }) => {
      const at = target_columns.indexOf('programme_id')
      return at === -1 || columns[at] !== 'programme_id'
    })
    expect(loose.map(({ name, table }) => `${table}: ${name}`)).toEqual([])
  })

  test('the role of the app is no owner and passes no wall', async () => {
    const roles = sql<{ rolsuper: boolean; rolbypassrls: boolean; rolcanlogin: boolean; owns: number }>`
      select rolsuper, rolbypassrls, rolcanlogin,
        (select count(*)::int from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname = 'hitoba_app'`
    expect(await rowsOf(db, roles)).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: 0 }])
  })

  test('no view or function looks over the wall for its owner', async () => {
    const definers = sql<{ name: string }>`
      select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${everySchema} and has_function_privilege('hitoba_app', p.oid, 'execute')
        and not coalesce(p.proconfig::text, '') like '%search_path%'
      union all select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and ${everySchema} and not coalesce(c.reloptions::text, '') like '%security_invoker=true%'`
    expect((await rowsOf(db, definers)).map(({ name }) => name)).toEqual([])
  })
})
