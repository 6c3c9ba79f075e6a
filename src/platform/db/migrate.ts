import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { projectRoot } from '#platform/config/root.ts'
import type { Database } from './index.ts'
import { assessMigrations, type Migration } from './migration-order.ts'
import { runScript } from './tx.ts'

const folder = join(projectRoot, 'db', 'migrations')

/** The migrations that came with this version of hitoba, oldest first. */
export const readMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })

/** A database that does not fit this version of hitoba: nothing was changed, and the sentence says why. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

/** Brings the database up to this version. Safe from several processes at once; gives the names it applied. */
export const migrate = async (db: Database, migrations = readMigrations()): Promise<string[]> => {
  const applied: string[] = []
  for (const migration of migrations) {
    if (await applyNext(db, migrations, migration)) applied.push(migration.name)
  }
  return applied
}

// Each in its own transaction, behind a lock that the end of the transaction lets go: whoever comes second looks again.
const applyNext = (db: Database, all: readonly Migration[], migration: Migration): Promise<boolean> =>
  db.asPlatform(async (tx) => {
    await sql`select pg_advisory_xact_lock(7201122)`.execute(tx)
    await sql`create table if not exists public.hitoba_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`.execute(tx)
    const { rows } = await sql<{ name: string; sha256: string }>`
      select name, sha256 from public.hitoba_migration order by name`.execute(tx)
    const assessed = assessMigrations(all, rows)
    if (!assessed.ok) throw new MigrationRefused(assessed.error)
    if (!assessed.value.includes(migration.name)) return false
    await runScript(tx, migration.text)
    await sql`insert into public.hitoba_migration (name, sha256) values (${migration.name}, ${migration.sha256})`.execute(
      tx,
    )
    return true
  })
