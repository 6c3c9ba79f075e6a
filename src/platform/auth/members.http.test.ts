import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/client.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { askedLink, givePassword, giveSecondFactor, visitor, waitingMails } from '#test/visitor.ts'
import type { Role } from '#kernel/role.ts'

describeEngines('Members and their sessions', (db) => {
  let app: TestApp
  let now = new Date('2026-11-22T01:00:00Z')
  let programmeId = 0
  let coordinator: Member
  let admin: Member
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  const member = (role: Role, more: { personId?: string } = {}) =>
    db.asPlatform((tx) => aMember(tx, programmeId, role, more))
  const audited = async (action: string) =>
    (
      await db.asPlatform((tx) =>
        tx.selectFrom('platform.audit_entry').select('object_id').where('action', '=', action).execute(),
      )
    ).map((row) => row.object_id)

  beforeAll(async () => {
    programmeId = await db.asPlatform(aProgramme)
    coordinator = await member('coordinator')
    admin = await member('admin')
    app = await testApp(db, () => now)
  })

  describe('rights', () => {
    test('the next request after a role ended is refused, and its session is over for good', async () => {
      const supporter = await member('supporter')
      const theirs = await app.signedIn(supporter)
      expect((await theirs.get('/today')).status).toBe(200)
      const ours = await app.signedIn(coordinator)
      const done = await ours.post(`/members/${supporter.membershipId}/end`)
      expect(done.headers.get('location')).toBe('/members')
      expect((await theirs.get('/today')).headers.get('location')).toBe('/sign-in?next=%2Ftoday')
      expect(await audited('role.ended')).toContain(supporter.membershipId)
    })

    test('a role that was ended by another way than this page ends the session too', async () => {
      const host = await member('supporter')
      const theirs = await app.signedIn(host)
      await db.asPlatform((tx) =>
        tx.updateTable('platform.membership').set({ ended_at: now }).where('id', '=', host.membershipId).execute(),
      )
      expect((await theirs.get('/today')).status).toBe(303)
    })

    test('the administrator neither sees nor ends the roles of people who take part', async () => {
      const supporter = await member('supporter')
      const client = await app.signedIn(admin)
      expect(await client.read('/members?group=people')).not.toContain(supporter.email)
      expect((await client.get(`/members/${supporter.membershipId}`)).status).toBe(404)
      expect((await client.post(`/members/${supporter.membershipId}/end`)).status).toBe(404)
    })

    test('the coordinator cannot end, re-address or reset an administrator, and nobody ends the last one', async () => {
      const ours = await app.signedIn(coordinator)
      for (const path of ['end', 'invitation', 'second-factor-reset'])
        expect((await ours.post(`/members/${admin.membershipId}/${path}`, { email: 'thief@example.jp' })).status).toBe(
          404,
        )
      const other = await member('admin')
      const theirs = await app.signedIn(other)
      expect((await theirs.post(`/members/${admin.membershipId}/end`)).status).toBe(303)
      admin = other
      expect((await theirs.post(`/members/${other.membershipId}/end`)).status).toBe(409)
    })

    test('members of another programme are not there', async () => {
      const elsewhere = await db.asPlatform(aProgramme)
      const stranger = await db.asPlatform((tx) => aMember(tx, elsewhere, 'companion'))
      const ours = await app.signedIn(coordinator)
      expect((await ours.get(`/members/${stranger.membershipId}`)).status).toBe(404)
      for (const path of ['end', 'invitation', 'second-factor-reset'])
        expect((await ours.post(`/members/${stranger.membershipId}/${path}`, { email: 'x@example.jp' })).status).toBe(
          404,
        )
      expect(await ours.read('/members')).not.toContain(stranger.email)
    })
  })

  describe('invitations', () => {
    test('an invited companion opens the link, sets up the second factor and is in', async () => {
      const ours = await app.signedIn(coordinator)
      const sent = await ours.post('/members/new', {
        name: '新しい人',
        kana: 'あたらしいひと',
        email: 'New.One@example.jp',
        role: 'companion',
      })
      expect(sent.status).toBe(303)
      expect(
        (await app.services.db.asPlatform((tx) => tx.selectFrom('platform.event').selectAll().execute())).length,
      ).toBeGreaterThan(0)
      await app.jobs.drainNow()
      const mail = (await waitingMails(app)).find(({ to }) => to === 'new.one@example.jp')
      expect(mail?.purpose).toBe('invite')
      later(60 * 24 * 6)
      const path = new URL(mail?.url ?? '').pathname
      const who = visitor(app)
      expect((await who.get(path)).status).toBe(200)
      expect((await who.post(path)).headers.get('location')).toBe('/sign-in/set-up-code')
      expect((await visitor(app).post(path)).status).toBe(410)
    })

    test('a second role needs no second person; the same role twice is refused', async () => {
      const ours = await app.signedIn(coordinator)
      const supporter = await member('supporter')
      const fields = { of: supporter.membershipId, email: supporter.email, role: 'companion' }
      expect((await ours.post('/members/new', fields)).status).toBe(303)
      expect((await ours.post('/members/new', fields)).status).toBe(422)
      const held = await db.asPlatform((tx) =>
        tx.selectFrom('platform.membership').select('role').where('person_id', '=', supporter.personId).execute(),
      )
      expect(held.map(({ role }) => role).toSorted()).toEqual(['companion', 'supporter'])
    })

    test('a host contact needs a place, and a coordinator makes no administrator', async () => {
      const ours = await app.signedIn(coordinator)
      const person = { name: '人', kana: 'ひと', email: 'host@example.jp' }
      expect((await ours.post('/members/new', { ...person, role: 'host' })).status).toBe(422)
      expect((await ours.post('/members/new', { ...person, role: 'admin' })).status).toBe(422)
      expect((await ours.post('/members/new', { ...person, role: 'companion', name: '' })).status).toBe(422)
    })
  })

  test('what nobody reaches any more is swept at night', async () => {
    const { email } = await member('supporter')
    await askedLink(app, visitor(app), email)
    later(60 * 24 * 100)
    await app.jobs.runJob('auth.sweep')
    const left = await db.asPlatform(async (tx) => [
      (await tx.selectFrom('platform.attempt').select('kind').execute()).length,
      (await tx.selectFrom('platform.sign_in_link').select('token_hash').execute()).length,
      (await tx.selectFrom('platform.session').select('id').execute()).length,
    ])
    expect(left).toEqual([0, 0, 0])
  })

  describe('sessions', () => {
    const enter = async (email: string) => {
      const who = visitor(app)
      await who.post(await askedLink(app, who, email))
      return who
    }

    test('a family behind one address chooses who it is; changing the role makes a new token, and the old one is dead', async () => {
      const { accountId, email, membershipId } = await member('supporter')
      const personId = await db.asPlatform((tx) => aPerson(tx, programmeId))
      const second = await member('trainee', { personId })
      await db.asPlatform((tx) =>
        tx
          .updateTable('platform.membership')
          .set({ account_id: accountId })
          .where('id', '=', second.membershipId)
          .execute(),
      )
      const who = visitor(app)
      expect((await who.post(await askedLink(app, who, email))).headers.get('location')).toBe('/sign-in/choose')
      expect((await who.get('/today')).headers.get('location')).toMatch(/^\/sign-in\/choose/)
      const before = who.copy()
      expect((await who.post('/role', { membership: membershipId })).headers.get('location')).toBe('/today')
      const asSupporter = who.copy()
      expect((await who.get('/today')).status).toBe(200)
      expect((await before.get('/sign-in/choose')).headers.get('location')).toMatch(/^\/sign-in/)
      expect((await who.post('/role', { membership: second.membershipId })).headers.get('location')).toBe('/today')
      expect((await asSupporter.get('/today')).headers.get('location')).toMatch(/^\/sign-in/)
      expect((await who.post('/role', { membership: coordinator.membershipId })).headers.get('location')).toBe(
        '/sign-in/choose',
      )
    })

    test('staff are out after an hour of nothing and after eight hours of work; a supporter is not', async () => {
      const companion = await member('companion')
      const idle = await app.signedIn(companion)
      const busy = await app.signedIn(companion)
      const supporter = await enter((await member('supporter')).email)
      for (let i = 0; i < 15; i += 1) {
        later(30)
        expect((await busy.get('/today')).status).toBe(200)
        if (i === 2) expect((await idle.get('/today')).status).toBe(303)
      }
      later(31)
      expect((await busy.get('/today')).status).toBe(303)
      expect((await supporter.get('/today')).status).toBe(200)
      later(60 * 24 * 15)
      expect((await supporter.get('/today')).status).toBe(303)
    })

    test('signing out ends the session in the database, not only in the browser', async () => {
      const who = await enter((await member('supporter')).email)
      const thief = who.copy()
      const out = await who.post('/sign-out')
      expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
      expect(who.cookies.has('hitoba')).toBe(false)
      expect((await thief.get('/today')).status).toBe(303)
    })

    test('the account page lists where one is signed in, and ends the others', async () => {
      const { email } = await member('supporter')
      const one = await enter(email)
      const two = await enter(email)
      const page = await (await one.get('/account')).text()
      const other = /name="session" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? ''
      expect((await one.post('/account/session-end', { session: other })).status).toBe(303)
      expect((await two.get('/today')).status).toBe(303)
      expect((await one.get('/today')).status).toBe(200)
      const stranger = await enter((await member('supporter')).email)
      const own = /name="session" value="([0-9a-f-]+)"/.exec(
        await (await (await enter(email)).get('/account')).text(),
      )?.[1]
      await stranger.post('/account/session-end', { session: own ?? '' })
      expect((await one.get('/today')).status).toBe(200)
    })

    test('a new password closes the other sessions and the links in the mailbox, and wants a fresh proof', async () => {
      const { email, accountId } = await member('supporter')
      const old = await enter(email)
      const who = await enter(email)
      const waiting = await askedLink(app, visitor(app), email)
      const password = 'ゆうやけの 丘で ひつじが 七匹 ねむる'
      expect((await who.post('/account/password', { password: 'みじかい', again: 'みじかい' })).status).toBe(422)
      expect((await who.post('/account/password', { password, again: `${password}？` })).status).toBe(422)
      expect((await who.post('/account/password', { password, again: password })).headers.get('location')).toBe(
        '/account',
      )
      expect((await waitingMails(app)).some((mail) => mail.to === email && mail.purpose === 'changed')).toBe(true)
      expect((await who.get('/today')).status).toBe(200)
      expect((await old.get('/today')).status).toBe(303)
      expect((await visitor(app).post(waiting)).status).toBe(410)
      expect((await visitor(app).post('/sign-in/password', { email, password })).status).toBe(303)
      later(16)
      expect((await who.get('/account/password')).headers.get('location')).toBe('/account/prove')
      await givePassword(app, accountId, password)
    })

    test('a coordinator lets a lost telephone be set up again; the sessions of the account end', async () => {
      const companion = await member('companion')
      await giveSecondFactor(app, companion.accountId)
      const theirs = await app.signedIn(companion)
      const ours = await app.signedIn(coordinator)
      expect((await ours.post(`/members/${coordinator.membershipId}/second-factor-reset`)).status).toBe(409)
      expect((await ours.post(`/members/${companion.membershipId}/second-factor-reset`)).status).toBe(303)
      expect((await theirs.get('/today')).status).toBe(303)
      const who = visitor(app)
      expect((await who.post(await askedLink(app, who, companion.email))).headers.get('location')).toBe(
        '/sign-in/set-up-code',
      )
      expect(await audited('second_factor.reset')).toContain(companion.membershipId)
    })
  })
})
