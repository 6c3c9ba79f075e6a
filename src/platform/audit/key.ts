import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/index.ts'
import { currentKey, openKeyFile } from '#platform/vault/key-file.ts'

/** Beside the key of keys, outside the database and outside its backups. */
export const auditKeyFile = (config: { kekFile: string }): string => join(dirname(config.kekFile), 'audit')

/** The key of the audit chain, kept outside the database. Made on first start. */
export const openAuditKey = async (db: Pick<Database, 'asPlatform'>, file: string): Promise<Uint8Array> =>
  currentKey(await openKeyFile(file, 'audit key', () => db.asPlatform(hasEntries)))

const hasEntries = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`select exists (select from platform.audit_head) as found`.execute(tx)
  return rows[0]?.found ?? false
}
