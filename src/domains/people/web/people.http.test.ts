import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { verifyChain } from '#platform/audit/verify.ts'
import type { Tx } from '#platform/db/index.ts'
import { testApp, type Client, type TestApp } from '#test/client.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import type { Member } from '#test/builders.ts'
import { book, type BookingCtx, release } from '../actions/book.ts'

const eventsOf = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return `${component.getFirstPropertyValue('status')} ${event.summary} ${event.startDate.toJSDate().toISOString()}`
  })

const now = new Date('2026-11-22T03:00:00Z')

const contact = {
  name: '見本 春子',
  kana: 'みほん はるこ',
  nickname: 'はる',
  email: 'haru@example.jp',
  phone: '03-0000-0000',
  channel: 'phone',
  locale: 'easy',
  quiet_from: '20:00',
  quiet_to: '',
  _version: '1',
}

describeEngines('people over HTTP', (db) => {
  let app: TestApp
  let supporter: Member
  let coordinator: Member
  let companion: Member
  let own: Client
  let staff: Client
  let along: Client
  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.asPlatform(work)
  const bodyOf = async (response: Response | Promise<Response>): Promise<string> => (await response).text()

  const inProgramme = <T>(work: (ctx: BookingCtx) => Promise<T>): Promise<T> =>
    db.asProgramme(supporter.programmeId, (tx) => work({ tx, now, newId: () => randomUUID(), actor: supporter }))

  beforeAll(async () => {
    app = await testApp(db, () => now)
    await asOwner(async (tx) => {
      const programmeId = await aProgramme(tx)
      supporter = await aMember(tx, programmeId, 'supporter', { name: '見本 春子' })
      coordinator = await aMember(tx, programmeId, 'coordinator', { name: '調整 太郎' })
      companion = await aMember(tx, programmeId, 'companion', { name: '同行 花子' })
    })
    own = await app.signedIn(supporter)
    staff = await app.signedIn(coordinator)
    along = await app.signedIn(companion)
  })

  test('a person corrects how to be reached; half a quiet time is asked about and nothing typed is lost', async () => {
    const refused = await own.post('/me/contact', contact)
    expect(refused.status).toBe(422)
    const body = await refused.text()
    expect(body).toContain('いつから・いつまでの両方を入力してください')
    expect(body).toContain('value="20:00"')
    const saved = await own.post('/me/contact', { ...contact, quiet_to: '07:30' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/me'])
    expect(await own.read('/me')).toContain('20:00–07:30')
  })

  test('who saves over an older version sees both', async () => {
    const stale = await own.post('/me/contact', { ...contact, quiet_to: '08:00', nickname: 'はるさん', _version: '1' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(body).toContain('はるさん')
    expect(body).toContain('name="_version" value="2"')
  })

  test('mail without an address is no way to reach anybody', async () => {
    const refused = await own.post('/me/contact', {
      ...contact,
      quiet_from: '',
      email: '',
      channel: 'mail',
      _version: '2',
    })
    expect([refused.status, await bodyOf(refused)]).toEqual([
      422,
      expect.stringContaining('メールで受け取るには、メールアドレスを入力してください'),
    ])
  })

  test('consent is given and taken back line by line, and every word is kept', async () => {
    await own.post('/me/consents', { place: ['name', 'diagnosis'], staff: 'care' })
    expect(await own.read('/me')).toContain('本名')
    await own.post('/me/consents', { staff: 'care' })
    expect(await own.read('/me')).not.toContain('本名')
    const words = await asOwner((tx) =>
      tx
        .selectFrom('people.consent')
        .select(['recipient', 'item', 'given', 'via'])
        .where('person_id', '=', supporter.personId)
        .orderBy('recorded_at')
        .execute(),
    )
    expect(words.map((word) => `${word.recipient}.${word.item} ${word.given} ${word.via}`).toSorted()).toEqual([
      'place.name false self',
      'place.name true self',
      'staff.care true self',
    ])
  })

  test('a form that was opened before gives back nothing that was taken back meanwhile', async () => {
    await own.post('/me/consents', { place: 'considerations', staff: ['care', 'experience'] })
    const [, shown = ''] = /name="shown" value="([^"]*)"/.exec(await own.read('/me/consents')) ?? []
    expect(shown).toBe('lines place.considerations staff.experience staff.care')
    await own.post('/me/consents', { shown, staff: ['care', 'experience'] })
    // The other window still shows it as given; only what is changed there counts.
    await own.post('/me/consents', { shown, place: 'considerations', staff: 'care' })
    const words = await asOwner((tx) =>
      tx
        .selectFrom('people.consent')
        .select(['recipient', 'item', 'given'])
        .where('person_id', '=', supporter.personId)
        .where('item', 'in', ['considerations', 'experience'])
        .execute(),
    )
    expect(words.map((word) => `${word.recipient}.${word.item} ${word.given}`).toSorted()).toEqual([
      'place.considerations false',
      'place.considerations true',
      'staff.experience false',
      'staff.experience true',
    ])
  })

  test('staff write down what they were told; the person hears of it; an older paper does not undo a newer word', async () => {
    const path = `/people/${supporter.personId}/consents`
    const old = await staff.post(path, { staff: [], via: 'paper', told_on: '2026-11-20' })
    expect([old.status, await bodyOf(old)]).toEqual([409, expect.stringContaining('新しいほうが生きます')])
    const future = await staff.post(path, { via: 'paper', told_on: '2026-11-23' })
    expect(future.status).toBe(422)
    expect(
      (await staff.post(path, { staff: ['care', 'experience'], via: 'phone', told_on: '2026-11-22' })).status,
    ).toBe(303)
    const told = await asOwner((tx) =>
      tx.selectFrom('people.consent').select(['item', 'via', 'recorded_by']).where('via', '<>', 'self').execute(),
    )
    expect(told).toEqual([{ item: 'experience', via: 'phone', recorded_by: coordinator.membershipId }])
    expect(await own.read('/inbox')).toContain('職員が、聞いたことを記録しました')
  })

  test('contact details are seen by the coordinator and by who follows, not by other staff', async () => {
    const path = `/people/${supporter.personId}`
    expect(await staff.read(path)).toContain('haru@example.jp')
    expect((await along.get(path)).status).toBe(404)
    expect((await along.get(`${path}/contact`)).status).toBe(404)
    expect((await staff.post(`${path}/following`, { staff: companion.personId })).status).toBe(303)
    expect(await along.read(path)).toContain('haru@example.jp')
    expect((await along.get(`${path}/contact`)).status).toBe(200)
    expect((await staff.post(`${path}/following/end`, { staff: companion.personId })).status).toBe(303)
    expect((await along.get(path)).status).toBe(404)
    expect((await staff.post(`${path}/following`, { staff: supporter.personId })).status).toBe(404)
  })

  test('people are found by name and by reading in either kana, within their programme', async () => {
    const abroad = await asOwner(async (tx) =>
      aPerson(tx, await aProgramme(tx), { name: '見本 他所', kana: 'みほん よそ' }),
    )
    for (const search of ['ミホン', 'みほんはる', '春子']) {
      const body = await staff.read(`/people?q=${encodeURIComponent(search)}`)
      expect(body).toContain('見本 春子')
      expect(body).not.toContain('見本 他所')
    }
    expect(await staff.read('/people?q=zzz')).toContain('見つかりませんでした')
    expect(await staff.read('/people?role=companion')).not.toContain('見本 春子')
    expect((await staff.get(`/people/${abroad}`)).status).toBe(404)
    expect((await own.get('/people')).status).toBe(404)
  })

  test('who goes along reads of those whom they follow or go along with, and of nobody else', async () => {
    const list = () => along.read('/people')
    expect(await list()).not.toContain('見本 春子')
    expect(await list()).not.toContain('調整 太郎')
    await staff.post(`/people/${supporter.personId}/following`, { staff: companion.personId })
    expect(await list()).toContain('見本 春子')
    expect(await along.read('/people?as=csv')).toContain('見本 春子')
    await staff.post(`/people/${supporter.personId}/following/end`, { staff: companion.personId })
    expect(await list()).not.toContain('見本 春子')

    const visit = async (from: string, to: string): Promise<void> => {
      const refId = randomUUID()
      await asOwner(async (tx) => {
        for (const [personId, kind] of [
          [supporter.personId, 'visit'],
          [companion.personId, 'companion'],
        ])
          await sql`insert into people.booking (programme_id, id, person_id, kind, ref_id, during, created_at)
            values (${coordinator.programmeId}, ${randomUUID()}, ${personId}, ${kind}, ${refId}, tstzrange(${from}, ${to}), ${from})`.execute(
            tx,
          )
      })
    }
    await visit('2026-10-01T01:00:00Z', '2026-10-01T02:00:00Z')
    expect(await list(), 'long over').not.toContain('見本 春子')
    await visit('2026-12-01T01:00:00Z', '2026-12-01T02:00:00Z')
    expect(await list()).toContain('見本 春子')
    const page = await along.read(`/people/${supporter.personId}`)
    expect(page).toContain('見本 春子')
    expect(page).not.toContain('haru@example.jp')
    await asOwner((tx) => tx.deleteFrom('people.booking').where('programme_id', '=', coordinator.programmeId).execute())
  })

  test('staff enter somebody who has no account', async () => {
    const added = await staff.post('/people/new', {
      ...contact,
      name: '見本 紙子',
      kana: 'みほん かみこ',
      email: '',
      quiet_from: '',
    })
    expect(added.status).toBe(303)
    expect(await staff.read(added.headers.get('location') ?? '')).toContain('見本 紙子')
  })

  test('in an emergency a coordinator gives a reason, and the person reads who and why', async () => {
    const quiet = await asOwner((tx) => aMember(tx, coordinator.programmeId, 'supporter', { name: '見本 静' }))
    const path = `/people/${quiet.personId}`
    expect((await staff.post(`${path}/reason`, { reason: ' ' })).status).toBe(422)
    expect((await staff.post(`${path}/reason`, { reason: '連絡がとれず安否の確認' })).status).toBe(303)
    expect(await staff.read(path)).not.toContain('name="reason"')
    const theirs = await app.signedIn(quiet)
    const looked = await theirs.read('/me/looked')
    expect(looked).toContain('調整 太郎')
    expect(looked).toContain('連絡がとれず安否の確認')
    expect(await theirs.read('/inbox')).toContain('助けになることを見ました')
    expect(await own.read('/me/looked')).not.toContain('安否')
    expect((await along.post(`${path}/reason`, { reason: '見たい' })).status).toBe(404)
  })

  test('the address of a calendar is shown once, reads only the time, and ends when told', async () => {
    const refId = randomUUID()
    const stretch = { from: new Date('2026-11-24T01:00:00Z'), to: new Date('2026-11-24T02:00:00Z') }
    await inProgramme((ctx) => book(ctx, { ...stretch, personId: supporter.personId, kind: 'visit', refId }))
    const made = await bodyOf(own.post('/me/calendar'))
    const address = /http:\/\/hitoba\.test(\/feed\/[\w.-]+)/.exec(made)?.[1] ?? ''
    expect(await own.read('/me/calendar')).not.toContain(address)
    const stranger = app.stranger()
    const feed = await stranger.get(address)
    expect([feed.status, feed.headers.get('content-type'), feed.headers.get('x-robots-tag')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'noindex',
    ])
    expect(eventsOf(await feed.text())).toEqual(['CONFIRMED 予定 2026-11-24T01:00:00.000Z'])
    await inProgramme((ctx) => release(ctx, { refId }))
    expect(eventsOf(await bodyOf(stranger.get(address)))).toEqual(['CANCELLED 予定 2026-11-24T01:00:00.000Z'])
    expect(await own.read('/me/calendar')).toContain('最後に読まれた時')
    const kept = await asOwner((tx) => tx.selectFrom('people.calendar_feed').selectAll().execute())
    expect(JSON.stringify(kept)).not.toContain(address.slice(-30, -4))
    const second = /\/feed\/[\w.-]+/.exec(await bodyOf(own.post('/me/calendar')))?.[0] ?? ''
    expect((await stranger.get(address)).status).toBe(404)
    expect((await stranger.get(second)).status).toBe(200)
    await own.post('/me/calendar/end')
    expect((await stranger.get(second)).status).toBe(404)
    for (const wrong of ['x', '1-abc.ics', `999-${'a'.repeat(43)}.ics`, second.replace(/-/, '0-')]) {
      expect((await stranger.get(`/feed/${wrong.replace('/feed/', '')}`)).status).toBe(404)
    }
  })

  test('who left the programme has no calendar any more', async () => {
    const leaving = await asOwner((tx) => aMember(tx, coordinator.programmeId, 'supporter'))
    const theirs = await app.signedIn(leaving)
    const address = /\/feed\/[\w.-]+/.exec(await bodyOf(theirs.post('/me/calendar')))?.[0] ?? ''
    expect((await app.stranger().get(address)).status).toBe(200)
    await asOwner((tx) =>
      tx.updateTable('platform.membership').set({ ended_at: now }).where('id', '=', leaving.membershipId).execute(),
    )
    expect((await app.stranger().get(address)).status).toBe(404)
  })

  test('every role has its own page about itself; nobody reads another’s', async () => {
    for (const role of ['seeker', 'trainee', 'host', 'group', 'officer', 'admin', 'supervisor'] as const) {
      const member = await asOwner((tx) => aMember(tx, coordinator.programmeId, role, { name: `役割 ${role}` }))
      const client = await app.signedIn(member)
      const body = await client.read('/me')
      expect(body).toContain(`役割 ${role}`)
      expect((await client.get('/me/looked')).status).toBe(200)
      expect((await client.get(`/people/${randomUUID()}`)).status).toBe(404)
    }
  })

  test('all of it stands in an unbroken chain, and no page hid a bug', async () => {
    const report = await asOwner((tx) => verifyChain(tx, coordinator.programmeId, app.services.auditKey))
    expect(report.fault).toBeNull()
    expect(report.entries).toBeGreaterThan(8)
    expect(app.bugs).toEqual([])
  })
})
