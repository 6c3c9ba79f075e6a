import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { readWorkbook } from '#test/documents/read-workbook.ts'
import { aRegistered, aVisitRow } from '#test/figure-rows.ts'
import { anActivity, aPlace } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('the figures’ pages', (db) => {
  let app: TestApp
  let officer: Client
  let coordinator: Client
  let supporter: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const programmeId = await db.asPlatform(async (tx) => {
      const id = await aProgramme(tx)
      // Its name begins as a formula does.
      const of = {
        programmeId: id,
        placeId: await aPlace(tx, id),
        activityId: await anActivity(tx, id, { name: '=1+1' }),
      }
      const people: string[] = []
      for (let i = 0; i < 12; i += 1) people.push(await aRegistered(tx, id, '2026-04-01'))
      // Many in one field, few in the other: the months and the fields have a small count, kinds and activities none.
      await aVisitRow(tx, of, { startsAt: '2026-05-10T03:00:00Z', came: people, met: 20 })
      await aVisitRow(tx, of, { startsAt: '2026-06-10T03:00:00Z', came: people.slice(0, 3), field: 'group' })
      // A year before with more visits than a page holds.
      for (let i = 0; i < 101; i += 1)
        await aVisitRow(tx, of, { startsAt: new Date(Date.UTC(2025, 4, 1 + i, 3)).toISOString(), met: i })
      return id
    })
    const client = (role: Parameters<typeof aMember>[2]) =>
      db.asPlatform((tx) => aMember(tx, programmeId, role)).then((member) => app.signedIn(member))
    officer = await client('officer')
    coordinator = await client('coordinator')
    supporter = await client('supporter')
  })

  const hidden = '10人より少ない欄があるため、人数は出していません'
  const csv = async (client: Client): Promise<string> =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await client.get('/figures/2026/csv')).arrayBuffer())
  const cells = async (client: Client): Promise<unknown[][]> => {
    const file = await (await client.get('/figures/2026/xlsx')).arrayBuffer()
    return (await readWorkbook(file))[0]?.rows ?? []
  }
  /** The line of a table whose first cell says this, as its texts. */
  const lineOf = (page: string, first: string): string[] => {
    const row = page.split('<tr').find((one) => one.replace(/<[^>]*>/g, '').includes(first)) ?? ''
    return [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''))
  }

  test('the officer sees the headline and the counts of activity, no small breakdown of people: page', async () => {
    const page = await officer.read('/figures')
    expect(lineOf(page, '登録者')[1]).toBe('12人')
    expect(lineOf(page, '活動（派遣回数）')[1]).toBe('2回')
    expect(lineOf(page, '延べ人数')[1]).toBe('15人')
    expect(page.split(hidden)).toHaveLength(3)
    const group = page.slice(page.indexOf('分野ごと'))
    expect(group).not.toContain('<th scope="col">実人数')
    expect(page).not.toContain('/figures/2026/rows')
  })

  test('CSV and workbook withhold the same', async () => {
    const text = await csv(officer)
    expect(text.split(hidden)).toHaveLength(3)
    const rows = await cells(officer)
    expect(rows.filter((row) => String(row[0]).startsWith(hidden))).toHaveLength(2)
    const at = rows.findIndex((row) => row[0] === '分野ごと')
    const field = rows.slice(at, at + 5)
    for (const row of field.slice(0, 5)) expect(row[3] ?? null).toBeNull()
    const kinds = rows.find((row) => row[0] === '場の種類ごと')
    expect(kinds?.[3]).toBe('実人数')
  })

  test('the coordinator sees every count, and the visits behind it', async () => {
    const page = await coordinator.read('/figures')
    expect(page).not.toContain(hidden)
    expect(page).toContain('/figures/2026/rows')
    expect(await csv(coordinator)).not.toContain(hidden)
    const behind = await coordinator.read('/figures/2026/rows?by=field&key=group')
    expect(behind).not.toContain('分野ごと')
    expect(behind.match(/href="\/visits\//g)).toHaveLength(1)
    expect((await coordinator.get('/figures/2026/rows?by=person&key=x')).status).toBe(404)
    expect((await coordinator.get('/figures/26/csv')).status).toBe(404)
  })

  test('behind each headline figure the coordinator finds the visits, behind the registered their list', async () => {
    const behind = async (path: string) => {
      const page = await coordinator.read(path)
      const [table = ''] = page.slice(page.indexOf('おもな数字')).split('</table>')
      return [...table.matchAll(/<th[^>]*scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, cell = '']) => [
        cell.replace(/<[^>]*>/g, ''),
        /href="([^"]*)"/.exec(cell)?.[1] ?? null,
      ])
    }
    const visits = '/figures/2026/rows'
    expect(await behind('/figures')).toEqual([
      ['登録者', '/supporters'],
      ['活動した人', visits],
      ['活動（派遣回数）', visits],
      ['延べ人数', visits],
      ['実人数', visits],
      ['場で会った人', visits],
    ])
    expect((await coordinator.read(visits)).match(/href="\/visits\//g)).toHaveLength(2)
    expect(lineOf(await coordinator.read(visits), '5月10日').slice(-2)).toEqual(['12人', '20人'])
    // Today's list is not what stood behind the number of a year that is over; where nothing took place, nothing stands behind it.
    expect((await behind('/figures?year=2025')).map(([, href]) => href)).toEqual([
      null,
      ...Array.from({ length: 5 }, () => '/figures/2025/rows'),
    ])
    expect((await behind('/figures?year=2024')).map(([, href]) => href)).toEqual(Array.from({ length: 6 }, () => null))
  })

  test('the officer finds no way behind a headline figure', async () => {
    const page = await officer.read('/figures')
    expect(page).not.toMatch(/href="\/(supporters|visits)/)
    expect(page).not.toContain('/rows')
  })

  test('more visits than a page holds stand on the next one, and all of them in the file', async () => {
    const rowsOn = async (path: string) => (await coordinator.read(path)).match(/href="\/visits\//g)?.length ?? 0
    const first = await coordinator.read('/figures/2025/rows?by=all')
    const next = /rel="next" href="([^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await rowsOn('/figures/2025/rows?by=all')).toBe(100)
    expect(await rowsOn(next)).toBe(1)
    const last = await coordinator.read(next)
    expect(last).not.toContain('rel="next"')
    expect(last).toContain('rel="prev"')
    const file = await (await coordinator.get('/figures/2025/rows?by=all&page=2&as=csv')).text()
    expect(file.trim().split('\r\n')).toHaveLength(102)
    for (const odd of ['0', '-3', 'x', '1e9']) {
      expect((await coordinator.get(`/figures/2025/rows?page=${odd}`)).status, odd).toBe(200)
    }
  })

  test('rows are not for officers; figures are not for supporters', async () => {
    expect((await officer.get('/figures/2026/rows')).status).toBe(404)
    for (const path of ['/figures', '/figures/2026/csv', '/figures/2026/xlsx', '/figures/2026/rows'])
      expect((await supporter.get(path)).status).toBe(404)
  })

  test('the CSV has its mark, line ends for Excel, and no formula', async () => {
    const answer = await officer.get('/figures/2026/csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const text = await csv(officer)
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text).toContain("'=1+1,2,15")
    expect(text).not.toMatch(/(^|,)=/m)
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})
