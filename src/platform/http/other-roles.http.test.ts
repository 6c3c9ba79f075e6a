import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { openOutbox } from '#platform/messages/outbox.ts'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { visitor } from '#test/visitor.ts'

const noon = new Date('2026-08-25T03:00:00Z')

describeEngines('a page of another role', (db) => {
  let app: TestApp
  let here = 0
  let there = 0
  beforeAll(async () => {
    app = await testApp(db, () => noon)
    ;[here, there] = await db.asPlatform(
      async (tx): Promise<[number, number]> => [await aProgramme(tx), await aProgramme(tx, { name: '隣町の事業' })],
    )
  })

  type More = { role: Member['role']; programmeId?: number; sameAs?: Member; person?: Member; name?: string }
  const member = ({ role, programmeId = here, sameAs, person, name }: More): Promise<Member> =>
    db.asPlatform(async (tx) => {
      const personId = person?.personId ?? (await aPerson(tx, programmeId, name ? { name } : {}))
      const made = await aMember(tx, programmeId, role, { personId })
      if (!sameAs) return made
      const own = tx.updateTable('platform.membership').set({ account_id: sameAs.accountId })
      await own.where('id', '=', made.membershipId).execute()
      return { ...made, accountId: sameAs.accountId }
    })
  const tell = (to: Member) =>
    db.asPlatform((tx) =>
      openOutbox({ tx, programmeId: to.programmeId, now: noon, newId: randomUUID }).tell(
        to.personId,
        'care.rest_offered',
        {},
        '/my-follow-ups',
      ),
    )
  const settled = (html: string) => html.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')

  test('is offered in the role in which it is there; one press changes the role and goes on to it', async () => {
    const companion = await member({ role: 'companion', name: '二役 花子' })
    const supporter = await member({ role: 'supporter', sameAs: companion, person: companion })
    const client = await app.signedIn(companion)
    const offered = await client.get('/proposals?show=past')
    expect(offered.status).toBe(200)
    const page = await offered.text()
    expect(page).toContain('別の役割で開けます')
    expect(page).toContain(`name="membership" value="${supporter.membershipId}"`)
    const changed = await client.post('/role', { membership: supporter.membershipId, next: '/proposals?show=past' })
    expect([changed.status, changed.headers.get('location')]).toEqual([303, '/proposals?show=past'])
    const cookie =
      changed.headers
        .getSetCookie()
        .find((one) => one.startsWith('hitoba='))
        ?.split(';')[0] ?? ''
    expect((await client.request('/proposals?show=past', { headers: { cookie } })).status).toBe(200)
  })

  test('nobody’s but the account’s own: otherwise the same page as where nothing is', async () => {
    const companion = await member({ role: 'companion' })
    await member({ role: 'supporter', sameAs: companion })
    const ended = await member({ role: 'admin', sameAs: companion })
    await db.asPlatform((tx) =>
      tx.updateTable('platform.membership').set({ ended_at: noon }).where('id', '=', ended.membershipId).execute(),
    )
    await member({ role: 'admin' })
    const stranger = await member({ role: 'supporter' })
    const client = await app.signedIn(companion)
    const theirs = await client.get(`/m/${await tell(stranger)}`)
    const nothing = await client.get(`/m/${randomUUID()}`)
    expect([theirs.status, nothing.status]).toEqual([404, 404])
    expect(settled(await theirs.text())).toBe(settled(await nothing.text()))
    expect((await client.get('/dead-letters')).status).toBe(404)
    expect((await (await app.signedIn(stranger)).get('/audit')).status).toBe(404)
  })

  test('a mail for a child, or in another programme: whose it is is offered, and nothing is done yet', async () => {
    const mother = await member({ role: 'supporter', name: '母 桜' })
    const child = await member({ role: 'trainee', sameAs: mother, name: '子 梅' })
    const elsewhere = await member({ role: 'seeker', sameAs: mother, programmeId: there, name: '母 桜' })
    const client = await app.signedIn(mother)
    for (const [to, hint] of [
      [child, '子 梅'],
      [elsewhere, '隣町の事業'],
    ] as const) {
      const id = await tell(to)
      const page = await client.read(`/m/${id}`)
      expect(page).toContain(hint)
      expect(page).toContain(`name="next" value="/m/${id}"`)
      expect(page).toContain(`value="${to.membershipId}"`)
      // The wall and the heading are those of the present role again.
      expect(page).toMatch(/class="name"[^>]*>母 桜</)
      expect(page).not.toContain(`value="${(to === child ? elsewhere : child).membershipId}"`)
      const message = await db.asPlatform((tx) =>
        tx.selectFrom('platform.message').select('read_at').where('id', '=', id).executeTakeFirstOrThrow(),
      )
      expect(message.read_at).toBeNull()
    }
  })

  test('nothing that is posted is tried in another role', async () => {
    const companion = await member({ role: 'companion' })
    await member({ role: 'supporter', sameAs: companion, person: companion })
    expect((await (await app.signedIn(companion)).post('/sheet/hours')).status).toBe(404)
  })

  test('the public guide has the heading of whoever reads it, in whole or not at all', async () => {
    const supporter = await member({ role: 'supporter', name: '読む 人' })
    const own = await (await app.signedIn(supporter)).read('/guide')
    expect(own).toContain('読む 人')
    expect(own).toContain('href="/inbox"')
    const stranger = await app.stranger().read('/guide')
    expect(stranger).not.toContain('href="/inbox"')
    const dead = visitor(app)
    dead.cookies.set('hitoba', 'x'.repeat(43))
    expect(await (await dead.get('/guide')).text()).not.toContain('href="/inbox"')
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})
