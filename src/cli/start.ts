import { readConfig } from '#platform/config/config.ts'
import { printSetupLink } from '#platform/auth/setup.ts'
import { startHitoba, stopOnSignals } from '../serve.ts'

/** Real use: DATABASE_URL names PostgreSQL, embedded otherwise. The first start prints the link that makes the first administrator. */
export const run = async (): Promise<number> => {
  const config = readConfig(process.env)
  const running = await startHitoba(config)
  stopOnSignals(running)
  console.log(`hitoba: ${running.address}`)
  if (running.services.db.engine === 'pglite') {
    console.log(
      'The embedded database is for trying out. For real use set DATABASE_URL. / 組み込みのデータベースは試用のためのものです。',
    )
  }
  const link = await running.services.db.asPlatform((tx) => printSetupLink(tx, running.address, new Date()))
  if (link)
    console.log(
      `\nOpen this once to create the first administrator and the programme (24 hours):\n最初の管理者と事業をつくるページ（24時間・1回だけ）:\n  ${link}\n`,
    )
  return 0
}
