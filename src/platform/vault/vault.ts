import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/index.ts'
import { boundTo, openText, sealText } from './cipher.ts'
import { type KeeperOfKeys, keeperOfKeys } from './keeper.ts'
import { openKeyFile } from './key-file.ts'
import { destroyed, destroyKey, ensureKey, ensureKeys, loadKeys, type PersonKey } from './person-keys.ts'

/** Seals and opens sensitive text, a key for each person. `field` is 'schema.table.column'; a sealed text moved to another row or field does not open. */
export interface Vault {
  seal(personId: string, field: string, rowId: string, text: string): Promise<string>
  /** '' where the person's record was erased. */
  open(personId: string, field: string, rowId: string, sealed: string): Promise<string>
  /** Loads the keys of many people at once, before a list is opened. */
  warm(personIds: readonly string[]): Promise<void>
  /** The same before something is sealed for each of them: keys that are missing are made, all at once. */
  prepare(personIds: readonly string[]): Promise<void>
  /** Erases the person's sealed text for good: no key is made for them again. */
  destroyKey(personId: string): Promise<void>
  /** Stands for a person where a note belongs to the programme and to nobody. */
  programmeSubject: string
}

/** The vault of the whole platform, from which each transaction gets its own. */
export interface PlatformVault {
  /** What is loaded is kept for this transaction only: another one sees at once that a key is gone. */
  vaultFor(tx: Tx, programmeId: number): Vault
  /** For secrets of accounts, which belong to no programme. */
  sealPlatform(field: string, rowId: string, text: string): string
  openPlatform(field: string, rowId: string, sealed: string): string
}

export const programmeSubject = '00000000-0000-0000-0000-000000000000'
const platformProgramme = 0

/** Loads the key of keys, or makes one on first start. Refuses where it is missing and something is locked with it. */
export const openVault = async (db: Pick<Database, 'asPlatform'>, at: { kekFile: string }): Promise<PlatformVault> => {
  const ring = await openKeyFile(at.kekFile, 'key of keys', () => db.asPlatform(hasWrappedKeys))
  const keeper = keeperOfKeys(at.kekFile, ring)
  const own = await db.asPlatform((tx) => ensureKey(tx, platformProgramme, programmeSubject, keeper))
  return {
    vaultFor: (tx, programmeId) => vaultOf(tx, programmeId, keeper),
    sealPlatform: (field, rowId, text) => sealText(own, boundTo(field, programmeSubject, rowId), text),
    openPlatform: (field, rowId, sealed) => openText(own, boundTo(field, programmeSubject, rowId), sealed),
  }
}

const vaultOf = (tx: Tx, programmeId: number, keeper: KeeperOfKeys): Vault => {
  const keys = new Map<string, PersonKey>()
  const warm = async (personIds: readonly string[]): Promise<void> => {
    const missing = [...new Set(personIds)].filter((id) => !keys.has(id))
    if (missing.length === 0) return
    for (const [id, key] of await loadKeys(tx, programmeId, missing, keeper)) keys.set(id, key)
  }
  return {
    programmeSubject,
    warm,
    prepare: async (personIds) => {
      for (const [id, key] of await ensureKeys(tx, programmeId, [...new Set(personIds)], keeper)) keys.set(id, key)
    },
    destroyKey: async (personId) => {
      await destroyKey(tx, programmeId, personId)
      keys.set(personId, destroyed)
    },
    seal: async (personId, field, rowId, text) => {
      const known = keys.get(personId)
      const key = known && known !== destroyed ? known : await ensureKey(tx, programmeId, personId, keeper)
      keys.set(personId, key)
      return sealText(key, boundTo(field, personId, rowId), text)
    },
    open: async (personId, field, rowId, sealed) => {
      await warm([personId])
      const key = keys.get(personId)
      if (!key) throw new Error('there is no key for this person')
      if (key === destroyed) return ''
      return openText(key, boundTo(field, personId, rowId), sealed)
    },
  }
}

const hasWrappedKeys = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`select exists (select from platform.person_key) as found`.execute(tx)
  return rows[0]?.found ?? false
}
