import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { projectRoot } from '#platform/config/root.ts'
import { openDatabase } from '#platform/db/index.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'

/** What a test file needs to open databases of its own. */
export interface TestEngines {
  pglite: { copy: string } | null
  postgres: { url: string; template: string; prefix: string } | null
}

declare module 'vitest' {
  export interface ProvidedContext {
    engines: TestEngines
  }
}

const wanted = process.env['HITOBA_TEST_ENGINE']
const prefixOf = (pid: number | string): string => `hitoba_test_${pid}_`

/** Once before the data and http tests: one migrated database on each engine, from which every test file gets a copy. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const pglite = wanted === 'postgres' ? null : { copy: await embeddedCopy() }
  // The journeys run on the embedded database alone.
  const postgres = wanted === 'pglite' || project.name === 'e2e' ? null : await serverTemplate(project.name)
  if (wanted === 'postgres' && !postgres) throw new Error('HITOBA_TEST_ENGINE=postgres, but no PostgreSQL answers')
  const ran = [pglite && 'PGlite', postgres && `PostgreSQL (${new URL(postgres.url).host})`].filter(Boolean)
  console.log(
    `[${project.name}] engines: ${ran.join(' and ')}${postgres || wanted || project.name === 'e2e' ? '' : '; no PostgreSQL answered'}`,
  )
  project.provide('engines', { pglite, postgres })
  return async () => {
    if (postgres) await onServer(postgres.url, (client) => dropAll(client, (name) => name.startsWith(postgres.prefix)))
  }
}

/** Runs on the server's own database, outside those of the tests. */
export const onServer = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const embeddedCopy = async (): Promise<string> => {
  const folder = join(projectRoot, '.cache', 'test')
  const stamp = readMigrations().reduce((all, { sha256 }) => all + sha256.slice(0, 6), '')
  const path = join(folder, `pglite-${stamp.slice(-60)}.tar`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (old.startsWith('pglite-')) rmSync(join(folder, old))
  const db = await openDatabase({ dir: ':memory:' })
  try {
    await migrate(db)
    if (db.engine !== 'pglite') throw new Error('not embedded')
    const dump = await db.raw.dumpDataDir('none')
    writeFileSync(`${path}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
    renameSync(`${path}.${process.pid}`, path)
  } finally {
    await db.close()
  }
  return path
}

const serverTemplate = async (kind: string): Promise<TestEngines['postgres']> => {
  const url = await serverThatAnswers()
  if (!url) return null
  const prefix = `${prefixOf(process.pid)}${kind}_`
  const template = `${prefix}template`
  await onServer(url, async (client) => {
    await dropAll(client, (name) => isLeftOver(name) || name.startsWith(prefix))
    await client.query(`create database ${template}`)
  })
  const db = await openDatabase({ url: urlOf(url, template) })
  try {
    await migrate(db)
  } finally {
    await db.close()
  }
  return { url, template, prefix }
}

/** TEST_DATABASE_URL, or this machine's own server; null where none answers. */
export const serverThatAnswers = async (): Promise<string | null> => {
  const named = process.env['TEST_DATABASE_URL']
  const url = named ?? `postgres://${process.env['PGUSER'] ?? userInfo().username}@127.0.0.1:5432/postgres`
  try {
    await onServer(url, (client) => client.query('select 1'))
    return url
  } catch (error) {
    if (named) throw new Error(`TEST_DATABASE_URL does not answer: ${String(error)}`)
    return null
  }
}

/** The address of another database on the same server. */
export const urlOf = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

// Left behind by a run that was killed.
const isLeftOver = (name: string): boolean => {
  const pid = /^hitoba_test_(\d+)_/.exec(name)?.[1]
  if (!pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch {
    return true
  }
}

const dropAll = async (client: Client, which: (name: string) => boolean): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database')
  for (const { datname } of rows.filter((row) => which(row.datname))) {
    await client.query(`drop database if exists "${datname}" with (force)`)
  }
}
