import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

const wanted: Record<string, RegExp> = {
  'content-security-policy': /^default-src 'none';.*form-action 'self';.*frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'x-request-id': /^[0-9a-f-]{36}$/,
}

describeEngines('headers', (db) => {
  let app: TestApp
  let readers: Client[]
  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-24T03:00:00Z'))
    const member = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'admin'))
    readers = [app.stranger(), await app.signedIn(member)]
  })

  const check = async (path: string, asked: (client: Client) => Promise<Response>): Promise<string[]> => {
    const wrong: string[] = []
    for (const client of readers) {
      const { headers, status } = await asked(client)
      for (const [name, pattern] of Object.entries(wanted)) {
        if (!pattern.test(headers.get(name) ?? '')) wrong.push(`${path} ${status}: ${name}: ${headers.get(name)}`)
      }
      if (!/no-store/.test(headers.get('cache-control') ?? '')) wrong.push(`${path}: may be stored`)
      if (/unsafe-inline|unsafe-eval|\*|https?:/.test(headers.get('content-security-policy') ?? '')) {
        wrong.push(`${path}: the policy has a hole`)
      }
      for (const cookie of headers.getSetCookie()) {
        if (!/HttpOnly/.test(cookie) || !/SameSite=(Lax|Strict)/.test(cookie)) wrong.push(`${path}: ${cookie}`)
      }
    }
    return wrong
  }

  test('the full set is on every answer of every route, and nothing of it is stored', async () => {
    const wrong: string[] = []
    for (const { method, path } of app.routes) {
      const at = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
      wrong.push(
        ...(await check(`${method} ${path}`, (client) => (method === 'GET' ? client.get(at) : client.post(at)))),
      )
    }
    expect(wrong).toEqual([])
  })

  test.each(['/nowhere', '/menu/not-an-id', '/menu/%00', '//evil.example', '/MENU', '/menu/', '/assets/none.css'])(
    'also where there is nothing: %s',
    async (path) => {
      expect(await check(path, (client) => client.get(path))).toEqual([])
      for (const client of readers) expect((await client.get(path)).status).toBeLessThan(500)
    },
  )

  test('methods that were not declared are not answered', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const answers = readers.map((client) => client.request('/today', { method }).catch(() => ({ status: 405 })))
      for (const { status } of await Promise.all(answers)) expect([403, 404, 405]).toContain(status)
    }
  })

  test('a body that is too large is refused before it is read', async () => {
    const big = readers.map((client) => client.post('/menu/new', { name_ja: 'あ'.repeat(200_000) }))
    for (const { status } of await Promise.all(big)) expect(status).toBe(413)
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})
