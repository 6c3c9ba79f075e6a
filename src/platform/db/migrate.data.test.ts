import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config/root.ts'
import { type TestDatabase, testDatabase, testEngines } from '#test/database.ts'
import { MigrationRefused, migrate, readMigrations } from './migrate.ts'
import type { Migration } from './migration-order.ts'

const made = (name: string, text: string): Migration => ({ name, text, sha256: `hash of ${text}` })

for (const engine of testEngines()) {
  describe(`migrations [${engine}]`, () => {
    const opened: TestDatabase[] = []
    const anEmptyOne = async (): Promise<TestDatabase> => {
      const database = await testDatabase(engine, { empty: true })
      opened.push(database)
      return database
    }
    afterAll(() => Promise.all(opened.map((database) => database.close())))

    test('all of this version are applied once, in order', async () => {
      const { db } = await anEmptyOne()
      const names = readMigrations().map((migration) => migration.name)
      expect(await migrate(db)).toEqual(names)
      expect(await migrate(db)).toEqual([])
    })

    test('one that fails leaves nothing of itself, and those before it stay', async () => {
      const { db } = await anEmptyOne()
      const first = made('1.sql', 'create table public.a (n int); insert into public.a values (1)')
      const broken = made('2.sql', 'create table public.b (n int); select 1 / 0; create table public.c (n int)')
      await expect(migrate(db, [first, broken])).rejects.toThrow(/division by zero/)
      const tables = await db.asPlatform((tx) =>
        sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(
          tx,
        ),
      )
      expect(tables.rows.map((row) => row.name)).toEqual(['a', 'hitoba_migration'])
      expect(await migrate(db, [first, made('2.sql', 'create table public.b (n int)')])).toEqual(['2.sql'])
    })

    test('a changed one, a skipped one and one of a newer version are refused, and nothing is touched', async () => {
      const { db } = await anEmptyOne()
      const one = made('1.sql', 'create table public.a (n int)')
      const three = made('3.sql', 'create table public.c (n int)')
      await migrate(db, [one, three])
      await expect(migrate(db, [{ ...one, sha256: 'other' }, three])).rejects.toThrow(MigrationRefused)
      await expect(migrate(db, [one, made('2.sql', 'create table public.b (n int)'), three])).rejects.toThrow(
        /2\.sql comes before 3\.sql/,
      )
      await expect(migrate(db, [one])).rejects.toThrow(/newer hitoba \(3\.sql\)/)
    })
  })
}

describe.skipIf(!testEngines().includes('postgres'))('migrations from two processes at once', () => {
  test('both come through, and each migration is applied once', async () => {
    const { db, url, close } = await testDatabase('postgres', { empty: true })
    const dir = mkdtempSync(join(tmpdir(), 'hitoba-migrate-'))
    try {
      const program = await bundledMigrate()
      const results = await Promise.all(
        [1, 2, 3].map(() => runProcess(program, { DATABASE_URL: url ?? '', HITOBA_DATA: dir })),
      )
      expect(results.map((result) => result.code)).toEqual([0, 0, 0])
      const { rows } = await db.asPlatform((tx) =>
        sql<{ name: string }>`select name from public.hitoba_migration order by 1`.execute(tx),
      )
      expect(rows.map((row) => row.name)).toEqual(readMigrations().map((migration) => migration.name))
      const said = results.flatMap((result) => result.output.match(/\d+_\w+\.sql/g) ?? [])
      expect(said.sort()).toEqual(rows.map((row) => row.name))
    } finally {
      rmSync(dir, { recursive: true })
      await close()
    }
  })
})

/** The command on its own, without the other people's half-changed sources around it. */
const bundledMigrate = async (): Promise<string> => {
  const outfile = join(projectRoot, '.cache', 'test', `migrate-${process.pid}.mjs`)
  await build({
    stdin: {
      contents: `import { run } from '#src/cli/migrate.ts'; process.exitCode = await run()`,
      resolveDir: join(projectRoot, 'src'),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  return outfile
}

const runProcess = (program: string, env: Record<string, string>): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program], { env: { ...process.env, ...env } })
    let output = ''
    child.stdout.on('data', (part) => (output += String(part)))
    child.stderr.on('data', (part) => (output += String(part)))
    child.on('close', (code) => resolve({ code, output }))
  })
