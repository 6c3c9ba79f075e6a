import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { readCsv, writeCsv } from '#platform/documents/csv.ts'
import { writeSheets } from '#platform/documents/xlsx.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { anActivity, aPlace } from '#test/visit-builders.ts'
import { readIn, sampleFile, takeOver } from './pages.ts'

const now = new Date('2026-11-22T03:00:00Z')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describeEngines('lists of what was before', (db) => {
  let app: TestApp
  let staff: Client
  let programmeId: number
  let aoi: string
  let sora: string

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const member = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      aoi = await aPerson(tx, programmeId, { name: '見本 葵', kana: 'みほん あおい', email: 'aoi@example.jp' })
      sora = await aPerson(tx, programmeId, { name: '例 空', kana: 'れい そら' })
      await aPlace(tx, programmeId, { name: '見本の家' })
      await anActivity(tx, programmeId, { name: '語り場' })
      const course = { name: 'ピアサポーター養成研修', name_en: 'Course', name_easy: '研修', plain: '', plain_en: '' }
      const courseId = randomUUID()
      await tx
        .insertInto('training.course')
        .values({
          ...course,
          programme_id: programmeId,
          id: courseId,
          kind: 'basic',
          plain_easy: '',
          completion: '[{"kind":"all"}]',
          make_up: '{"most":1,"within_days":null,"ways":["video"]}',
        })
        .execute()
      return aMember(tx, programmeId, 'coordinator')
    })
    staff = await app.signedIn(member)
  })

  const rowsOf = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    db.asPlatform(async (tx) => (await query.execute(tx)).rows)

  /** Whatever asks, tells or takes time: nothing of it comes from a list. */
  const stirred = async (): Promise<string[]> => {
    await app.jobs.drainNow()
    const tables = [
      'platform.message',
      'platform.delivery',
      'platform.event',
      'people.booking',
      'care.follow_up',
      'care.rest_offer',
      'registration.renewal',
      'training.credential',
      'training.kind_call',
      'visits.proposal',
    ]
    const found: string[] = []
    for (const table of tables) {
      const rows = await rowsOf(sql`select 1 from ${sql.table(table)} where programme_id = ${programmeId} limit 1`)
      if (rows.length > 0) found.push(table)
    }
    return found
  }

  const reasons = async (path: string): Promise<string[]> => {
    const file = await staff.get(`${path}/failed?as=csv`)
    return readCsv(new Uint8Array(await file.arrayBuffer()))
      .slice(1)
      .map((row) => row.at(-1) ?? '')
  }

  test('registrations in Shift_JIS with era dates: past ones and those that hold, and nobody is asked', async () => {
    const path = await readIn(staff, 'registrations', '登録.csv', sampleFile('registrations.csv'))
    const preview = await staff.read(`${path}/preview`)
    expect(preview).toContain('6件を読みとりました')
    expect(preview).toContain('新しい 3')
    expect(preview).toContain('取り込めない 3')
    expect(await reasons(path)).toEqual([
      '「登録した日」が日付として読めません',
      'この名前の人がまだいません。先に同じファイルを「名簿（人）」として取り込んでください。',
      'この人は、この期間の一部または全部に、もう登録があります。',
    ])
    expect(await takeOver(app, staff, path)).toContain('3件を取り込みました')
    const supporters = await rowsOf(sql`
      select person_id, registered_on::text as since, ended_on::text as until from registration.supporter
      where programme_id = ${programmeId} order by registered_on`)
    expect(supporters).toEqual([
      { person_id: sora, since: '2019-04-01', until: '2021-03-31' },
      { person_id: aoi, since: '2023-04-01', until: null },
    ])
    const terms = await rowsOf(sql`select from_day::text as "from", to_day::text as "to" from registration.term
      where programme_id = ${programmeId} order by from_day`)
    expect(terms).toEqual([
      { from: '2019-04-01', to: '2020-03-31' },
      { from: '2020-04-01', to: '2021-03-31' },
      { from: '2023-04-01', to: '2027-03-31' },
    ])
    const roles = await rowsOf<{ person_id: string }>(
      sql`select person_id from platform.membership where programme_id = ${programmeId} and role = 'supporter'`,
    )
    expect(roles).toEqual([{ person_id: aoi }])
    expect(await stirred()).toEqual([])
    const again = await readIn(staff, 'registrations', '登録.csv', sampleFile('registrations.csv'))
    expect(await staff.read(`${again}/preview`)).toContain('すでにある 3')
    const own = await staff.get('/register?as=xlsx')
    const back = await readIn(staff, 'registrations', 'x.xlsx', new Uint8Array(await own.arrayBuffer()))
    expect(await staff.read(`${back}/preview`)).toContain('すでにある 1')
    expect(await staff.read(`/supporters/${aoi}`)).toContain('見本 葵')
    expect(await staff.read(`/registrations/${sora}`)).toContain('例 空')
    expect(app.bugs).toEqual([])
  })

  test('attendance with the days of a spreadsheet: it counts, and the course can be completed', async () => {
    const table = [
      ['講座名', '回', '開催日', '開始', '名前', 'フリガナ', '出欠', '修了日'],
      ['ピアサポーター養成研修', '第１回', 45_444, '10:00', '見本 葵', 'ミホン アオイ', '○', ''],
      ['ピアサポーター養成研修', '2', 45_451, '10:00', '見本 葵', 'ミホン アオイ', 'Zoom', ''],
      ['ピアサポーター養成研修', '1', 'R6.6.1', '', '例 空', 'レイ ソラ', '遅刻', '令和6年7月1日'],
      ['ピアサポーター養成研修', '2', 'R6.6.8', '', '例 空', 'レイ ソラ', '×', 'R6.7.1'],
      ['ピアサポーター養成研修', '2', 'R6.6.9', '', '例 空', 'レイ ソラ', '○', ''],
      ['別の研修', '1', 'R6.6.1', '', '例 空', 'レイ ソラ', '○', ''],
      ['ピアサポーター養成研修', '3', 'R6.6.15', '', '例 空', 'レイ ソラ', 'どうだったかな', ''],
    ]
    const path = await readIn(staff, 'courses', '出欠.xlsx', await writeSheets([{ name: '出欠', rows: table }]))
    expect(await staff.read(`${path}/preview`)).toContain('新しい 4')
    expect(await reasons(path)).toEqual([
      'この回は、別の日に開かれたことになっています。',
      'この名前の課程がありません。先に「養成研修」のページで作ってください。',
      '出欠が読みとれません。○、×、遅刻、オンライン、補講などと書いてください。',
    ])
    expect(await takeOver(app, staff, path)).toContain('4件を取り込みました')
    const enrolments = await rowsOf<{ id: string; person_id: string; status: string; ended: string | null }>(sql`
      select id, person_id, status, ended_on::text as ended from training.enrolment where programme_id = ${programmeId} order by status`)
    expect(enrolments).toMatchObject([
      { person_id: sora, status: 'completed', ended: '2024-07-01' },
      { person_id: aoi, status: 'taking', ended: null },
    ])
    const runs = await rowsOf(
      sql`select name, status, fiscal_year from training.run where programme_id = ${programmeId}`,
    )
    expect(runs).toEqual([{ name: '2024年度 ピアサポーター養成研修', status: 'finished', fiscal_year: 2024 }])
    expect(await stirred()).toEqual([])
    const [run] = await rowsOf<{ id: string }>(sql`select id from training.run where programme_id = ${programmeId}`)
    expect(await staff.read(`/training/runs/${run?.id}`)).toContain('ピアサポーター養成研修')
    expect(await staff.read(`/training/enrolments/${enrolments[1]?.id}`)).toContain('見本 葵')
    expect(app.bugs).toEqual([])
    const again = await readIn(staff, 'courses', '出欠.xlsx', await writeSheets([{ name: '出欠', rows: table }]))
    expect(await staff.read(`${again}/preview`)).toContain('すでにある 4')
    const completed = await staff.post(`/training/enrolments/${enrolments[1]?.id}/status`, { to: 'completed' })
    expect(completed.status).toBe(303)
    const done = await rowsOf(
      sql`select 1 from training.enrolment where programme_id = ${programmeId} and status = 'completed'`,
    )
    expect(done.length).toBe(2)
  })

  test('a table with a column for each meeting, as most offices keep it', async () => {
    const table = [
      ['課程', '開催', '氏名', '第1回（R5.9.1）', '第2回（R5.9.8）'],
      ['ピアサポーター養成研修', '秋の回', '見本 葵', '○', ''],
      ['ピアサポーター養成研修', '秋の回', '例 空', '○', '欠席'],
    ]
    const path = await readIn(staff, 'courses', 'x.csv', bytesOf(writeCsv(table)))
    expect(await staff.read(`${path}/preview`)).toContain('新しい 3')
    expect(await takeOver(app, staff, path)).toContain('3件を取り込みました')
  })

  test('visits of past years count in the figures of their year, and nothing is asked of anybody', async () => {
    const before = await stirred()
    const path = await readIn(staff, 'visits', '派遣.csv', sampleFile('visits.csv'))
    expect(await staff.read(`${path}/preview`)).toContain('新しい 4')
    expect(await reasons(path)).toEqual([
      '行われた活動だけを取り込みます。',
      '終了時刻が、開始時刻より前です。',
      'この名前の場がないか、同じ名前の場がいくつかあります。',
    ])
    expect(await takeOver(app, staff, path)).toContain('4件を取り込みました')
    const visits = await rowsOf(sql`
      select (v.starts_at at time zone 'Asia/Tokyo')::text as at, v.online, v.met_count as met, r.status, r.supporters_wanted as wanted,
        (select count(*)::int from visits.participant p where p.programme_id = v.programme_id and p.visit_id = v.id and p.attended) as there
      from visits.visit v join visits.request r on r.programme_id = v.programme_id and r.id = v.request_id
      where v.programme_id = ${programmeId} order by v.starts_at`)
    expect(visits).toEqual([
      { at: '2023-06-10 13:00:00', online: false, met: 12, status: 'done', wanted: 2, there: 2 },
      { at: '2023-06-17 10:00:00', online: true, met: 8, status: 'done', wanted: 2, there: 2 },
      { at: '2024-03-31 10:00:00', online: false, met: 5, status: 'done', wanted: 1, there: 1 },
    ])
    const csv = await staff.get('/figures/2023/csv')
    expect(await csv.text()).toMatch(/派遣回数[^\n]*3/)
    expect(await stirred()).toEqual(before)
    const again = await readIn(staff, 'visits', '派遣.csv', sampleFile('visits.csv'))
    expect(await staff.read(`${again}/preview`)).toContain('すでにある 4')
    for (const as of ['csv', 'xlsx']) {
      const own = await staff.get(`/visits?show=past&as=${as}`)
      const back = await readIn(staff, 'visits', `x.${as}`, new Uint8Array(await own.arrayBuffer()))
      expect(await staff.read(`${back}/preview`)).toContain('すでにある 3')
    }
    const [one] = await rowsOf<{ visit: string; request: string }>(
      sql`select id as visit, request_id as request from visits.visit where programme_id = ${programmeId} limit 1`,
    )
    expect(await staff.read(`/visits/${one?.visit}`)).toContain('見本の家')
    expect(await staff.read(`/requests/${one?.request}`)).toContain('語り場')
    expect(app.bugs).toEqual([])
  })

  test('visits of the last two weeks and those ahead are not taken from a list', async () => {
    const rows = ['2026-11-08', '2026-11-22', '2027-01-10'].map((on) => [on, '見本の家', '語り場', '見本 葵'])
    const path = await readIn(
      staff,
      'visits',
      'x.csv',
      bytesOf(writeCsv([['日付', '場', '活動メニュー', '氏名'], ...rows])),
    )
    expect(await reasons(path)).toEqual(
      Array(3).fill('この2週間の活動と、これからの活動は、「活動」のページで記録してください。'),
    )
  })

  test('whoever may be meant is asked about once, for all rows about them', async () => {
    const other = await db.asPlatform((tx) => aPerson(tx, programmeId, { name: '例 空', kana: 'れい くう' }))
    const rows = ['2022-06-01', '2022-07-01', '2022-08-01'].map((on) => [on, '見本の家', '語り場', '例　空'])
    const path = await readIn(
      staff,
      'visits',
      'x.csv',
      bytesOf(writeCsv([['日付', '場', '活動メニュー', '氏名'], ...rows])),
    )
    const preview = await staff.read(`${path}/preview`)
    expect(preview).toContain('同じ人かもしれない 3')
    expect(preview).toContain('2行目と、ほか2行は')
    expect(preview).not.toContain('別の人（新しく加える）')
    await staff.post(`${path}/decide`, { page: '1', 'row-2': 'new' })
    expect(await staff.read(`${path}/preview`)).toContain('選んでいない行が 3件あります')
    await staff.post(`${path}/decide`, { page: '1', 'row-2': other })
    expect(await takeOver(app, staff, path)).toContain('3件を取り込みました')
    const [went] = await rowsOf<{ n: number }>(sql`select count(*)::int as n from visits.participant
      where programme_id = ${programmeId} and person_id = ${other} and attended`)
    expect(went?.n).toBe(3)
  })

  test('a registration number says who it is; with another name it is refused', async () => {
    await db.asPlatform((tx) =>
      sql`insert into training.credential (programme_id, id, kind, fiscal_year, no, person_id, issued_on, name_sealed, code_sealed, proof_hash, by_membership, at)
        values (${programmeId}, ${randomUUID()}, 'card', 2024, 7, ${aoi}, '2024-04-01', '', '', ${randomUUID()}, ${randomUUID()}, ${now})`.execute(
        tx,
      ),
    )
    const rows = [
      ['2022-06-02', '見本の家', '語り場', '見本 葵', 'ひ登 ２０２４ー００７'],
      ['2022-06-03', '見本の家', '語り場', '例 空', '2024-007'],
    ]
    const path = await readIn(
      staff,
      'visits',
      'x.csv',
      bytesOf(writeCsv([['日付', '場', '活動メニュー', '氏名', '登録番号'], ...rows])),
    )
    expect(await staff.read(`${path}/preview`)).toContain('新しい 1')
    expect(await reasons(path)).toEqual(['この登録番号は、別の名前の人のものです。'])
  })
})
