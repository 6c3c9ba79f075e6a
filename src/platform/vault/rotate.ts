import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/index.ts'
import { KeyFileProblem, type KeyRing, readKeyFile, withNewKey, writeKeyFile } from './key-file.ts'
import { keeperOfKeys } from './keeper.ts'
import { rewrapKeys } from './person-keys.ts'

/**
 * A new key of keys for everything that the old one wraps, while servers go on: they read the file anew.
 * The replaced key stays in the file until the next change, for what a server was just wrapping with it.
 */
export const rotateKeys = async (db: Pick<Database, 'asPlatform'>, file: string): Promise<number> => {
  const before = readKeyFile(file)
  if (!before) throw new KeyFileProblem(`There is no key file at ${file}.`)
  const used = await db.asPlatform(usedKeys)
  const both = withNewKey(withoutUnused(before, used))
  writeKeyFile(file, both)
  return db.asPlatform((tx) => rewrapKeys(tx, keeperOfKeys(file, both)))
}

const usedKeys = async (tx: Tx): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`select distinct kek_id as id from platform.person_key`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

const withoutUnused = (ring: KeyRing, used: ReadonlySet<string>): KeyRing => ({
  current: ring.current,
  keys: Object.fromEntries(Object.entries(ring.keys).filter(([id]) => id === ring.current || used.has(id))),
})
