import { sql } from 'kysely'
import type { Database } from '#platform/db/index.ts'
import { currentKey, openKeyFile } from '#platform/vault/key-file.ts'

/** The key of the audit chain, kept outside the database. Made on first start. */
export const openAuditKey = async (db: Pick<Database, 'asPlatform'>, file: string): Promise<Uint8Array> =>
  currentKey(await openKeyFile(file, 'audit key', () => db.asPlatform(hasEntries)))

const hasEntries = async (tx: Parameters<Parameters<Database['asPlatform']>[0]>[0]): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`select exists (select from platform.audit_head) as found`.execute(tx)
  return rows[0]?.found ?? false
}
