import { mkdtempSync, openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import type { DatabaseOptions } from '#platform/db/index.ts'
import { type TestDatabase, testDatabase, testEngines } from '#test/database.ts'
import { type Running, startHitoba } from './serve.ts'

describe.each(testEngines())('a stop in order [%s]', (engine) => {
  let server: TestDatabase | null = null
  let options: DatabaseOptions
  beforeAll(async () => {
    const { pglite } = inject('engines')
    if (engine === 'postgres') server = await testDatabase(engine)
    options =
      engine === 'pglite' && pglite
        ? { dir: ':memory:', copy: await openAsBlob(pglite.copy) }
        : { url: server?.url ?? null }
  })
  afterAll(() => server?.close())

  test('what is under way is answered, what comes later is refused, and nothing stays open', async () => {
    const config = readConfig({ HITOBA_DATA: mkdtempSync(join(tmpdir(), 'hitoba-')), PORT: '0', LOG_LEVEL: 'silent' })
    const running = await startHitoba(config, { database: options })
    const door = doorOf(running)
    const asked = fetch(`${running.address}/today`, { redirect: 'manual' })
    await door.entered
    let over = false
    const stopped = running.stop().then(() => {
      over = true
    })
    await expect(fetch(`${running.address}/healthz`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(over).toBe(false)
    door.open()
    const answer = await asked
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Ftoday'])
    await Promise.all([stopped, running.stop()])
    await expect(running.services.db.asPlatform(async () => 'open')).rejects.toThrow(/closed|ended|end/)
  })
})

interface Door {
  /** Somebody waits at it. */
  entered: Promise<void>
  open(): void
}

/** Pages wait before their transaction until the door is opened. */
const doorOf = ({ pipeline }: Running): Door => {
  const entered = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  const { begin } = pipeline
  pipeline.begin = async () => {
    entered.resolve()
    await opened.promise
    return begin()
  }
  return { entered: entered.promise, open: () => opened.resolve() }
}
