import { beforeAll, expect, test } from 'vitest'
import { verifyChain } from '#platform/audit/verify.ts'
import { type TestApp, testApp } from '#test/client.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { askedLink, givePassword, giveSecondFactor, type Visitor, visitor, waitingMails } from '#test/visitor.ts'

const password = 'まどの そとに とんぼが 三匹 いた'

describeEngines('What happens to an account', (db) => {
  let app: TestApp
  let now = new Date('2026-11-22T01:00:00Z')
  let here = 0
  let there = 0
  const later = () => {
    now = new Date(now.getTime() + 60_000)
  }
  beforeAll(async () => {
    ;[here, there] = await db.asPlatform(
      async (tx): Promise<[number, number]> => [await aProgramme(tx), await aProgramme(tx)],
    )
    app = await testApp(db, () => now)
  })

  const member = (role: 'supporter' | 'coordinator' | 'admin', programmeId = here, name?: string) =>
    db.asPlatform((tx) => aMember(tx, programmeId, role, name ? { name } : {}))
  /** Gives the second one's role to the account of the first. */
  const joined = (one: Member, two: Member) =>
    db.asPlatform((tx) =>
      tx
        .updateTable('platform.membership')
        .set({ account_id: one.accountId })
        .where('id', '=', two.membershipId)
        .execute(),
    )
  const noted = (about: Member) =>
    db.asPlatform(async (tx) =>
      (
        await tx
          .selectFrom('platform.audit_entry')
          .select(['action', 'reason', 'actor_person_id', 'actor_role'])
          .where('programme_id', '=', about.programmeId)
          .where('subject_id', '=', about.personId)
          .where('object_kind', '=', 'account')
          .orderBy('seq')
          .execute()
      ).map((row) => {
        expect([row.actor_person_id, row.actor_role]).toEqual([null, 'account'])
        return row.reason ? `${row.action} ${row.reason}` : row.action
      }),
    )
  const byLink = async ({ email }: Member): Promise<Visitor> => {
    const who = visitor(app)
    await who.post(await askedLink(app, who, email))
    return who
  }
  const entries = async (): Promise<number> =>
    (await db.asPlatform((tx) => tx.selectFrom('platform.audit_entry').select('seq').execute())).length

  test('a link, a password, the way out: each is noted at the person, without saying from where', async () => {
    const hanako = await member('supporter')
    await givePassword(app, hanako.accountId, password)
    const who = await byLink(hanako)
    await who.post('/sign-out')
    await who.post('/sign-out')
    await visitor(app, { address: '203.0.113.9' }).post('/sign-in/password', { email: hanako.email, password })
    expect(await noted(hanako)).toEqual(['sign_in link', 'sign_out', 'sign_in password'])
    const rows = await db.asPlatform((tx) => tx.selectFrom('platform.audit_entry').selectAll().execute())
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|192\.0\.2|@example|とんぼ/)
  })

  test('with a second factor: the proof, each wrong code, and only then that somebody came in', async () => {
    const staff = await member('coordinator')
    const code = await giveSecondFactor(app, staff.accountId)
    const who = await byLink(staff)
    await who.post('/sign-in/code', { code: '000000' })
    await who.post('/sign-in/code', { code: code() })
    expect(await noted(staff)).toEqual(['sign_in.proved link', 'sign_in.code_wrong', 'sign_in code'])
  })

  test('an invitation that was accepted, a new password, other devices ended', async () => {
    const coordinator = await app.signedIn(await member('coordinator'))
    const hanako = await member('supporter')
    await coordinator.post(`/members/${hanako.membershipId}/invitation`, { email: hanako.email })
    await app.jobs.drainNow()
    const mail = (await waitingMails(app)).find(({ to, purpose }) => to === hanako.email && purpose === 'invite')
    const path = new URL(mail?.url ?? '').pathname
    const who = visitor(app)
    expect((await who.post(path)).headers.get('location')).toBe('/today')
    await who.post('/account/password', { password, again: password })
    await who.post('/account/other-sessions-end')
    expect(await noted(hanako)).toEqual(['sign_in invite', 'password.changed', 'sign_out.elsewhere'])
  })

  test('what did not open anything is not noted: so nobody learns from it who has an account', async () => {
    const hanako = await member('supporter')
    await givePassword(app, hanako.accountId, password)
    const before = await entries()
    for (const email of [hanako.email, 'nobody.at.all@example.jp']) {
      await visitor(app).post('/sign-in/link', { email })
      await visitor(app).post('/sign-in/password', { email, password: 'does not matter here' })
    }
    await visitor(app).post('/sign-out')
    await visitor(app).post('/sign-in/link/unknown')
    expect(await entries()).toBe(before)
  })

  test('an account with roles in two programmes, or for two of a family, is noted at each of them; the chains hold', async () => {
    const mother = await member('supporter')
    const son = await member('supporter')
    const elsewhere = await member('supporter', there)
    await joined(mother, son)
    await joined(mother, elsewhere)
    await Promise.all([byLink(mother), byLink(mother)])
    for (const one of [mother, son, elsewhere]) expect(await noted(one)).toContain('sign_in link')
    for (const programmeId of [here, there]) {
      const { fault } = await db.asPlatform((tx) => verifyChain(tx, programmeId, app.services.auditKey))
      expect(fault).toBeNull()
    }
  })

  test('the person reads it once, in their words, on the page of the account, and not among those who looked', async () => {
    const hanako = await member('supporter')
    await joined(hanako, await member('supporter', there))
    later()
    await byLink(hanako)
    const client = await app.signedIn(hanako)
    const page = await client.read('/account')
    expect(page.match(/メールのリンクでサインインしました。/g)).toHaveLength(1)
    expect(await (await app.signedIn(hanako, { locale: 'en' })).read('/account')).toContain(
      'Signed in with a mailed link.',
    )
    expect(await (await app.signedIn(hanako, { locale: 'easy' })).read('/account')).toContain(
      'メールの リンクで 入りました。',
    )
    expect(await client.read('/me/looked')).toContain('まだ、だれも見ていません。')
    expect(await (await app.signedIn(await member('supporter'))).read('/account')).toContain('まだ記録はありません。')
  })

  test('the administrator reads it of their programme: staff by name, those who take part without', async () => {
    const staff = await member('coordinator', here, '職員 桜')
    await byLink(staff)
    const hanako = await member('supporter', here, '参加 梅')
    await byLink(hanako)
    await byLink(await member('coordinator', there, '隣町 松'))
    const admin = await app.signedIn(await member('admin'))
    const page = await admin.read('/audit?show=accounts')
    expect(page).toContain('職員 桜')
    expect(page).toContain('メールのリンクでサインインしました。')
    for (const hidden of ['参加 梅', '隣町 松', hanako.personId, hanako.email]) expect(page).not.toContain(hidden)
    expect((await (await app.signedIn(staff)).get('/audit')).status).toBe(404)
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})
