import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { projectRoot } from '#platform/config/root.ts'
import { freePort } from '#test/free-port.ts'

// What is typed at a terminal, as a process of its own. They bring the embedded database with them: one engine is enough.
const folder = mkdtempSync(join(tmpdir(), 'hitoba-commands-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(inject('engines').pglite === null)('commands', { timeout: 180_000 }, () => {
  const data = join(folder, 'demo')

  describe('hitoba demo', () => {
    let first: Started
    let address = ''
    const send = (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
      fetch(`${address}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: address, cookie },
        body: new URLSearchParams(fields),
      })
    beforeAll(async () => {
      first = hitoba(['demo'], { HITOBA_DATA: data, PORT: String(await freePort()) })
      await first.says(/Ctrl-C/)
      address = /hitoba {2}(http:\/\/\S+)/.exec(first.out())?.[1] ?? ''
    })

    test('prints last its address and one sign-in for each role', () => {
      const last = first
        .out()
        .trimEnd()
        .split('\n')
        .slice(-(roles.length + 7))
        .join('\n')
      expect(last).toContain(`hitoba  ${address}`)
      const listed = [...last.matchAll(/^ {2}([a-z]+) +\S+@\S+$/gm)].map(([, role]) => role)
      expect(listed.toSorted()).toEqual([...roles].toSorted())
    })

    test('a second start on the same data is refused in a sentence, and the first goes on', async () => {
      const second = hitoba(['demo'], { HITOBA_DATA: data, PORT: '0' })
      expect(await second.ended).not.toBe(0)
      expect(second.err()).toContain('このデータフォルダーは、いま別の hitoba が使っています')
      expect(second.err()).toContain('Another hitoba is using this data directory')
      expect(second.err()).not.toMatch(/^ +at /m)
      const page = await fetch(`${address}/sign-in`)
      expect(page.status).toBe(200)
      for (const role of roles) expect(await fetch(`${address}/guide/${role}`).then(({ status }) => status)).toBe(200)
    })

    test('one press signs a sample person in, and what they do then is noted', async () => {
      const signIn = await fetch(`${address}/sign-in`, { headers: { 'accept-language': 'ja' } }).then((one) =>
        one.text(),
      )
      const membership =
        /value="([0-9a-f-]{36})"\/?><div class="list-head"><span class="list-title">ピアサポーター</.exec(signIn)?.[1]
      const signedIn = await send('/sign-in/demo', { membership: membership ?? '' })
      expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/today'])
      const cookie = signedIn.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      expect(await fetch(`${address}/today`, { headers: { cookie } }).then(({ status }) => status)).toBe(200)
      expect((await send('/pause', { _token: randomUUID() }, cookie)).status).toBe(303)
    })

    test('told to stop it ends in order, and what it noted is as it was written', async () => {
      first.child.kill('SIGTERM')
      expect(await first.ended).toBe(0)
      await expect(fetch(address)).rejects.toThrow('fetch failed')
      const audit = hitoba(['audit', 'verify'], { HITOBA_DATA: data })
      expect([await audit.ended, audit.err()]).toEqual([0, ''])
      expect(audit.out()).toMatch(/^programme 1: [1-9]\d* entries, as written\n$/)
    })
  })

  test('hitoba routes --json lists every route: method, path, policy, who may, what it reaches', async () => {
    const listed = hitoba(['routes', '--json'], {})
    expect(await listed.ended).toBe(0)
    const routes: Record<string, unknown>[] = JSON.parse(listed.out())
    expect(routes.length).toBeGreaterThan(300)
    for (const route of routes) {
      expect(Object.keys(route)).toEqual(['method', 'path', 'policy', 'who', 'reach'])
      expect(route['method']).toMatch(/^(GET|POST)$/)
      expect(route['path']).toMatch(/^\//)
      expect(route['reach']).not.toBe('')
      const { who } = route
      if (route['policy'] === 'public') expect(who).toBe('anyone')
      else expect(Array.isArray(who) && who.length > 0 && who.every((one) => roles.includes(one))).toBe(true)
    }
  })

  test('hitoba sample writes as many programmes as it is asked for, and says what it cannot do', async () => {
    const wrong = hitoba(['sample', '--programmes', '0'], { HITOBA_DATA: join(folder, 'sample') })
    expect(await wrong.ended).toBe(2)
    expect(wrong.err()).toContain('Usage: hitoba sample --programmes')
    const made = hitoba(['sample', '--programmes', '2', '--years', '1'], { HITOBA_DATA: join(folder, 'sample') })
    expect([await made.ended, made.err()]).toEqual([0, ''])
    expect(made.out()).toContain('2 / 2')
  })

  test('an unknown command lists those there are', async () => {
    const unknown = hitoba(['dance'], {})
    expect(await unknown.ended).toBe(2)
    for (const name of ['demo', 'start', 'audit', 'routes', 'sample', 'move']) expect(unknown.err()).toContain(name)
  })
})

interface Started {
  child: ChildProcess
  /** With which code. */
  ended: Promise<number | null>
  out(): string
  err(): string
  /** Waits until it has said this; fails where it ends before. */
  says(what: RegExp): Promise<void>
}

const hitoba = (args: readonly string[], env: Record<string, string>): Started => {
  const inherited = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: '', HITOBA_URL: '', NODE_OPTIONS: '' }
  const child = spawn(process.execPath, [join(projectRoot, 'bin', 'hitoba.mjs'), ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => (said.out += part))
  child.stderr.on('data', (part: Buffer) => (said.err += part))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const says = (what: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      child.stdout.on('data', () => what.test(said.out) && resolve())
      void ended.then((code) => reject(new Error(`ended with ${code} before it said ${what}: ${said.err}`)))
    })
  return { child, ended, out: () => said.out, err: () => said.err, says }
}
