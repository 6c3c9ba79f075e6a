import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { Member } from '#test/builders.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { textOf } from '#test/board-world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { sendingsIn } from '#test/matrix/sendings.ts'

const noon = new Date('2026-08-25T03:00:00Z')

describeEngines('the pages of care', (db) => {
  let app: TestApp
  let supporter: Member
  let follower: Member
  let followUpId = ''
  let as: Record<'supporter' | 'follower' | 'stranger' | 'coordinator' | 'officer' | 'foreign', Client>
  beforeAll(async () => {
    app = await testApp(db, () => noon)
  })
  beforeEach(async () => {
    followUpId = randomUUID()
    const members = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx, { crisis_card: 'よりそいの番号 0120-000-000' })
      supporter = await aMember(tx, programmeId, 'supporter', { name: '見本 花' })
      follower = await aMember(tx, programmeId, 'companion', { name: '見本 同行' })
      await tx
        .insertInto('people.following')
        .values({
          programme_id: programmeId,
          id: randomUUID(),
          staff_id: follower.personId,
          supporter_id: supporter.personId,
          from_at: noon,
        })
        .execute()
      await tx
        .insertInto('care.follow_up')
        .values({
          programme_id: programmeId,
          id: followUpId,
          person_id: supporter.personId,
          visit_id: null,
          reason: 'words',
          due_on: day('2026-08-25'),
          assigned_to: follower.personId,
          opened_at: noon,
        })
        .execute()
      return {
        supporter,
        follower,
        stranger: await aMember(tx, programmeId, 'companion'),
        coordinator: await aMember(tx, programmeId, 'coordinator'),
        officer: await aMember(tx, programmeId, 'officer'),
        foreign: await aMember(tx, await aProgramme(tx), 'coordinator'),
      }
    })
    const clients = Object.entries(members).map(async ([name, member]) => [name, await app.signedIn(member)] as const)
    as = Object.fromEntries(await Promise.all(clients)) as typeof as
  })

  const path = () => `/follow-ups/${followUpId}`

  test('the list shows who, and nothing of why; the page shows why, the numbers to call, and the form', async () => {
    const list = await as.follower.read('/follow-ups')
    expect(list).toContain('見本 花')
    expect(list).not.toContain('気がかりな言葉がありました')
    const shown = await as.follower.read(path())
    expect(shown).toContain('気がかりな言葉がありました')
    expect(shown).toContain('0120-000-000')
    expect(app.bugs).toEqual([])
  })

  test('what words called for stands before what waits longer, and on the page of the person before how to reach them', async () => {
    const other = randomUUID()
    await db.asPlatform((tx) =>
      tx
        .insertInto('care.follow_up')
        .values({
          programme_id: supporter.programmeId,
          id: other,
          person_id: supporter.personId,
          visit_id: null,
          reason: 'later',
          due_on: day('2026-08-20'),
          assigned_to: follower.personId,
          opened_at: noon,
        })
        .execute(),
    )
    for (const page of ['/follow-ups', '/today', `/people/${supporter.personId}`]) {
      const read = await as.coordinator.read(page)
      expect(read.indexOf(path()), page).toBeGreaterThan(0)
      expect(read.indexOf(path()), page).toBeLessThan(read.indexOf(`/follow-ups/${other}`))
    }
    const start = await as.coordinator.read('/today')
    expect(start.indexOf(path())).toBeLessThan(start.indexOf('届いた依頼'))
    const person = await as.coordinator.read(`/people/${supporter.personId}`)
    expect(person.indexOf(path())).toBeLessThan(person.indexOf(`/people/${supporter.personId}/contact`))
    expect(await as.stranger.read(`/people/${supporter.personId}`)).not.toContain('/follow-ups/')
  })

  test('for everybody else there is no such page', async () => {
    for (const who of [as.stranger, as.officer, as.supporter, as.foreign]) {
      expect((await who.get(path())).status).toBe(404)
      expect((await who.post(`${path()}/close`, { how: 'phone', done: 'x', _version: '1' })).status).toBe(404)
    }
  })

  test('what is missing is said beside the field, and what was typed is kept', async () => {
    const answer = await as.follower.post(`${path()}/close`, { how: '', done: '電話で話しました', _version: '1' })
    expect(answer.status).toBe(422)
    const body = await answer.text()
    expect(body).toContain('電話で話しました')
    expect(body).toContain('error-summary')
  })

  test('words of risk in the note bring the card forward and ask for the next day', async () => {
    const fields = { how: 'phone', done: '消えたいと話していた', _version: '1' }
    const refused = await as.follower.post(`${path()}/close`, fields)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toMatch(/crisis urgent[\s\S]*次に連絡する日を決めて/)
    const done = await as.follower.post(`${path()}/close`, { ...fields, next_on: '2026-08-26' })
    expect(done.status).toBe(303)
    expect(await as.follower.read('/follow-ups')).toContain('8月26日')
  })

  test('ended once, it leaves the list; the same form sent twice ends it once', async () => {
    const fields = { how: 'met', done: '会って話しました', _version: '1', _token: randomUUID() }
    expect((await as.follower.post(`${path()}/close`, fields)).status).toBe(303)
    expect((await as.follower.post(`${path()}/close`, fields)).status).toBe(303)
    expect(await as.follower.read('/follow-ups')).not.toContain('見本 花')
    expect(await as.coordinator.read(path())).toContain('会って話しました')
  })

  test('the coordinator gives it to somebody; nobody chosen is told kindly', async () => {
    const nobody = await as.coordinator.post(`${path()}/assignee`, { _version: '1' })
    expect([nobody.status, (await nobody.text()).includes('担当する人を選んでください')]).toEqual([409, true])
    expect(
      (await as.coordinator.post(`${path()}/assignee`, { staff_id: follower.personId, _version: '1' })).status,
    ).toBe(303)
    expect((await as.follower.post(`${path()}/assignee`, { staff_id: follower.personId })).status).toBe(404)
  })

  /** What somebody else did while the page was open. */
  const endedBy = (who: Client, fields: Record<string, string> = {}) =>
    who.post(`${path()}/close`, { how: 'met', done: '会って話しました', next_on: '', _version: '1', ...fields })
  const givenTo = (staffId: string, version: string) =>
    as.coordinator.post(`${path()}/assignee`, { staff_id: staffId, _version: version })
  const another = () => db.asPlatform((tx) => aMember(tx, supporter.programmeId, 'companion', { name: '見本 次' }))
  const differing = '連絡のしかたあなたが書いた内容電話いま保存されている内容会って'

  test('who ends it after somebody else sees both notes, and what was typed is still there', async () => {
    expect((await endedBy(as.coordinator, { next_on: '2026-08-28' })).status).toBe(303)
    const typed = { how: 'phone', done: '電話で、元気そうでした', next_on: '2026-08-30', _version: '1' }
    const stale = await as.follower.post(`${path()}/close`, typed)
    expect(stale.status).toBe(409)
    const text = textOf(await stale.text())
    expect(text).toContain('あなたが書いた内容電話で、元気そうでしたいま保存されている内容会って話しました')
    expect(text).toContain(differing)
    expect(text).toContain('あなたが書いた内容2026-08-30いま保存されている内容2026-08-28')
    expect(text).toContain('新しい連絡の予定を加えて')
    expect(textOf(await as.follower.read(path()))).not.toContain('元気そうでした')
  })

  test('words of risk that came too late for it bring the card forward all the same', async () => {
    await endedBy(as.coordinator)
    const late = { how: 'phone', done: '消えたいと話していた', next_on: '2026-08-26', _version: '1' }
    const body = await (await as.follower.post(`${path()}/close`, late)).text()
    expect(body).toMatch(/crisis urgent/)
    expect(body).toContain('0120-000-000')
    expect(textOf(body)).toContain('消えたいと話していた')
  })

  test('who may not read what was noted sees their own words, and that it has ended', async () => {
    const next = await another()
    await givenTo(next.personId, '1')
    await endedBy(as.coordinator, { _version: '2' })
    const client = await app.signedIn(next)
    const stale = await client.post(`${path()}/close`, { how: 'phone', done: '電話しました', _version: '2' })
    expect(stale.status).toBe(409)
    const text = textOf(await stale.text())
    expect(text).toContain('あなたが書いた内容電話しましたいま保存されている内容終えました')
    expect(text).not.toContain('会って話しました')
  })

  test('who ends it after it was given to somebody else sees to whom, and the second press is taken', async () => {
    const next = await another()
    expect((await givenTo(next.personId, '1')).status).toBe(303)
    const typed = { how: 'phone', done: '電話で話しました', next_on: '', _version: '1' }
    const stale = await as.follower.post(`${path()}/close`, typed)
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('あなたが書いた内容電話で話しました')
    expect(textOf(body)).toContain('担当：見本 次')
    const again = sendingsIn(body, path()).find(({ action }) => action === `${path()}/close`)?.fields ?? {}
    expect(again).toMatchObject({ done: ['電話で話しました'], how: ['phone'] })
    expect((await as.follower.post(`${path()}/close`, again)).status).toBe(303)
    expect(textOf(await as.coordinator.read(path()))).toContain('電話で話しました')
  })

  test('two who give it to somebody at once: the second sees both names, and nothing is given over unseen', async () => {
    const [next, other] = [
      await another(),
      await db.asPlatform((tx) => aMember(tx, supporter.programmeId, 'companion', { name: '見本 三' })),
    ]
    expect((await givenTo(next.personId, '1')).status).toBe(303)
    const stale = await givenTo(other.personId, '1')
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('担当あなたが書いた内容見本 三いま保存されている内容見本 次')
    const again = sendingsIn(body, path()).find(({ action }) => action === `${path()}/assignee`)?.fields ?? {}
    expect(again).toMatchObject({ staff_id: [other.personId] })
    expect((await givenTo(next.personId, '1')).status).toBe(303)
    expect((await as.coordinator.post(`${path()}/assignee`, again)).status).toBe(303)
    await endedBy(as.coordinator, { _version: '3' })
    const late = await givenTo(next.personId, '3')
    expect(late.status).toBe(409)
    expect(textOf(await late.text())).toContain('担当あなたが書いた内容見本 次いま保存されている内容終えました')
  })

  test('a companion adds a follow-up for those whom they follow, for nobody else', async () => {
    const fields = { person_id: supporter.personId, due_on: '2026-08-28' }
    expect((await as.follower.post('/follow-ups/new', fields)).status).toBe(303)
    expect((await as.stranger.post('/follow-ups/new', fields)).status).toBe(404)
    expect((await as.follower.post('/follow-ups/new', { ...fields, due_on: '2026-08-01' })).status).toBe(409)
    expect((await as.follower.post('/follow-ups/new')).status).toBe(422)
  })

  test('a person sees that somebody gets in touch, takes a rest with one press, and sees no notes', async () => {
    const offerId = randomUUID()
    await db.asPlatform((tx) =>
      tx
        .insertInto('care.rest_offer')
        .values({
          programme_id: supporter.programmeId,
          id: offerId,
          person_id: supporter.personId,
          visit_id: randomUUID(),
          offered_at: noon,
        })
        .execute(),
    )
    const own = await as.supporter.read('/my-follow-ups')
    expect(own).toContain('見本 同行')
    expect(own).toContain('休む')
    expect(own).not.toContain('気がかりな言葉')
    expect((await as.stranger.post(`/rest-offers/${offerId}`, { answer: 'rest' })).status).toBe(404)
    expect((await as.supporter.post(`/rest-offers/${offerId}`, { answer: 'rest' })).status).toBe(303)
    expect(await as.supporter.read('/my-follow-ups')).not.toContain('少しお休みしますか')
  })

  test('the list of those we have not heard from has names and no numbers', async () => {
    await db.asPlatform((tx) =>
      tx
        .insertInto('registration.supporter')
        .values({
          programme_id: supporter.programmeId,
          person_id: supporter.personId,
          registered_on: day('2025-04-01'),
        })
        .execute(),
    )
    await as.follower.post(`${path()}/close`, { how: 'met', done: '会って話しました', _version: '1' })
    const spokenWith = await as.coordinator.read('/not-heard-from')
    expect(spokenWith).not.toContain('見本 花')
    await db.asPlatform((tx) =>
      tx
        .updateTable('care.follow_up')
        .set({ closed_at: new Date('2026-01-01T00:00:00Z') })
        .where('id', '=', followUpId)
        .execute(),
    )
    const silent = await as.coordinator.read('/not-heard-from')
    const main = silent.slice(silent.indexOf('<main'), silent.indexOf('</main>')).replaceAll(/<[^>]*>/g, ' ')
    expect(main).toContain('見本 花')
    expect(main).not.toMatch(/\d/)
    const touched = await as.follower.post(`/not-heard-from/${supporter.personId}/follow-up`)
    expect(touched.status).toBe(303)
    expect(await as.follower.read('/not-heard-from')).toContain('連絡の予定があります')
  })

  test.each(['ja', 'en', 'easy'] as const)('every page stands in %s', async (locale) => {
    const [staff, own] = [await app.signedIn(follower, { locale }), await app.signedIn(supporter, { locale })]
    for (const page of ['/follow-ups', '/follow-ups/new', path(), '/not-heard-from', '/today', '/inbox']) {
      expect((await staff.get(page)).status, page).toBe(200)
    }
    expect((await own.get('/my-follow-ups')).status).toBe(200)
    expect(app.bugs).toEqual([])
  })
})
