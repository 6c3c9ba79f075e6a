import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import { writeDemo } from '#src/sample/index.ts'
import { type Running, startHitoba } from '#src/serve.ts'
import { freePort } from '#test/free-port.ts'
import { demoDay } from './demo-day.ts'

export interface DemoServer extends Running {
  /** Errors that pages hid behind their error page. */
  bugs: unknown[]
  /** Lets time pass for the programme: what is due becomes due. */
  passTime(ms: number): void
}

interface DemoWish {
  /** A database with the sample of `demoDay`, and the folder of the keys that open it; else the sample is written anew. */
  sample?: { database: Blob; keys: string }
}

/** The demo as `npm run demo` starts it, on a database in memory and a free port. Its clock begins at `demoDay` and runs. */
export const startDemo = async ({ sample }: DemoWish = {}): Promise<DemoServer> => {
  const dir = mkdtempSync(join(tmpdir(), 'hitoba-e2e-'))
  const started = Date.now()
  let passed = 0
  const port = String(await freePort())
  const config = { ...readConfig({ HITOBA_DATA: dir, PORT: port, LOG_LEVEL: 'silent' }), demo: true }
  const bugs: unknown[] = []
  if (sample) cpSync(sample.keys, join(dir, 'keys'), { recursive: true })
  const running = await startHitoba(config, {
    clock: () => new Date(demoDay.getTime() + passed + Date.now() - started),
    database: { dir: ':memory:', ...(sample && { copy: sample.database }) },
    prepare: async (services) => {
      services.log.bug = (error) => bugs.push(error)
      if (!sample) await services.db.asPlatform((tx) => writeDemo(tx, services.vault, services.clock()))
    },
  })
  const stop = async (): Promise<void> => {
    await running.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  const passTime = (ms: number): void => {
    passed += ms
  }
  return { ...running, bugs, passTime, stop }
}
