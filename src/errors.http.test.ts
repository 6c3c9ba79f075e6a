import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { DatabaseBusy } from '#platform/db/session.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { openLog } from '#platform/http/log.ts'
import { type Acting, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

const now = new Date('2026-08-25T03:00:00Z')
const failing = (code: string) => Object.assign(new Error('no page may say this'), { code })

interface Page {
  status: number
  title: string
  requestId: string
  header: string | null
  html: string
}

describeEngines('pages that stand in for another', (db) => {
  let app: TestApp
  let member: Acting
  let error: unknown = null
  const file = join(mkdtempSync(join(tmpdir(), 'hitoba-log-')), 'log')

  beforeAll(async () => {
    app = await testApp(
      db,
      () => now,
      breaking(db, () => error),
    )
    Object.assign(app.services.log, openLog('info', file))
    member = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'supporter'))
  })

  const open = async (path: string, thrown: unknown): Promise<Page> => {
    const client = await app.signedIn(member)
    error = thrown
    try {
      const answer = await client.get(path)
      const html = await answer.text()
      const title = /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? ''
      const requestId = /<code[^>]*>([^<]+)</.exec(html)?.[1] ?? ''
      return { status: answer.status, title, requestId, header: answer.headers.get('x-request-id'), html }
    } finally {
      error = null
    }
  }

  // Lines are gathered: the one about this request comes a little later.
  const linesOf = (requestId: string, messages: readonly string[]): Promise<Record<string, unknown>[]> =>
    vi.waitFor(
      () => {
        const lines = readFileSync(file, 'utf8').trim().split('\n').map(parsed)
        const found = lines.filter((line) => line['requestId'] === requestId)
        expect(found.map(({ msg }) => msg)).toEqual(messages)
        return found
      },
      { timeout: 20_000 },
    )

  test.each([
    ['a bug', new TypeError('no page may say this'), 500, 'こちらの不具合です', ['bug', 'request']],
    ['a database that is away', failing('ECONNREFUSED'), 503, 'ただいま混み合っています', ['bug', 'request']],
    ['a database without a free connection', new DatabaseBusy(), 503, 'ただいま混み合っています', ['bug', 'request']],
    ['somebody who was quicker', failing('40001'), 409, 'ほかの人も操作していました', ['request']],
    ['a time that is taken already', failing('23P01'), 409, 'ほかの人も操作していました', ['request']],
  ])('%s: its own page, its number on the page and in the log', async (_, thrown, status, title, messages) => {
    const page = await open('/today', thrown)
    expect(page.status).toBe(status)
    expect(page.title).toContain(title)
    expect(page.html).not.toContain('no page may say this')
    expect(page.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(page.header).toBe(page.requestId)
    const lines = await linesOf(page.requestId, messages)
    expect(lines.at(-1)).toMatchObject({ status, route: '/today', method: 'GET' })
    expect(JSON.stringify(lines)).not.toContain('no page may say this')
  })

  test.each(['/nowhere', '/proposals/6f1c1f6e-6f0b-4a54-9d4f-3d6f0ae0a1d2', '/proposals/not-an-id'])(
    'nothing at %s: its own page, its number on the page and in the log',
    async (path) => {
      const page = await open(path, null)
      expect(page.status).toBe(404)
      expect(page.title).toContain('ページが見つかりません')
      expect(page.requestId).toMatch(/^[0-9a-f-]{36}$/)
      expect(page.header).toBe(page.requestId)
      const [line] = await linesOf(page.requestId, ['request'])
      expect(line).toMatchObject({ status: 404 })
      expect(JSON.stringify(line)).not.toContain('6f1c1f6e')
    },
  )

  test('each is a request of its own', async () => {
    const [one, other] = [await open('/nowhere', null), await open('/nowhere', null)]
    expect(one.requestId).not.toBe(other.requestId)
  })

  test('ready as long as the database answers; alive in any case', async () => {
    const ask = async (path: string, thrown: unknown): Promise<[number, string]> => {
      error = thrown
      const answer = await app.stranger().get(path)
      error = null
      return [answer.status, await answer.text()]
    }
    expect(await ask('/readyz', null)).toEqual([200, 'ready'])
    expect(await ask('/readyz', failing('ECONNREFUSED'))).toEqual([503, 'not ready'])
    expect(await ask('/healthz', failing('ECONNREFUSED'))).toEqual([200, 'ok'])
  })
})

/** The database as long as `thrown` gives nothing; else every way into it fails with that. */
const breaking = (db: OpenDatabase, thrown: () => unknown): OpenDatabase =>
  new Proxy(db, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => (thrown() ? Promise.reject(thrown()) : Reflect.apply(value, target, args))
    },
  })

const parsed = (line: string): Record<string, unknown> => JSON.parse(line)
