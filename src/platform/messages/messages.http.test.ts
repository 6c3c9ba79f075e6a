import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openOutbox } from '#platform/messages/outbox.ts'
import type { Member } from '#test/builders.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

const noon = new Date('2026-08-25T03:00:00Z')

describeEngines('inbox, dead letters and mails of the demo', (db) => {
  let app: TestApp
  let supporter: Member
  let admin: Member
  let client: Client
  beforeAll(async () => {
    app = await testApp(db, () => noon)
  })
  beforeEach(async () => {
    await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      supporter = await aMember(tx, programmeId, 'supporter')
      admin = await aMember(tx, programmeId, 'admin')
    })
    client = await app.signedIn(supporter)
  })
  const tell = (to: Member, kind = 'care.rest_offered', path = '/my-follow-ups') =>
    db.asPlatform((tx) =>
      openOutbox({ tx, programmeId: to.programmeId, now: noon, newId: randomUUID }).tell(to.personId, kind, {}, path),
    )

  test('a message stands in the inbox in the reader’s words, unread in words; its link marks it read and leads on', async () => {
    const id = await tell(supporter)
    const before = await client.read('/inbox')
    expect(before).toContain('おつかれさまでした')
    expect(before).toContain('未読')
    const easy = await app.signedIn(supporter, { locale: 'easy' })
    expect(await easy.read('/inbox')).toContain('まだ よんで いません')
    const opened = await client.get(`/m/${id}`)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/my-follow-ups'])
    expect(await client.read('/inbox')).toContain('読みました')
  })

  test('the link of a mail asks a stranger to sign in, and shows nobody the message of another', async () => {
    const id = await tell(supporter)
    const stranger = await app.stranger().get(`/m/${id}`)
    expect(stranger.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(`/m/${id}`)}`)
    const other = await app.signedIn(admin)
    expect((await other.get(`/m/${id}`)).status).toBe(404)
  })

  test('what has served its purpose is swept; what waits stays', async () => {
    const { programmeId } = supporter
    const old = new Date('2026-07-01T00:00:00Z')
    const event = { programme_id: programmeId, topic: 'test.topic', payload: '{}', created_at: old, next_at: old }
    await db.asPlatform((tx) =>
      tx
        .insertInto('platform.event')
        .values([
          { ...event, id: randomUUID(), done_at: old },
          { ...event, id: randomUUID(), done_at: noon },
          { ...event, id: randomUUID(), dead_at: old },
        ])
        .execute(),
    )
    await app.jobs.runJob('platform.sweep')
    const left = await db.asPlatform((tx) =>
      tx.selectFrom('platform.event').select('done_at').where('programme_id', '=', programmeId).execute(),
    )
    expect(left.map((row) => row.done_at)).toEqual(expect.arrayContaining([null, noon]))
    expect(left).toHaveLength(2)
  })

  test('all can be marked read at once', async () => {
    await tell(supporter)
    await tell(supporter, 'no.longer.known')
    expect((await client.post('/inbox/read')).status).toBe(303)
    expect(await client.read('/inbox')).not.toContain('未読')
  })

  test('a long inbox is read page by page', async () => {
    for (let n = 0; n < 31; n += 1) await tell(supporter)
    const first = await client.read('/inbox')
    expect(first.split('おつかれさまでした').length - 1).toBe(30)
    expect((await client.read('/inbox?page=2')).split('おつかれさまでした').length - 1).toBe(1)
    expect((await client.get('/inbox?page=-7e99')).status).toBe(200)
  })

  test('the administrator sees who and why of a dead letter, never words, link or address, and sends it again', async () => {
    const id = await tell(supporter, 'care.rest_offered', '/secret-path')
    await db.asPlatform((tx) =>
      tx
        .updateTable('platform.delivery')
        .set({ status: 'dead', last_error: 'refused 550', attempts: 1 })
        .where('message_id', '=', id)
        .execute(),
    )
    const administrator = await app.signedIn(admin)
    const page = await administrator.read('/dead-letters')
    expect(page).toContain(supporter.personId)
    expect(page).toContain('受け取ってもらえませんでした（550）')
    expect(page).not.toContain(supporter.email)
    expect(page).not.toMatch(/secret-path|おつかれさま/)
    expect((await administrator.post(`/dead-letters/messages/${id}/retry`)).status).toBe(303)
    expect(await administrator.read('/dead-letters')).not.toContain(id)
    expect((await administrator.post(`/dead-letters/messages/${id}/retry`)).status).toBe(404)
  })

  test('without a mail server the administrator’s start page says that mails wait', async () => {
    const administrator = await app.signedIn(admin)
    expect(await administrator.read('/today')).toContain('メールサーバーが設定されていません')
    expect(app.bugs).toEqual([])
  })

  test('in the demo everybody may read the mails, and open their links on this very site', async () => {
    await db.asPlatform((tx) =>
      tx
        .insertInto('platform.demo_mail')
        .values({
          id: randomUUID(),
          programme_id: null,
          to_address: 'hana@example.jp',
          subject: 'サインインのリンク',
          body: '開いてください。\n\nhttps://elsewhere.example/sign-in/link/abc?x=1\n',
          at: noon,
        })
        .execute(),
    )
    const page = await app.stranger().read('/demo/mails')
    expect(page).toContain('hana@example.jp')
    expect(page).toContain('href="/sign-in/link/abc?x=1"')
  })

  test('long work shows how far it is, looks again by itself while it runs, and can be stopped', async () => {
    const id = randomUUID()
    await db.asPlatform((tx) =>
      tx
        .insertInto('platform.work')
        .values({
          programme_id: supporter.programmeId,
          id,
          kind: 'test.work',
          membership_id: supporter.membershipId,
          params: '{}',
          status: 'running',
          done_count: 3,
          total_count: 10,
          created_at: noon,
        })
        .execute(),
    )
    const running = await client.get(`/work/${id}`)
    expect(running.headers.get('refresh')).toBe('4')
    expect(await running.text()).toContain('10件のうち3件')
    expect((await client.get(`/work/${id}?still=1`)).headers.get('refresh')).toBeNull()
    expect((await (await app.signedIn(admin)).get(`/work/${id}`)).status).toBe(404)
    expect((await client.post(`/work/${id}/cancel`)).status).toBe(303)
    const stopped = await client.get(`/work/${id}`)
    expect(stopped.headers.get('refresh')).toBeNull()
    expect(await stopped.text()).toContain('取りやめました')
  })
})
