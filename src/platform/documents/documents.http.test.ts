import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { readPdf } from '#test/documents/read-pdf.ts'

describeEngines('the page of documents', (db) => {
  let app: TestApp
  let admin: Member
  let neighbour: Member
  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
    await db.asPlatform(async (tx) => {
      admin = await aMember(tx, await aProgramme(tx), 'admin')
      neighbour = await aMember(tx, await aProgramme(tx), 'admin')
    })
    const own = join(app.services.config.documentsDir, String(admin.programmeId))
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'letter@2026-04.typ'), '= 自分たちの手紙')
    writeFileSync(join(own, 'certificate@2026-10.typ'), '= 題\n\n#whatever()')
    writeFileSync(join(own, 'register-page@2026-10.typ'), '#read("/etc/passwd")')
  })
  afterAll(() => app.services.documents.close())

  test('says which templates are in use, and what is wrong with one, with its line', async () => {
    const page = await (await app.signedIn(admin)).read('/documents')
    expect(page).toContain('差し替えたひな形です。')
    expect(page).toContain('certificate@2026-10.typ の 3 行目に直すところがあります：unknown variable: whatever。')
    expect(page).toContain('certificate@2026-04.typ')
    expect(page).toContain('ひな形と同じフォルダーにないファイルを読もうとしています')
    const english = await (await app.signedIn(admin, { locale: 'en' })).read('/documents')
    expect(english).toContain('certificate@2026-10.typ, line 3: unknown variable: whatever.')
  })

  test('templates of one programme are not those of another', async () => {
    const client = await app.signedIn(neighbour)
    expect(await client.read('/documents')).not.toContain('差し替えた')
    const letter = new Uint8Array(await (await client.get('/documents/letter/sample')).arrayBuffer())
    expect((await readPdf(letter)).text).not.toContain('自分たちの手紙')
  })

  test('a sample is opened as PDF; the template that cannot be used is replaced by ours', async () => {
    const client = await app.signedIn(admin)
    const answer = await client.get('/documents/certificate/sample')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain('修了証')
    const letter = new Uint8Array(await (await client.get('/documents/letter/sample')).arrayBuffer())
    expect((await readPdf(letter)).text).toBe('自分たちの手紙')
    expect((await client.get('/documents/nothing/sample')).status).toBe(404)
  })
})
