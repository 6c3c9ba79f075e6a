import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { askedLink, givePassword, giveSecondFactor, visitor, waitingMails } from '#test/visitor.ts'

describeEngines('Coming in', (db) => {
  let app: TestApp
  let now = new Date('2026-11-22T01:00:00Z')
  let programmeId = 0
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  const member = (role: 'supporter' | 'coordinator') => db.asPlatform((tx) => aMember(tx, programmeId, role))

  beforeAll(async () => {
    programmeId = await db.asPlatform(aProgramme)
    app = await testApp(db, () => now)
  })

  describe('with a mailed link', () => {
    test('a link that was opened five times by a scanner still signs in, once', async () => {
      const { email } = await member('supporter')
      const who = visitor(app)
      const path = await askedLink(app, who, email)
      const scanner = visitor(app, { address: '198.51.100.9' })
      for (let i = 0; i < 5; i += 1) {
        expect((await scanner.get(path)).status).toBe(200)
        expect((await scanner.head(path)).status).toBe(200)
      }
      const first = await who.post(path)
      expect([first.status, first.headers.get('location')]).toEqual([303, '/today'])
      expect((await who.get('/today')).status).toBe(200)
      const again = visitor(app)
      expect((await again.post(path)).status).toBe(410)
      expect((await again.get('/today')).headers.get('location')).toMatch(/^\/sign-in/)
      expect((await scanner.get(path)).status).toBe(410)
    })

    test('of two presses at the same moment one signs in', async () => {
      const { email } = await member('supporter')
      const path = await askedLink(app, visitor(app), email)
      const answers = await Promise.all([visitor(app).post(path), visitor(app).post(path), visitor(app).post(path)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410])
    })

    test('a link is over after a quarter of an hour', async () => {
      const { email } = await member('supporter')
      const path = await askedLink(app, visitor(app), email)
      later(16)
      expect((await visitor(app).post(path)).status).toBe(410)
    })

    test('the answer, its headers and the rows written are the same for an address that nobody has', async () => {
      const { email } = await member('supporter')
      const counts = () =>
        db.asPlatform(async (tx) => [
          (await tx.selectFrom('platform.sign_in_link').select('token_hash').execute()).length,
          (await tx.selectFrom('platform.sign_in_mail').select('id').execute()).length,
          (await tx.selectFrom('platform.attempt').select('kind').execute()).length,
        ])
      const asked = async (address: string) => {
        const before = await counts()
        const who = visitor(app)
        const sent = await who.post('/sign-in/link', { email: address })
        const shown = await who.get(sent.headers.get('location') ?? '')
        const after = await counts()
        return {
          status: sent.status,
          headers: [...sent.headers].filter(([name]) => name !== 'x-request-id'),
          body: await shown.text(),
          rows: after.map((count, i) => count - (before[i] ?? 0)),
        }
      }
      const known = await asked(email)
      const unknown = await asked('nobody.at.all@example.jp')
      expect(unknown).toEqual(known)
      expect(unknown.rows).toEqual([1, 1, 1])
      expect((await waitingMails(app)).some(({ to }) => to === 'nobody.at.all@example.jp')).toBe(false)
      const accounts = await db.asPlatform((tx) =>
        tx.selectFrom('platform.account').select('id').where('email', 'like', 'nobody%').execute(),
      )
      expect(accounts).toEqual([])
    })

    test('strangers who ask a hundred times fill no mailbox, and a live link stays in it', async () => {
      const { email } = await member('supporter')
      for (let i = 0; i < 100; i += 1) {
        later(1)
        await visitor(app, { address: `203.0.113.${i}` }).post('/sign-in/link', { email })
      }
      const mails = (await waitingMails(app)).filter(({ to }) => to === email)
      expect(mails.length).toBeLessThanOrEqual(26)
      const newest = mails.at(-1)
      expect((await visitor(app).post(new URL(newest?.url ?? '').pathname)).headers.get('location')).toBe('/today')
    })

    test('it leads back to where the person wanted to go, and never to another site', async () => {
      const { email } = await member('supporter')
      const go = async (next: string) => {
        const who = visitor(app)
        await who.post('/sign-in/link', { email, next })
        const mail = (await waitingMails(app)).findLast(({ to }) => to === email)
        later(1)
        return (await who.post(new URL(mail?.url ?? '').pathname)).headers.get('location')
      }
      expect(await go('/inbox?page=2')).toBe('/inbox?page=2')
      for (const bad of [
        '//evil.example',
        '/\\evil.example',
        'https://evil.example',
        '/sign-out',
        'javascript:alert(1)',
      ])
        expect(await go(bad)).toBe('/today')
    })
  })

  describe('with a password', () => {
    const right = 'まどの そとに とんぼが 三匹 いた'

    test('the owner comes in although a stranger guessed a hundred times', async () => {
      const { email, accountId } = await member('supporter')
      await givePassword(app, accountId, right)
      const stranger = visitor(app, { address: '203.0.113.200' })
      const statuses = new Set<number>()
      for (let i = 0; i < 100; i += 1) {
        statuses.add((await stranger.post('/sign-in/password', { email, password: `wrong guess number ${i}` })).status)
      }
      expect([...statuses]).toEqual([422])
      expect((await stranger.post('/sign-in/password', { email, password: right })).status).toBe(422)
      const owner = visitor(app, { address: '192.0.2.77' })
      expect((await owner.post('/sign-in/password', { email, password: right })).headers.get('location')).toBe('/today')
    })

    test('a crowd of strangers gets no more than ten guesses an hour; a browser known before and the link still open', async () => {
      const { email, accountId } = await member('supporter')
      await givePassword(app, accountId, right)
      const owner = visitor(app)
      await owner.post('/sign-in/password', { email, password: right })
      await owner.post('/sign-out')
      let heard = 0
      for (let i = 0; i < 30; i += 1) {
        const answer = await visitor(app, { address: `203.0.113.${i}` }).post('/sign-in/password', {
          email,
          password: 'x',
        })
        if ((await answer.text()).includes('合いません')) heard += 1
      }
      expect(heard).toBe(10)
      expect((await visitor(app).post('/sign-in/password', { email, password: right })).status).toBe(422)
      expect((await owner.post('/sign-in/password', { email, password: right })).headers.get('location')).toBe('/today')
      const path = await askedLink(app, visitor(app), email)
      expect((await visitor(app).post(path)).headers.get('location')).toBe('/today')
    })

    test('forged X-Forwarded-For headers buy no further guess', async () => {
      later(61)
      const { email, accountId } = await member('supporter')
      await givePassword(app, accountId, right)
      let at = 0
      const forger = visitor(app, {
        address: '203.0.113.50',
        forwardedFor: () => `10.0.0.${(at += 1)}, 172.16.0.${at}`,
      })
      const texts: string[] = []
      for (let i = 0; i < 20; i += 1) {
        texts.push(await (await forger.post('/sign-in/password', { email, password: `guess ${i}` })).text())
      }
      expect(texts.filter((text) => text.includes('合いません')).length).toBe(5)
    })

    test('the page says the same of an account without a password, and of nobody', async () => {
      const { email } = await member('supporter')
      const shown = async (address: string) => {
        const answer = await visitor(app).post('/sign-in/password', {
          email: address,
          password: 'does not matter here',
        })
        return (await answer.text()).replaceAll(address, '').replaceAll(/value="[0-9a-f-]{36}"/g, '')
      }
      expect(await shown('nobody.here@example.jp')).toBe(await shown(email))
    })
  })

  describe('with a second factor', () => {
    test('a staff role asks for it behind the link and behind the password; until then no page opens', async () => {
      const { email, accountId } = await member('coordinator')
      await givePassword(app, accountId, 'みずうみの むこうで 鐘が 鳴る')
      const code = await giveSecondFactor(app, accountId)
      const byLink = visitor(app)
      expect((await byLink.post(await askedLink(app, byLink, email))).headers.get('location')).toBe('/sign-in/code')
      const byPassword = visitor(app)
      const answer = await byPassword.post('/sign-in/password', { email, password: 'みずうみの むこうで 鐘が 鳴る' })
      expect(answer.headers.get('location')).toBe('/sign-in/code')
      for (const { method, path, who } of app.routes) {
        const ask = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
        const isOpen = who === 'anyone' && !/^\/(account|role|sign-in\/(choose|set-up))/.test(path)
        if (isOpen) continue
        const sent = method === 'GET' ? await byLink.get(ask) : await byLink.post(ask)
        expect([path, sent.status, sent.headers.get('location')?.split('?')[0]]).toEqual([path, 303, '/sign-in/code'])
      }
      expect((await byLink.post('/sign-in/code', { code: code() })).headers.get('location')).toBe('/today')
      expect((await byLink.get('/today')).status).toBe(200)
    })

    test('a code opens once: not again, not for somebody else, not at the same moment', async () => {
      const { email, accountId } = await member('coordinator')
      const code = await giveSecondFactor(app, accountId)
      const enter = async () => {
        const who = visitor(app)
        await who.post(await askedLink(app, who, email))
        return who
      }
      const one = await enter()
      const two = await enter()
      const typed = code()
      const answers = await Promise.all([
        one.post('/sign-in/code', { code: typed }),
        two.post('/sign-in/code', { code: typed }),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
      const three = await enter()
      expect((await three.post('/sign-in/code', { code: typed })).status).toBe(422)
      expect((await three.post('/sign-in/code', { code: code(-1) })).status).toBe(422)
      later(1)
      expect((await three.post('/sign-in/code', { code: code() })).headers.get('location')).toBe('/today')
    })

    test('five wrong codes, then a pause; another place is not held up by it', async () => {
      const { email, accountId } = await member('coordinator')
      const code = await giveSecondFactor(app, accountId)
      const thief = visitor(app, { address: '203.0.113.7' })
      await thief.post(await askedLink(app, thief, email))
      for (let i = 0; i < 5; i += 1) await thief.post('/sign-in/code', { code: '000000' })
      expect((await thief.post('/sign-in/code', { code: code() })).status).toBe(422)
      const owner = visitor(app)
      await owner.post(await askedLink(app, owner, email))
      expect((await owner.post('/sign-in/code', { code: code() })).headers.get('location')).toBe('/today')
    })

    test('a staff member without one sets it up first and gets recovery codes, each of which works once', async () => {
      const { email } = await member('coordinator')
      const who = visitor(app)
      expect((await who.post(await askedLink(app, who, email))).headers.get('location')).toBe('/sign-in/set-up-code')
      expect((await who.get('/today')).headers.get('location')).toBe('/sign-in/set-up-code?next=%2Ftoday')
      const page = await (await who.get('/sign-in/set-up-code')).text()
      const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
      const { totpCode, totpStep } = await import('./totp.ts')
      expect((await who.post('/sign-in/set-up-code', { code: '123456' })).status).toBe(422)
      const shown = await who.post('/sign-in/set-up-code', { code: totpCode(secret, totpStep(now)) })
      expect(shown.status).toBe(200)
      const codes = (await shown.text()).match(/[a-z2-9]{4}(-[a-z2-9]{4}){3}/g) ?? []
      expect(codes.length).toBe(10)
      expect((await who.get('/today')).status).toBe(200)
      const withPaper = visitor(app)
      await withPaper.post(await askedLink(app, withPaper, email))
      const first = await withPaper.post('/sign-in/code', { code: codes[0]?.toUpperCase() ?? '' })
      expect(first.headers.get('location')).toBe('/today')
      const again = visitor(app)
      await again.post(await askedLink(app, again, email))
      expect((await again.post('/sign-in/code', { code: codes[0] ?? '' })).status).toBe(422)
    })

    test('whoever still owes the code cannot set up another one', async () => {
      const { email, accountId } = await member('coordinator')
      await giveSecondFactor(app, accountId)
      const who = visitor(app)
      await who.post(await askedLink(app, who, email))
      for (const path of [
        '/sign-in/set-up-code',
        '/sign-in/set-up-code/offer',
        '/account/second-factor',
        '/account/recovery-codes',
      ])
        expect((await who.post(path)).headers.get('location')).toMatch(/^\/sign-in\/code/)
    })
  })
})
