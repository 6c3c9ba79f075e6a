import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { EngineKind } from '#platform/db/session.ts'
import { type OpenDatabase, openDatabase } from '#platform/db/index.ts'
import { onServer, urlOf } from './engines-setup.ts'

export { aMember, aPerson, aProgramme } from './builders.ts'

/** The engines of this run: PGlite, and PostgreSQL where one answers. HITOBA_TEST_ENGINE narrows it. */
export const testEngines = (): EngineKind[] => {
  const { pglite, postgres } = inject('engines')
  return [...(pglite ? (['pglite'] as const) : []), ...(postgres ? (['postgres'] as const) : [])]
}

export interface TestDatabase {
  db: OpenDatabase
  /** Its address, where it has one: for a second process. */
  url: string | null
  close(): Promise<void>
}

/** A migrated, empty database of one's own. `empty` leaves the migrations out. */
export const testDatabase = async (engine: EngineKind, { empty = false } = {}): Promise<TestDatabase> => {
  const { pglite, postgres } = inject('engines')
  if (engine === 'pglite') {
    if (!pglite) throw new Error('this run is without PGlite')
    const db = await openDatabase({ dir: ':memory:', ...(empty ? {} : { copy: await openAsBlob(pglite.copy) }) })
    return { db, url: null, close: () => db.close() }
  }
  if (!postgres) throw new Error('this run is without PostgreSQL')
  const name = `${postgres.prefix}${randomUUID().slice(0, 8)}`
  const from = empty ? 'template0' : postgres.template
  await onServer(postgres.url, (client) => client.query(`create database ${name} template ${from}`))
  const url = urlOf(postgres.url, name)
  const db = await openDatabase({ url })
  const close = async (): Promise<void> => {
    await db.close()
    await onServer(postgres.url, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { db, url, close }
}

/** Runs a suite on every engine of this run, each with one database for the whole suite. */
export const describeEngines = (
  title: string,
  suite: (db: OpenDatabase) => void,
  engines: EngineKind[] = testEngines(),
): void => {
  for (const engine of engines) {
    describe(`${title} [${engine}]`, () => {
      let opened: TestDatabase | null = null
      beforeAll(async () => {
        opened = await testDatabase(engine)
      })
      afterAll(() => opened?.close())
      suite(later(engine, () => opened))
    })
  }
}

// The suite is described before its database is there.
const later = (engine: EngineKind, opened: () => TestDatabase | null): OpenDatabase =>
  new Proxy({ engine } as OpenDatabase, {
    get(target, key) {
      if (key === 'engine') return target.engine
      const database = opened()
      if (!database) throw new Error('the database is there only inside tests and hooks')
      return Reflect.get(database.db, key)
    },
  })
