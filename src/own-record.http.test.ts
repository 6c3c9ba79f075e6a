import { beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '#test/documents/read-workbook.ts'
import { describeMainEngine } from '#test/matrix/engine.ts'
import { openWorld, type World } from '#test/matrix/world.ts'

/** Somebody's own record in the sample: a supporter of some years. */
describeMainEngine('one’s own record', (db) => {
  let world: World
  let sheets: { name: string; rows: unknown[][] }[]

  beforeAll(async () => {
    world = await openWorld(db)
    const supporter = await world.app.signedIn(world.here.supporter)
    const answer = await supporter.get('/me/record.xlsx')
    sheets = await readWorkbook(await answer.arrayBuffer())
  })

  const rowsOf = (title: string): unknown[][] => {
    const sheet = sheets.find(({ name }) => name.endsWith(title))
    if (!sheet) throw new Error(`no sheet ${title} among ${sheets.map(({ name }) => name).join(' ')}`)
    return sheet.rows.slice(1)
  }
  const count = (table: 'visits.check_in' | 'visits.reflection' | 'registration.pause' | 'people.consent') =>
    db.asPlatform(async (tx) => {
      const { personId } = world.here.supporter
      const { n } = await tx
        .selectFrom(table)
        .select((is) => is.fn.countAll<number>().as('n'))
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
      return Number(n)
    })

  test('is a workbook that another reader opens', () => expect(sheets.length).toBeGreaterThan(10))

  test('has everything that was said, nothing more and nothing less', async () => {
    expect(rowsOf('わたしの歩み')).toHaveLength(await count('visits.check_in'))
    expect(rowsOf('振り返り')).toHaveLength(await count('visits.reflection'))
    expect(rowsOf('お休み')).toHaveLength(await count('registration.pause'))
    expect(rowsOf('見せてよいこと')).toHaveLength(await count('people.consent'))
    expect(rowsOf('わたしの歩み').length).toBeGreaterThan(0)
  })

  test('has every visit, and nobody else who went along', async () => {
    const { personId } = world.here.supporter
    const visits = await db.asPlatform((tx) =>
      tx
        .selectFrom('visits.participant as p')
        .innerJoin('visits.visit as v', 'v.id', 'p.visit_id')
        .select('v.id')
        .where('p.person_id', '=', personId)
        .where('p.part', '=', 'supporter')
        .where('p.left_at', 'is', null)
        .where('v.status', '<>', 'superseded')
        .execute(),
    )
    expect(visits.length).toBeGreaterThan(0)
    expect(rowsOf('活動')).toHaveLength(visits.length)
  })

  test('tells who looked, as the page does', async () => {
    const supporter = await world.app.signedIn(world.here.supporter)
    const page = await supporter.read('/me/record')
    for (const { name } of sheets) expect(page).toContain(name.replace(/^\d+ /, ''))
    const looks = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select('seq')
        .where('subject_id', '=', world.here.supporter.personId)
        .where('actor_person_id', 'is distinct from', world.here.supporter.personId)
        .where('object_kind', '<>', 'account')
        .execute(),
    )
    expect(rowsOf('わたしの記録を見た人')).toHaveLength(looks.length)
  })

  test('says what is kept how long, and is offered on one’s own page', async () => {
    const supporter = await world.app.signedIn(world.here.supporter, { locale: 'easy' })
    expect(await supporter.read('/me')).toContain('href="/me/record"')
    const page = await supporter.read('/me/record')
    expect(page).toContain('何が、いつまで のこるか')
    expect(page).toContain('年度が 終わってから 5年')
  })

  test('that it was taken along is noted', async () => {
    const taken = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select('object_kind as kind')
        .where('action', '=', 'export')
        .where('actor_person_id', '=', world.here.supporter.personId)
        .execute(),
    )
    expect(taken).toEqual([{ kind: 'people.person' }])
  })

  test('nothing went wrong behind the pages', () => expect(world.app.bugs).toEqual([]))
})
