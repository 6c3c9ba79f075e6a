import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

const endless = '#let f() = { let x = 0; for i in range(100000) { for k in range(100000) { x += 1 } } }\n#f()'

// The embedded database has one connection: whoever kept a transaction open while pressing would hold up every page.
describeEngines('while a document is pressed', (db) => {
  let app: TestApp
  let slow: Member
  let other: Member
  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
    await db.asPlatform(async (tx) => {
      slow = await aMember(tx, await aProgramme(tx), 'admin')
      other = await aMember(tx, await aProgramme(tx), 'admin')
    })
    const own = join(app.services.config.documentsDir, String(slow.programmeId))
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'letter@2026-04.typ'), endless)
    writeFileSync(join(own, 'certificate@2026-04.typ'), `${endless}\n= 修了証`)
  })
  afterAll(() => app.services.documents.close())

  const whenBegun = () => new Promise((resolve) => setTimeout(resolve, 1_000))
  test('pages go on, and so do the documents of another programme', async () => {
    const [theirs, ours] = [await app.signedIn(slow), await app.signedIn(other)]
    await ours.get('/documents/letter/sample')
    let isHeld = true
    const held = theirs.get('/documents/letter/sample').finally(() => (isHeld = false))
    await whenBegun()
    const page = await ours.get('/documents')
    const paper = await ours.get('/documents/letter/sample')
    const own = await theirs.get('/documents')
    expect([page, paper, own].map(({ status }) => status)).toEqual([200, 200, 200])
    expect(isHeld).toBe(true)
    // It ends too, with our template instead.
    const end = await held
    expect([end.status, end.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  test('so many of one programme wait, and no more: the next is asked to come again in a moment', async () => {
    const client = await app.signedIn(slow)
    const held = client.get('/documents/certificate/sample')
    await whenBegun()
    const asked = Array.from({ length: 12 }, () => client.get('/documents/sign-in-sheet/sample'))
    const theirs = await (await app.signedIn(other)).get('/documents/sign-in-sheet/sample')
    const answers = await Promise.all(asked)
    const refused = answers.filter(({ status }) => status === 503)
    expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([10, 2])
    expect([theirs.status, (await held).status]).toEqual([200, 200])
    expect(refused[0]?.headers.get('retry-after')).toBe('10')
    expect(await refused[0]?.text()).toContain('少し待って、もう一度お試しください')
  })

  test('an endless template is not taken, nothing is kept, and it can be sent again', async () => {
    const client = await app.signedIn(other)
    const send = (template: string, token: string) => {
      const body = new FormData()
      body.set('_token', token)
      body.set('from', '2026-12-01')
      body.set('template', new File([template], 'own.typ'))
      return client.request('/documents/letter/template', { method: 'POST', body, headers: { origin: testOrigin } })
    }
    const token = randomUUID()
    const refused = await send(`${endless}\n`, token)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('時間内に終わりません')
    expect((await send('= 手紙', token)).status).toBe(303)
    // Sent twice, it is done once.
    expect((await send('= 手紙', token)).status).toBe(303)
    const kept = await db.asPlatform((tx) =>
      tx.selectFrom('platform.template').select('id').where('programme_id', '=', other.programmeId).execute(),
    )
    expect(kept.length).toBe(1)
  })
})
