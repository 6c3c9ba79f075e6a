import type { OpenDatabase } from '#platform/db/index.ts'
import { describeEngines, testEngines } from '#test/database.ts'

/** What asks thousands of pages runs on PostgreSQL where one answers, else on PGlite; `npm run soak` on both. */
export const describeMainEngine = (title: string, suite: (db: OpenDatabase) => void): void => {
  const all = testEngines()
  const main = all.includes('postgres') ? 'postgres' : 'pglite'
  describeEngines(title, suite, process.env['HITOBA_SOAK'] === '1' ? all : [main])
}
