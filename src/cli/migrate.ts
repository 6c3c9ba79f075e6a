import { readConfig } from '#platform/config/config.ts'
import { openDatabase } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'

/** `hitoba migrate`: before starting several web processes of a new version. */
export const run = async (): Promise<number> => {
  const config = readConfig(process.env)
  const db = await openDatabase({ url: config.databaseUrl, dir: config.dataDir, statementTimeoutMs: 0 })
  try {
    const applied = await migrate(db)
    console.log(applied.length ? `applied:\n  ${applied.join('\n  ')}` : 'the database is up to date')
  } finally {
    await db.close()
  }
  return 0
}
