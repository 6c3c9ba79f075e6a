import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type Client, testApp, type TestApp } from '#test/client.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { anEnrolment, aRun } from '#test/training/papers.ts'
import { credentialPaths as paths } from './credential-paths.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('papers over HTTP', (db) => {
  let app: TestApp
  let runId: string
  let hanako: Member
  let staff: Client
  let own: Client
  let certificate = ''

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const coordinator = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      hanako = await aMember(tx, programmeId, 'trainee', { name: '見本 花子' })
      runId = await aRun(tx, programmeId)
      await anEnrolment(tx, programmeId, runId, hanako.personId)
      await anEnrolment(tx, programmeId, runId, await aPerson(tx, programmeId, { name: '見本 夏子' }))
      return aMember(tx, programmeId, 'coordinator')
    })
    staff = await app.signedIn(coordinator)
    own = await app.signedIn(hanako)
  })

  const codeOn = (body: string): string => /<code>([^<]+)<\/code>/.exec(body)?.[1] ?? ''

  test('the programme’s own words are used from a day on, and not changed afterwards', async () => {
    const words = {
      kind: 'certificate',
      from: '2026-11-01',
      prefix: 'ひ修',
      title: '修了証',
      body: '{course}を修了',
      issuer: '見本市',
    }
    expect((await staff.post(paths.wordings, { ...words, title: '' })).status).toBe(422)
    expect((await staff.post(paths.wordings, words)).status).toBe(303)
    expect((await staff.post(paths.wordings, { ...words, title: '別の題' })).status).toBe(409)
    expect(await staff.read(paths.wordings)).toContain('{course}を修了')
  })

  test('those who completed receive theirs, one alone or all at once, in the order of the list', async () => {
    expect(await staff.read(paths.ofRun(runId))).toContain('まだ発行していません')
    expect((await staff.post(paths.ofRun(runId))).status).toBe(303)
    const list = await staff.read(paths.ofRun(runId))
    expect(list).not.toContain('まだ発行していません')
    const mine = await own.read(paths.mine)
    certificate = /\/certificates\/([0-9a-f-]{36})/.exec(mine)?.[1] ?? ''
    const page = await own.read(paths.paper(certificate))
    expect(page).toContain('ひ修 2026-001')
    expect(page).toContain('見本 花子')
    expect(await own.read('/today')).toContain('修了証を見る・印刷する')
    expect(await own.read('/inbox')).toContain('修了証ができました')
  })

  test('the certificate is a file to print', async () => {
    const printed = await own.get(paths.pdf(certificate))
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(new TextDecoder('latin1').decode((await printed.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  })

  test('whoever holds the paper can have it verified, and learns nothing else', async () => {
    const code = codeOn(await own.read(paths.paper(certificate)))
    const stranger = app.stranger()
    const form = await stranger.read(paths.verifyCode(code.replaceAll('-', '')))
    expect(form).toContain(code)
    expect(form).not.toContain('見本')
    const ask = async (fields: Record<string, string>) => {
      const answer = await stranger.post(paths.verify, fields)
      return { status: answer.status, body: await answer.text() }
    }
    expect((await ask({ code, name: '見本花子' })).body).toContain('合っています。')
    const wrong = await ask({ code, name: '見本 夏子' })
    const unknown = await ask({ code: 'A'.repeat(25), name: '見本 夏子' })
    expect([wrong.status, unknown.status]).toEqual([200, 200])
    expect(wrong.body.replace(/nonce="[^"]*"/g, '')).toBe(unknown.body.replace(/nonce="[^"]*"/g, ''))
    expect(wrong.body).toContain('合っていません。')
    expect((await ask({ code: '2026-001', name: '見本 花子' })).status).toBe(422)
    expect((await ask({ code, name: '' })).status).toBe(422)
  })

  test('printed anew, taken back: with a reason, and the former code no longer matches', async () => {
    const code = codeOn(await own.read(paths.paper(certificate)))
    expect((await staff.post(paths.reissue(certificate))).status).toBe(409)
    const again = await staff.post(paths.reissue(certificate), { reason: 'lost' })
    const next = again.headers.get('location')?.split('/').at(-1) ?? ''
    expect(await own.read(paths.paper(next))).toContain('1回目')
    const answer = await app.stranger().post(paths.verify, { code, name: '見本 花子' })
    expect(await answer.text()).toContain('合っていません。')
    expect((await own.get(paths.pdf(certificate))).status).toBe(404)
    expect((await staff.post(paths.withdrawal(next), { reason: '' })).status).toBe(409)
    expect((await staff.post(paths.withdrawal(next), { reason: '別の方のものだった' })).status).toBe(303)
    expect(await own.read(paths.paper(next))).toContain('取り消されました')
  })

  test('a course taken elsewhere is named by the person, confirmed by staff, and as whom stays theirs', async () => {
    const course = { course: 'basic', issuer: '見本県', issued_on: '2025-11-01', number: '第12号', role: 'experience' }
    expect((await own.post(paths.newQualification, { ...course, issued_on: '2027-01-01' })).status).toBe(422)
    expect((await own.post(paths.newQualification, course)).status).toBe(303)
    const list = await staff.read(paths.qualificationsOf(hanako.personId))
    expect(list).toContain('基礎研修')
    const id = /qualifications\/([0-9a-f-]{36})\/confirmation/.exec(list)?.[1] ?? ''
    expect((await staff.post(paths.confirmQualification(id))).status).toBe(303)
    const mine = await own.read(paths.mine)
    expect(mine).toContain('職員が修了証を確認しました')
    expect(await staff.read(`/people/${hanako.personId}`)).toContain('国の研修')
    expect((await staff.post(paths.qualificationsOf(hanako.personId), course)).status).toBe(422)
    expect((await staff.post(paths.qualificationsOf(hanako.personId), { ...course, via: 'phone' })).status).toBe(303)
    expect((await own.post(paths.setAside(id))).status).toBe(303)
  })

  test('the ceremony: planned, invited to in neutral words, answered either way, called off', async () => {
    await staff.post(paths.ofRun(runId))
    const when = { day: '2026-12-20', from: '14:00', to: '15:30', place: '区民会館' }
    expect((await staff.post(paths.ceremonies, { ...when, to: '13:00' })).status).toBe(422)
    const planned = await staff.post(paths.ceremonies, when)
    const id = planned.headers.get('location')?.split('/').at(-1) ?? ''
    expect((await staff.post(paths.askGuests(id))).status).toBe(422)
    expect((await staff.post(paths.askGuests(id), { people: hanako.personId })).status).toBe(303)
    expect(await own.read(paths.mine)).toContain('区民会館')
    expect((await own.post(paths.myAnswer(id), { answer: 'rather_not' })).status).toBe(303)
    expect(await staff.read(paths.ceremony(id))).toContain('今回は見送られます')
    expect((await staff.post(paths.answerOfGuest(id, hanako.personId), { answer: 'comes' })).status).toBe(303)
    expect(await own.read(paths.mine)).toContain('「行きます」とお返事しています')
    expect((await staff.post(paths.callOff(id))).status).toBe(303)
    expect(await own.read(paths.mine)).not.toContain('区民会館')
  })

  test('in English and easy Japanese the pages open as well', async () => {
    for (const locale of ['en', 'easy'] as const) {
      const reader = await app.signedIn(hanako, { locale })
      for (const path of [paths.mine, paths.paper(certificate), paths.newQualification, paths.verify]) {
        expect((await reader.get(path)).status, path).toBe(200)
      }
    }
  })

  test('nothing went wrong behind the pages', () => {
    expect(app.bugs).toEqual([])
  })
})
