import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readCsv, writeCsv } from '#platform/documents/csv.ts'
import { writeSheets } from '#platform/documents/xlsx.ts'
import { type Client, type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { readWorkbook } from '#test/documents/read-workbook.ts'
import { packed } from '#test/packed.ts'

const now = new Date('2026-11-22T03:00:00Z')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describeEngines('a list of people is brought in', (db) => {
  let app: TestApp
  let staff: Client
  let programmeId: number
  let known: string

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const made = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      known = await aPerson(tx, programmeId, { name: '見本 葵', kana: 'みほん あおい' })
      return aMember(tx, programmeId, 'coordinator')
    })
    staff = await app.signedIn(made)
  })

  const upload = (name: string, bytes: Uint8Array): Promise<Response> => {
    const body = new FormData()
    body.set('_token', randomUUID())
    body.set('file', new File([Uint8Array.from(bytes)], name))
    return staff.request('/intake/new/people', { method: 'POST', body, headers: { origin: testOrigin } })
  }

  const begin = async (rows: string[][]): Promise<string> => {
    const sent = await upload('名簿.xlsx', await writeSheets([{ name: '名簿', rows }]))
    expect(sent.status).toBe(303)
    return sent.headers.get('location') ?? ''
  }

  const people = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('people.person')
        .select(['id', 'name', 'email', 'phone'])
        .where('programme_id', '=', programmeId)
        .execute(),
    )

  test('file, columns, every row looked at, a decision about who may be the same, taken over', async () => {
    const path = await begin([
      ['番号', '名前', 'ﾌﾘｶﾞﾅ', 'メール', '電話'],
      ['1', '例 空', 'ﾚｲ ｿﾗ', 'sora@example.jp', '03-1111-2222'],
      ['2', '見本　葵', 'ミホン アオイ', 'aoi@example.jp', ''],
      ['3', '', 'ﾅﾅｼ', '', ''],
      ['4', '例 海', 'れい うみ', 'umi@', ''],
      ['5', '例 空', 'ﾚｲ ｿﾗ', 'sora@example.jp', '03-1111-2222'],
    ])
    expect(await staff.read(path)).toContain('列を確かめる')
    const preview = `${path}/preview`
    const first = await staff.read(preview)
    for (const text of [
      '5件を読みとりました',
      '新しい 1',
      '同じ人かもしれない 1',
      '取り込めない 3',
      '1件を取り込みます',
    ])
      expect(first).toContain(text)
    expect(first).toContain('同じ人かどうかを選んでいない行が 1件あります')
    const before = (await people()).length

    const wrong = await staff.get(`${path}/failed?as=csv`)
    const rows = readCsv(new Uint8Array(await wrong.arrayBuffer()))
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['番号', '理由'],
      ['3', '「氏名」が空です'],
      ['4', '「メールアドレス」がメールアドレスとして読めません'],
      ['5', '同じ人が、この表の上の行にもいます。'],
    ])
    const [sheet] = await readWorkbook(await (await staff.get(`${path}/failed?as=xlsx`)).arrayBuffer())
    expect(sheet?.rows.slice(1).map((row) => row.at(-1))).toEqual(rows.slice(1).map((row) => row.at(-1)))

    await staff.post(`${path}/decide`, { page: '1', 'row-3': known })
    const ran = await staff.post(`${path}/take`)
    await app.jobs.drainNow()
    expect(await staff.read(ran.headers.get('location') ?? '')).toContain('2件を取り込みました')
    const after = await people()
    expect(after.length).toBe(before + 1)
    expect(after.find((person) => person.id === known)).toMatchObject({ name: '見本 葵', email: 'aoi@example.jp' })
    expect(after.find((person) => person.name === '例 空')).toMatchObject({ phone: '03-1111-2222' })
    expect(await staff.read(preview)).toContain('すでにある 3')

    await staff.post(`${path}/take`)
    await app.jobs.drainNow()
    expect((await people()).length).toBe(before + 1)
  })

  test('somebody else of the same name is added, and never proposed again', async () => {
    const row = [
      ['氏名', 'よみがな'],
      ['見本 葵', 'みほん あおい'],
    ]
    const path = await begin(row)
    await staff.post(`${path}/decide`, { page: '1', 'row-2': 'new' })
    await staff.post(`${path}/take`)
    await app.jobs.drainNow()
    const [pair] = await db.asPlatform((tx) =>
      tx.selectFrom('people.not_same').selectAll().where('programme_id', '=', programmeId).execute(),
    )
    expect([pair?.one_id, pair?.other_id]).toContain(known)
    const again = await staff.read(`${await begin(row)}/preview`)
    expect(again).toContain('すでにある 1')
    expect(again).not.toContain('同じ人かどうかを選んでいない')
    const withMore = [
      [...(row[0] ?? []), '電話'],
      [...(row[1] ?? []), '03-3333-4444'],
    ]
    expect(await staff.read(`${await begin(withMore)}/preview`), 'whose telephone it is, nobody has said').toContain(
      '同じ人かもしれない 1',
    )
  })

  test('a decision that names nobody who was offered decides nothing', async () => {
    const path = await begin([
      ['氏名', 'よみがな'],
      ['例 空', 'れい そら'],
    ])
    await staff.post(`${path}/decide`, { page: '1', 'row-2': randomUUID() })
    expect(await staff.read(`${path}/preview`)).toContain('選んでいない行が 1件あります')
    await staff.post(`${path}/decide`, { page: '1', 'row-2': 'leave' })
    expect(await staff.read(`${path}/preview`)).not.toContain('選んでいない行')
  })

  test('columns that were not understood are chosen by hand; what is missing or twice is said beside them', async () => {
    const path = await begin([
      ['A', 'B'],
      ['例 風', 'れい かぜ'],
    ])
    const none = await staff.post(path, {})
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('「氏名」の列を選んでください')
    const twice = await staff.post(path, { name: '0', kana: '0' })
    expect(await twice.text()).toContain('ほかの項目と同じ列が選ばれています')
    expect((await staff.post(path, { name: '0', kana: '1' })).headers.get('location')).toBe(`${path}/preview`)
    expect(await staff.read(`${path}/preview`)).toContain('例 風')
  })

  test.each<[string, Uint8Array, string]>([
    [
      'bomb.xlsx',
      packed([{ name: 'xl/workbook.xml', bytes: new Uint8Array(61_000_000), claims: 9 }]),
      '大きくなりすぎるファイル',
    ],
    ['picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), '表として読めませんでした'],
    ['empty.csv', bytesOf(',,\r\n'), '何も書かれていません'],
  ])('%s is refused with a sentence', async (name, bytes, sentence) => {
    const refused = await upload(name, bytes)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(sentence)
  })

  test('a blank row shifts no line that people are told of', async () => {
    const path = await begin([
      ['名前', 'よみがな', 'メール'],
      ['', '', ''],
      ['例 風', 'れい かぜ', 'kaze@example.jp'],
      ['', '', ''],
      ['', '', ''],
      ['例 雲', 'れい くも', 'kumo@'],
    ])
    const [, failed] = readCsv(new Uint8Array(await (await staff.get(`${path}/failed?as=csv`)).arrayBuffer()))
    expect(failed).toEqual(['例 雲', 'れい くも', 'kumo@', '6', '「メールアドレス」がメールアドレスとして読めません'])
    expect(await staff.read(`${path}/preview?show=failed`)).toMatch(/<th[^>]*scope="row"[^>]*>6</)
  })

  test('what was read is erased with one press, and after thirty days by itself', async () => {
    const path = await begin([
      ['氏名', 'よみがな'],
      ['例 月', 'れい つき'],
    ])
    await staff.post(`${path}/forget`)
    expect((await staff.get(path)).status).toBe(404)
    const sealed = () =>
      db.asPlatform((tx) =>
        tx
          .selectFrom('platform.intake')
          .select('id')
          .where('programme_id', '=', programmeId)
          .where('table_sealed', 'is not', null)
          .execute(),
      )
    expect((await sealed()).length).toBeGreaterThan(0)
    await db.asPlatform((tx) =>
      tx
        .updateTable('platform.intake')
        .set({ created_at: new Date('2026-10-22T02:59:00Z') })
        .where('programme_id', '=', programmeId)
        .execute(),
    )
    await app.jobs.runJob('intake.forget_old')
    expect(await sealed()).toEqual([])
  })

  test('headings to begin with are understood when they come back', async () => {
    const headings = readCsv(new Uint8Array(await (await staff.get('/intake/new/people/blank')).arrayBuffer()))
    const sent = await upload('x.csv', bytesOf(writeCsv([...headings, ['例 星', 'れい ほし', '', '', '']])))
    expect(await staff.read(`${sent.headers.get('location')}/preview`)).toContain('新しい 1')
  })
})
