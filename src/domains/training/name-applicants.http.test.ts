import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { hashToken, newToken } from '#platform/auth/token.ts'
import { flashOf } from '#platform/http/flash.ts'
import { sendSignInMails } from '#platform/messages/sign-in-mails.ts'
import { type Client, type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aCourse, aRun } from '#test/call-world.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { comeInBy } from '#test/training/come-in.ts'
import { aPlace } from '#test/visit-builders.ts'
import { forgetLinks, insertLink } from './data/apply-links.ts'
import { publicPaths } from './web/paths.ts'

const day = 86_400_000
const begin = new Date('2026-11-22T03:00:00Z')
const second = 'second@example.jp'
const thrice = 'thrice@example.jp'

describeEngines('somebody whom an office names', (db) => {
  let app: TestApp
  let now = begin
  let host: Client
  let coordinator: Client
  let contact: Member
  let programmeId = 0
  let placeId = ''
  let runId = ''
  beforeAll(async () => {
    app = await testApp(db, () => now)
  })
  beforeEach(async () => {
    now = begin
    await mailed()
    const members = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      runId = await aRun(tx, programmeId, await aCourse(tx, programmeId, { kind: 'host', in_pairs: true }))
      placeId = await aPlace(tx, programmeId)
      contact = await aMember(tx, programmeId, 'host', { placeId, name: '担当 はな' })
      return { contact, coordinator: await aMember(tx, programmeId, 'coordinator') }
    })
    host = await app.signedIn(members.contact)
    coordinator = await app.signedIn(members.coordinator)
  })

  const mailed = async (): Promise<{ to: string; link: string }[]> => {
    const sent: { to: string; link: string }[] = []
    const send = async ({ to, body }: { to: string; body: string }) =>
      void sent.push({ to, link: (/http\S+/.exec(body)?.[0] ?? '').slice(testOrigin.length) })
    await sendSignInMails({ db, transport: { send } as never, clock: () => now, vault: app.services.vault })
    return sent
  }
  const name = (colleague: string, email = '') =>
    host.post(`/my-applications/new/${runId}`, {
      name: '担当 はな',
      kana: 'たんとう はな',
      colleague_name: colleague,
      colleague_kana: 'どうりょう',
      colleague_email: email,
    })
  const applications = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('training.application')
        .select(['id', 'person_id', 'pair_id', 'status'])
        .where('run_id', '=', runId)
        .where('status', '<>', 'withdrawn')
        .execute(),
    )
  const named = async () => {
    const theirs = (await applications()).find(({ person_id }) => person_id !== contact.personId)
    if (!theirs) throw new Error('nobody was named')
    return theirs
  }
  const said = (answer: Response): string => flashOf(answer.headers.getSetCookie().join('; ')) ?? ''
  const invite = async (id: string, email: string): Promise<string> => {
    const answer = await host.post(`/my-applications/${id}/invite`, { email })
    return answer.status === 303 ? said(answer) : answer.text()
  }
  const rolesOf = async (personId: string): Promise<number> =>
    (
      await db.asPlatform((tx) =>
        tx.selectFrom('platform.membership').select('id').where('person_id', '=', personId).execute(),
      )
    ).length
  /** Somebody who was sent by this place once and does not sign in; their part for this run is attached to their own record. */
  const known = async (email: string | null) => {
    const id = randomUUID()
    const personId = await db.asPlatform(async (tx) => {
      const who = await aPerson(tx, programmeId, { name: '以前 さん', email })
      const row = { programme_id: programmeId, person_id: who, place_id: placeId, via: 'office', created_at: begin }
      const before = await aRun(tx, programmeId, await aCourse(tx, programmeId, { kind: 'host' }))
      await tx
        .insertInto('training.application')
        .values([
          { ...row, id: randomUUID(), run_id: before, status: 'withdrawn' },
          { ...row, id, run_id: runId, status: 'draft' },
        ])
        .execute()
      return who
    })
    return { id, personId }
  }
  const aLink = async (applicationId: string): Promise<string> => {
    const token = newToken()
    await db.asPlatform((tx) =>
      insertLink(
        { tx, vault: app.services.vault.vaultFor(tx, programmeId), programmeId },
        {
          tokenHash: hashToken(token),
          wish: { runId, applicationId },
          asker: { name: 'x', kana: 'x', email: second, locale: 'ja' },
          now,
          expiresAt: new Date(now.getTime() + day),
        },
      ),
    )
    return publicPaths.link(String(programmeId), token)
  }

  test('is not made one with a record of that name; the address given leads to what was made with the naming', async () => {
    const { id, personId } = await known(null)
    await db.asPlatform((tx) =>
      tx.updateTable('training.application').set({ status: 'withdrawn' }).where('id', '=', id).execute(),
    )
    await name('以前 さん')
    const theirs = await named()
    expect(theirs.person_id).not.toBe(personId)
    expect(await invite(theirs.id, second)).toContain('メールをお送りしました')
    const [mail] = await mailed()
    await comeInBy(app.stranger(), mail?.link ?? '')
    expect(await rolesOf(personId)).toBe(0)
    expect(await rolesOf(theirs.person_id)).toBe(1)
  })

  test('and has a record from before is asked by staff, not by an address that the office types', async () => {
    const { id, personId } = await known(null)
    expect(await invite(id, second)).toContain('職員がご本人にうかがいます')
    expect(await mailed()).toEqual([])
    const link = await aLink(id)
    expect((await app.stranger().post(link)).status, 'a link that was sent before').toBe(410)
    expect(await rolesOf(personId)).toBe(0)
  })

  test('is mailed where their own record has that address, and comes to it', async () => {
    const { id, personId } = await known('their.own@example.jp')
    expect(await invite(id, second)).toContain('職員がご本人にうかがいます')
    expect(await invite(id, 'Their.Own@example.jp')).toContain('メールをお送りしました')
    const [mail, ...more] = await mailed()
    expect([mail?.to, more]).toEqual(['their.own@example.jp', []])
    expect((await comeInBy(app.stranger(), mail?.link ?? '')).to).toContain(id)
    expect(await rolesOf(personId)).toBe(1)
  })

  test.each([
    [
      'a role',
      (personId: string) =>
        db.asPlatform(async (tx) => {
          const { membershipId } = await aMember(tx, programmeId, 'supporter', { personId })
          await tx.updateTable('platform.membership').set({ ended_at: now }).where('id', '=', membershipId).execute()
        }),
    ],
    [
      'another record',
      (personId: string) =>
        db.asPlatform(async (tx) => {
          const gone = await aPerson(tx, programmeId, { erased_at: now })
          await tx.updateTable('people.person').set({ merged_into: personId }).where('id', '=', gone).execute()
        }),
    ],
    [
      'an address',
      (personId: string) =>
        db.asPlatform(async (tx) => {
          await tx.updateTable('people.person').set({ email: 'x@example.jp' }).where('id', '=', personId).execute()
        }),
    ],
    [
      'what staff wrote down',
      async (_: string, id: string) => {
        await coordinator.post(`/training/applications/${id}/told`, { via: 'phone', told_on: '2026-11-22' })
      },
    ],
  ])('and whose record has got %s since is no longer opened by the link', async (_, come) => {
    await name('同僚 さん', second)
    const theirs = await named()
    const [mail] = await mailed()
    await come(theirs.person_id, theirs.id)
    const before = await rolesOf(theirs.person_id)
    expect((await app.stranger().post(mail?.link ?? '')).status).toBe(410)
    expect(await rolesOf(theirs.person_id)).toBe(before)
    expect(await invite(theirs.id, second)).toContain('職員がご本人にうかがいます')
    expect(await mailed()).toEqual([])
  })

  test('gives way to another colleague once the first pair is taken back', async () => {
    await name('同僚 さん')
    const first = await named()
    await name('同僚 さん')
    expect(await applications(), 'named again they are the same two').toHaveLength(2)
    const refused = await name('別の人')
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('先にその申込を取り下げてください')
    expect(page, 'nothing typed is lost').toContain('別の人')
    expect(await applications()).toHaveLength(2)
    await host.post(`/my-applications/${first.id}/status`, { to: 'withdrawn' })
    expect((await name('別の人')).status).toBe(303)
    const pair = await applications()
    expect(pair.map(({ status }) => status)).toEqual(['draft', 'draft'])
    expect(new Set(pair.map(({ pair_id }) => pair_id)).size).toBe(1)
    expect((await name('担当　はな')).status, 'nobody comes with themselves').toBe(409)
  })

  test('is mailed three times, and no more a week later', async () => {
    await name('同僚 さん', thrice)
    const { id } = await named()
    for (const sent of [2, 3]) expect(await invite(id, thrice), String(sent)).toContain('メールをお送りしました')
    expect(await mailed()).toHaveLength(3)
    expect(await invite(id, thrice)).toContain('続けてメールをお送りできません')
    now = new Date(begin.getTime() + 8 * day)
    await db.asPlatform((tx) => forgetLinks(tx, programmeId, now))
    host = await app.signedIn(contact)
    expect(await invite(id, thrice)).toContain('続けてメールをお送りできません')
    expect(await mailed()).toEqual([])
  })

  test('by name after name: one mailbox gets no more than five a day, and the office sends no more than twenty', async () => {
    const next = async (at: number, email: string) => {
      const answer = await name(`同僚 ${at}`, email)
      await host.post(`/my-applications/${(await named()).id}/status`, { to: 'withdrawn' })
      return answer
    }
    for (let at = 0; at < 7; at += 1) expect((await next(at, 'one.box@example.jp')).status).toBe(303)
    expect(await mailed()).toHaveLength(5)
    for (let at = 0; at < 17; at += 1) await next(at, `box.${at}@example.jp`)
    expect(await mailed()).toHaveLength(15)
    const last = await name('同僚 さいご', 'last@example.jp')
    expect(said(last)).toContain('続けてメールをお送りできません')
    expect(await mailed()).toEqual([])
    now = new Date(begin.getTime() + day)
    host = await app.signedIn(contact)
    expect(await invite((await named()).id, 'last@example.jp')).toContain('メールをお送りしました')
    expect(app.bugs).toEqual([])
  })
})
