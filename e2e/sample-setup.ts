import { mkdirSync, openAsBlob, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { projectRoot } from '#platform/config/root.ts'
import { readConfig } from '#platform/config/config.ts'
import { openServices } from '#src/open-services.ts'
import { writeDemo } from '#src/sample/index.ts'
import { unpackBrowser } from './browser.ts'
import { demoDay } from './demo-day.ts'

/** The sample as every journey finds it: a copy of its database, and the keys that open it. */
interface SampleCopy {
  database: string
  keys: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    sample: SampleCopy | null
  }
}

const home = join(projectRoot, '.cache', 'test')
const folder = join(home, `sample-${process.pid}`)

/** Once before the journeys, after the databases: the sample is written a single time, and every server begins with a copy of it. */
export const setup = async (project: TestProject): Promise<void> => {
  await unpackBrowser()
  const { pglite } = project.getProvidedContext().engines
  if (!pglite) return project.provide('sample', null)
  mkdirSync(folder, { recursive: true })
  for (const left of readdirSync(home).filter(isLeftOver)) rmSync(join(home, left), { recursive: true, force: true })
  const config = { ...readConfig({ HITOBA_DATA: folder, LOG_LEVEL: 'silent' }), demo: true }
  const database = join(folder, 'sample.tar')
  const services = await openServices(config, {
    clock: () => demoDay,
    database: { dir: ':memory:', copy: await openAsBlob(pglite.copy) },
  })
  try {
    await services.db.asPlatform((tx) => writeDemo(tx, services.vault, demoDay))
    if (services.db.engine !== 'pglite') throw new Error('not embedded')
    const dump = await services.db.raw.dumpDataDir('none')
    writeFileSync(database, Buffer.from(await dump.arrayBuffer()))
  } finally {
    await services.close()
  }
  project.provide('sample', { database, keys: join(folder, 'keys') })
}

// Left behind by a run that was killed.
const isLeftOver = (name: string): boolean => {
  const pid = /^sample-(\d+)$/.exec(name)?.[1]
  if (!pid) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch {
    return true
  }
}

export const teardown = (): void => rmSync(folder, { recursive: true, force: true })
