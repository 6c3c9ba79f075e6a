import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { belongings } from '#src/belongings.ts'
import { peopleBelongings } from '#domains/people/own-belongings.ts'
import { describeEngines } from '#test/database.ts'

const all = [peopleBelongings, ...belongings]
const columns = new Set(all.flatMap((each) => each.columns).map(({ table, column }) => `${table}.${column}`))
const sealed = new Set(all.flatMap((each) => each.sealed).map(({ table, column }) => `${table}.${column}`))

// They speak of records, not of what belongs to a person: `mergedPeople` says which record stands for which.
const ofTheRecord = new Set([
  'people.person.merged_into',
  'people.merge.kept_id',
  'people.merge.gone_id',
  'people.merge_question.holder_id',
  'people.merge_question.other_id',
  'people.not_same.one_id',
  'people.not_same.other_id',
])

// Sealed for the programme or the platform, or with a key of their own: nobody's record is merged there.
const ofNobody = new Set([
  'platform.account.totp_sealed',
  'platform.account.totp_offered_sealed',
  'platform.intake.table_sealed',
  'training.apply_link.asker_sealed',
  'training.office_staff.facts_sealed',
  'training.office_training.attendees_sealed',
  'training.session_note.text_sealed',
  'visits.companion_record.text_sealed',
  'visits.thanks.text_sealed',
  'visits.thanks.to_staff_sealed',
])

describeEngines('what follows when two records become one', (db) => {
  const namesOf = async (query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> =>
    (await db.asPlatform((tx) => query.execute(tx))).rows.map((row) => row.name)

  const pointingAt = (table: string) =>
    sql<{ name: string }>`
      select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) as k(mine, theirs)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.mine
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.theirs
      where c.contype = 'f' and c.confrelid = ${table}::regclass and b.attname <> 'programme_id' order by 1`

  test('every column that points at a person', async () => {
    const found = await namesOf(pointingAt('people.person'))
    expect(found.length).toBeGreaterThan(30)
    expect(found.filter((name) => !columns.has(name) && !ofTheRecord.has(name))).toEqual([])
  })

  test('every column called after a person, even without a key: through the registration or by itself', async () => {
    const named = await namesOf(sql`
      select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      where column_name = 'person_id' and table_schema not in ('public', 'pgboss') order by 1`)
    const throughRegistration = new Set(await namesOf(pointingAt('registration.supporter')))
    // A key is of one record, and opens what was left where it is.
    const own = new Set(['platform.person_key.person_id'])
    expect(named.filter((name) => !columns.has(name) && !throughRegistration.has(name) && !own.has(name))).toEqual([])
  })

  test('what hangs on a registration follows by itself', async () => {
    const [found] = (
      await db.asPlatform((tx) =>
        sql<{
          all: number
          follow: number
        }>`select count(*)::int as all, count(*) filter (where confupdtype = 'c')::int as follow
          from pg_constraint where contype = 'f' and confrelid = 'registration.supporter'::regclass`.execute(tx),
      )
    ).rows
    expect(found?.all).toBeGreaterThan(10)
    expect(found?.follow).toBe(found?.all)
  })

  test('all sealed text is sealed anew', async () => {
    const found = await namesOf(sql`
      select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      where column_name like '%\\_sealed' and table_schema not in ('public', 'pgboss') order by 1`)
    expect(found.length).toBeGreaterThan(40)
    expect(found.filter((name) => !sealed.has(name) && !ofNobody.has(name))).toEqual([])
  })

  test('nothing is named that is not there', async () => {
    const there = new Set(
      await namesOf(
        sql`select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns`,
      ),
    )
    const keys = all
      .flatMap((each) => each.columns)
      .flatMap(({ table, key = ['id'], ifTwice }) =>
        [...key, ...(ifTwice ? [ifTwice] : [])].map((one) => `${table}.${one}`),
      )
    expect([...columns, ...sealed, ...keys].filter((name) => !there.has(name))).toEqual([])
  })
})
