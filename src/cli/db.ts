import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config/root.ts'
import { typesOf } from '#platform/db/generate-types.ts'
import { openDatabase } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'

const usage = 'hitoba db types    writes src/platform/db/schema.ts from db/migrations'

/** `hitoba db types`: after a migration was written. */
export const run = async (args: readonly string[]): Promise<number> => {
  if (args[0] !== 'types') {
    console.error(usage)
    return 2
  }
  const db = await openDatabase({ dir: ':memory:' })
  try {
    await migrate(db)
    writeFileSync(join(projectRoot, 'src', 'platform', 'db', 'schema.ts'), await typesOf(db))
  } finally {
    await db.close()
  }
  return 0
}
