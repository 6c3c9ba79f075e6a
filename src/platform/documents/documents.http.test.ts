import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { readPdf } from '#test/documents/read-pdf.ts'
import type { UploadedTemplates } from './pdf.ts'
import { uploadedTemplate } from './uploaded.ts'

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
    const client = await app.signedIn(admin)
    const page = await client.read('/documents')
    expect(page).toContain('差し替えたひな形です。')
    expect(page).toContain('certificate@2026-10.typ')
    expect(page).toContain('/documents/certificate/check')
    expect(page, 'ours need no check').not.toContain('/documents/sign-in-sheet/check')
    const checked = await client.read('/documents/certificate/check')
    expect(checked).toContain('certificate@2026-10.typ の 3 行目に直すところがあります：unknown variable: whatever。')
    expect(await client.read('/documents/register-page/check')).toContain(
      'ひな形と同じフォルダーにないファイルを読もうとしています',
    )
    expect(await client.read('/documents/letter/check')).toContain('letter@2026-04.typ で印刷できます。')
    const english = await (await app.signedIn(admin, { locale: 'en' })).read('/documents/certificate/check')
    expect(english).toContain('certificate@2026-10.typ, line 3: unknown variable: whatever.')
    expect((await client.get('/documents/nothing/check')).status).toBe(404)
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

  const send = async (name: string, text: string, more: { from?: string; picture?: [string, string] } = {}) => {
    const client = await app.signedIn(neighbour)
    const body = new FormData()
    body.set('_token', randomUUID())
    body.set('from', more.from ?? '2026-12-01')
    body.set('template', new File([text], name))
    if (more.picture) body.set('picture', new File([more.picture[1]], more.picture[0]))
    const headers = { origin: testOrigin }
    return client.request('/documents/sign-in-sheet/template', { method: 'POST', body, headers })
  }

  test('an uploaded template is tried out first: what cannot be printed is refused with its line', async () => {
    const broken = await send('own.typ', '= 名簿\n\n#whatever()')
    expect(broken.status).toBe(422)
    expect(await broken.text()).toContain('own.typ の 3 行目に直すところがあります：unknown variable: whatever。')
    const picture = await send('own.typ', '= 名簿\n\n#image("mark.svg")', {
      picture: ['mark.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    })
    expect(await picture.text()).toContain('画像に、見えない方のための説明')
    for (const refused of [await send('own.txt', '= 名簿'), await send('own.typ', '= 名簿', { from: '2026-11-01' })])
      expect(refused.status).toBe(422)
    expect(await (await app.signedIn(neighbour)).read('/documents/sign-in-sheet/template')).toContain(
      'まだ差し替えていません',
    )
  })

  test('one that can be printed counts from its day, for this programme alone, and can be taken away again', async () => {
    const mark = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    const own = '= わたしたちの名簿\n\n#image("mark.svg", alt: "しるし")'
    expect((await send('own.typ', own, { picture: ['mark.svg', mark] })).status).toBe(303)
    const client = await app.signedIn(neighbour)
    expect(await client.read('/documents/sign-in-sheet/template')).toContain('own.typ mark.svg')
    const kind = { name: 'sign-in-sheet', folder: 'src/domains/training/documents' }
    const inForce = async (on: string): Promise<string> => {
      const { programmeId } = neighbour
      return db.asPlatform(async (tx) => {
        const uploaded: UploadedTemplates = (name, of) => uploadedTemplate(tx, programmeId, name, of)
        return (await app.services.documents.of(programmeId, uploaded).source(kind, day(on))).file
      })
    }
    expect(await inForce('2026-11-30')).toBe('sign-in-sheet@2026-04.typ')
    expect(await inForce('2026-12-01')).toBe('sign-in-sheet@2026-12-01.typ')
    expect(await (await app.signedIn(admin)).read('/documents/sign-in-sheet/template')).not.toContain('own.typ')
    await send('newer.typ', '= 新しい名簿')
    expect(await inForce('2027-01-01')).toBe('sign-in-sheet@2026-12-01.typ')
    expect(await client.read('/documents/sign-in-sheet/template')).not.toContain('own.typ')
    expect((await client.post('/documents/sign-in-sheet/template/removed', { from: '2026-12-01' })).status).toBe(303)
    expect(await inForce('2027-01-01')).toBe('sign-in-sheet@2026-04.typ')
  })

  test('the template of today can be taken, to be changed', async () => {
    const client = await app.signedIn(neighbour)
    expect(await client.read('/documents/certificate/template.typ')).toContain('#import "base.typ": *')
  })
})
