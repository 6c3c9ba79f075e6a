import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readCsv } from '#platform/documents/csv.ts'
import { type Client, type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { editionFile, officeCells } from '#test/places/wam-edition.ts'
import { wamColumns } from '../core/wam-columns.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('the import over HTTP', (db) => {
  let app: TestApp
  let staff: Client
  let companion: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const made = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      return {
        staff: await aMember(tx, programmeId, 'coordinator'),
        companion: await aMember(tx, programmeId, 'companion'),
      }
    })
    staff = await app.signedIn(made.staff)
    companion = await app.signedIn(made.companion)
  })

  const upload = (client: Client, bytes: Uint8Array | null): Promise<Response> => {
    const body = new FormData()
    body.set('_token', randomUUID())
    if (bytes) body.set('file', new File([new Uint8Array(bytes)], '全国.csv', { type: 'text/csv' }))
    return client.request('/places/import', { method: 'POST', body, headers: { origin: testOrigin } })
  }

  test('file, filter, preview, import, and the rows that failed as a file with the reason', async () => {
    const offices = [
      { no: 1, name: 'ひばりの相談室', municipality: '見本県ひばり市', service: '計画相談支援' },
      { no: 2, name: 'みなもの相談室', municipality: '見本県みなも市', service: '計画相談支援' },
    ]
    const file = editionFile([...offices.map(officeCells), officeCells({ no: 2, name: '=二度目' })])
    const sent = await upload(staff, file)
    expect(sent.status).toBe(303)
    const path = sent.headers.get('location') ?? ''

    const all = await staff.read(path)
    for (const text of [
      '新しい 2',
      '取り込めない行 1',
      '見本県ひばり市（1件）',
      '計画相談支援（2件）',
      '出典：独立行政法人福祉医療機構',
    ])
      expect(all).toContain(text)
    const town = new URLSearchParams({ municipality: '見本県ひばり市', service: '' })
    const some = await staff.read(`${path}?${town}`)
    expect(some).toContain('新しい 1')
    expect(some).toContain('ひばりの相談室')
    expect(some).not.toContain('みなもの相談室')
    expect(await staff.read(`${path}?show=broken`)).toContain('同じ NO が3行目にもあります')

    const failed = await staff.get(`${path}/failed.csv`)
    expect(failed.headers.get('content-type')).toContain('text/csv')
    const bytes = new Uint8Array(await failed.arrayBuffer())
    expect(new TextDecoder().decode(bytes)).toContain("'=二度目")
    const rows = readCsv(bytes)
    expect(rows[0]).toEqual([...wamColumns, '理由'])
    expect(rows[1]?.slice(-1)).toEqual(['同じ NO が3行目にもあります'])
    expect(rows[1]?.[wamColumns.indexOf('事業所の名称')]).toBe('=二度目')

    const ran = await staff.post(`${path}/run`, { municipality: '見本県ひばり市', service: '', take: 'fresh' })
    expect(ran.headers.get('location')).toMatch(/^\/work\//)
    await app.jobs.drainNow()
    expect(await staff.read(ran.headers.get('location') ?? '')).toContain('加えた 1件')
    expect(await staff.read('/places?status=listed')).toContain('ひばりの相談室')
    expect(await staff.read('/places')).not.toContain('ひばりの相談室')
    expect(await staff.read(path)).toContain('同じ 1')
  })

  test('a Shift_JIS file from Excel is read too', async () => {
    const header = wamColumns.map((column) => `"${column}"`).join(',')
    expect(header).toContain('事業所')
    const sent = await upload(staff, shiftJis(`${header}\r\n`))
    expect(sent.status).toBe(303)
  })

  test('no file, another file and nothing chosen are said kindly', async () => {
    expect(await (await upload(staff, null)).text()).toContain('CSV ファイルを選んでください')
    const other = await upload(staff, new TextEncoder().encode('名前,電話\nx,1\n'))
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('列の名前が WAM NET の一覧と合いません')
    const path = (await upload(staff, editionFile([officeCells({ no: 9 })]))).headers.get('location') ?? ''
    const nothing = await staff.post(`${path}/run`, { municipality: '', service: '' })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('取り込むものを選んでください')
  })

  test('is for coordinators, and a file only for its programme', async () => {
    expect((await companion.get('/places/import')).status).toBe(404)
    expect((await upload(companion, editionFile([]))).status).toBe(404)
    const path = (await upload(staff, editionFile([officeCells({ no: 9 })]))).headers.get('location') ?? ''
    const other = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
    const stranger = await app.signedIn(other)
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.get(`${path}/failed.csv`)).status).toBe(404)
    expect((await stranger.post(`${path}/run`, { take: 'fresh' })).status).toBe(404)
  })

  test('no page hid a bug', () => {
    expect(app.bugs).toEqual([])
  })
})

/** The header's letters, written as Excel for Japanese writes them: found by decoding every two bytes. */
const shiftJis = (text: string): Uint8Array => {
  const decoder = new TextDecoder('shift_jis')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfc; high++) {
    for (let low = 0x40; low <= 0xfc; low++) {
      const letter = decoder.decode(new Uint8Array([high, low]))
      if ([...letter].length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, [high, low])
    }
  }
  return new Uint8Array([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]))
}
