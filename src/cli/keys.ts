import { readConfig } from '#platform/config/config.ts'
import { openDatabase } from '#platform/db/index.ts'
import { rotateKeys } from '#platform/vault/rotate.ts'

const usage = `hitoba keys rotate
  Makes a new key of keys and wraps every person's key with it. Servers on PostgreSQL may go on meanwhile.
  Back up the key file afterwards, apart from the database.`

/** `hitoba keys`: when the key of keys may have been seen, and once a year. */
export const run = async (args: readonly string[]): Promise<number> => {
  if (args.join(' ') !== 'rotate') {
    console.error(usage)
    return 2
  }
  const config = readConfig(process.env)
  const db = await openDatabase({ url: config.databaseUrl, dir: config.dataDir, statementTimeoutMs: 0 })
  try {
    const count = await rotateKeys(db, config.kekFile)
    console.log(`${count} keys are wrapped with a new key of keys: ${config.kekFile}`)
  } finally {
    await db.close()
  }
  return 0
}
