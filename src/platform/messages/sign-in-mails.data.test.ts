import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { queueSignIn, type SignInLetter, sendSignInMails } from './sign-in-mails.ts'
import { type Mail, MailError, type Transport } from './transport.ts'

const noon = new Date('2026-08-25T03:00:00Z')
const letter: SignInLetter = {
  to: 'hana@example.jp',
  url: 'https://hitoba.example/sign-in/link/secret-token',
  locale: 'ja',
  purpose: 'sign_in',
  senderName: 'ひとば',
}

describeEngines('sign-in mails', (db) => {
  let now = noon
  let system: TestSystem
  let mails: Mail[] = []
  let trouble: Error | null = null
  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })
  beforeEach(() => {
    now = noon
    mails = []
    trouble = null
  })
  const transport: Transport = {
    send: async (mail) => {
      if (trouble) throw trouble
      mails.push(mail)
    },
    close: () => undefined,
  }
  const queue = (mail: SignInLetter) =>
    db.asPlatform((tx) =>
      queueSignIn(
        { tx, vault: system.vault, now, newId: randomUUID, expiresAt: new Date(now.getTime() + 900_000) },
        mail,
      ),
    )
  const drain = () => sendSignInMails({ db, transport, clock: () => now, vault: system.vault })
  const rows = () => db.asPlatform((tx) => tx.selectFrom('platform.sign_in_mail').selectAll().execute())

  test('the row holds neither address nor link in clear, and is gone once the mail has left', async () => {
    await queue(letter)
    expect(JSON.stringify(await rows())).not.toMatch(/hana|example|secret-token/)
    expect(await drain()).toBe(1)
    expect(mails[0]).toMatchObject({ to: letter.to, senderName: 'ひとば' })
    expect(mails[0]?.body).toContain(letter.url)
    expect(await rows()).toEqual([])
  })

  test('for an address that nobody has, a row is written all the same and no mail leaves', async () => {
    await queue({ ...letter, to: null })
    expect(await rows()).toHaveLength(1)
    await drain()
    expect(mails).toEqual([])
    expect(await rows()).toEqual([])
  })

  test('it is tried again after a minute, and forgotten when the link has ended', async () => {
    trouble = new MailError('unreachable', false)
    await queue(letter)
    expect(await drain()).toBe(0)
    trouble = null
    expect(await drain()).toBe(0)
    now = new Date(now.getTime() + 61_000)
    expect(await drain()).toBe(1)
    trouble = new MailError('unreachable', false)
    await queue(letter)
    await drain()
    now = new Date(now.getTime() + 3_600_000)
    await drain()
    expect(await rows()).toEqual([])
    expect(mails).toHaveLength(1)
  })

  test('a row that cannot be opened any more holds up no other', async () => {
    await db.asPlatform((tx) =>
      tx
        .insertInto('platform.sign_in_mail')
        .values({ id: randomUUID(), sealed: 'k9.broken', next_at: now, expires_at: new Date(now.getTime() + 900_000) })
        .execute(),
    )
    await queue(letter)
    await drain()
    expect(mails).toHaveLength(1)
    expect(await rows()).toEqual([])
  })
})
