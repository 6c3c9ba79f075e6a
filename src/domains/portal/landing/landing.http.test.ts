import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

describeEngines('the first page', (db) => {
  let app: TestApp
  let anybody: Client

  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
    anybody = app.stranger()
    await db.asPlatform((tx) =>
      aProgramme(tx, { name: 'ひなた市ピアサポーター事業（見本）', contact_phone: '03-0000-0001' }),
    )
  })

  test('says what this is, names the programmes and their office, and has one clear action', async () => {
    const page = await anybody.read('/')
    expect(page).toContain('ひなた市ピアサポーター事業（見本）')
    expect(page).toContain('href="tel:0300000001"')
    expect(page.match(/class="button primary"/g)).toHaveLength(1)
    expect(page).toMatch(/class="button primary" href="\/sign-in"/)
  })

  test('leads nowhere that is not there', async () => {
    const links = [...(await anybody.read('/')).matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, href]) => href ?? '')
    expect(links.length).toBeGreaterThan(5)
    for (const href of links) expect([href, (await anybody.get(href)).status]).toEqual([href, 200])
  })

  test('whoever is signed in comes to their own page', async () => {
    const client = await app.signedIn(await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'supporter')))
    const answer = await client.get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/today'])
  })
})
