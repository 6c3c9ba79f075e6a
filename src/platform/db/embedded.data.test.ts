import { type ChildProcess, fork } from 'node:child_process'
import { fdatasyncSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '#platform/config/root.ts'
import { flushToDisk } from './durable.ts'
import { DataDirectoryBusy, openDatabase } from './index.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hitoba-embedded-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('every commit waits until the disk has it', async () => {
  const db = await openDatabase({ dir })
  try {
    if (db.engine !== 'pglite') throw new Error('not embedded')
    let flushed = 0
    flushToDisk(db.raw, (descriptor) => {
      flushed += 1
      fdatasyncSync(descriptor)
    })
    await db.script('create table t (n int)')
    const before = flushed
    for (let n = 0; n < 5; n++) await db.asPlatform((tx) => sql`insert into t values (${n})`.execute(tx))
    expect(flushed - before).toBeGreaterThanOrEqual(5)
  } finally {
    await db.close()
  }
})

test('a directory in use is refused in both languages, and free again after closing', async () => {
  const db = await openDatabase({ dir })
  const refused = await openDatabase({ dir }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DataDirectoryBusy)
  expect(String(refused)).toMatch(/別の hitoba が使っています/)
  expect(String(refused)).toMatch(new RegExp(`Another hitoba.*process ${process.pid}`))
  await db.close()
  await (await openDatabase({ dir })).close()
})

test('a process that is killed loses no committed row and leaves no lock behind', async () => {
  const writer = await startWriter(dir)
  await expect(openDatabase({ dir })).rejects.toThrow(DataDirectoryBusy)
  const acknowledged = await untilAcknowledged(writer, 20)
  const gone = new Promise((resolve) => writer.once('exit', resolve))
  writer.kill('SIGKILL')
  await gone
  const db = await openDatabase({ dir })
  try {
    const { rows } = await db.asPlatform((tx) => sql<{ n: number }>`select max(n) as n from t`.execute(tx))
    expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged)
  } finally {
    await db.close()
  }
})

const program = `
import { sql } from 'kysely'
import { openDatabase } from '#platform/db/index.ts'
const db = await openDatabase({ dir: process.argv[2] })
await db.script('create table if not exists t (n int)')
process.send('open')
for (let n = 1; ; n++) {
  await db.asPlatform((tx) => sql\`insert into t values (\${n})\`.execute(tx))
  process.send(n)
}`

const startWriter = async (directory: string): Promise<ChildProcess> => {
  const outfile = join(projectRoot, '.cache', 'test', `writer-${process.pid}.mjs`)
  await build({
    stdin: { contents: program, resolveDir: join(projectRoot, 'src'), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const child = fork(outfile, [directory])
  await new Promise((resolve) => child.once('message', resolve))
  return child
}

const untilAcknowledged = (child: ChildProcess, wanted: number): Promise<number> =>
  new Promise((resolve) => {
    child.on('message', (n) => {
      if (Number(n) >= wanted) resolve(Number(n))
    })
  })
