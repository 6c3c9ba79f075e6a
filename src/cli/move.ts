import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '#platform/db/index.ts'
import { move } from '#platform/db/move.ts'

const usage = 'hitoba move --from DIR --to postgres://user:password@host:5432/database'

/** `hitoba move`: from trying out to real use. The directory it came from stays as it was. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' } } })
  if (!values.from || !values.to?.startsWith('postgres')) {
    console.error(usage)
    return 2
  }
  const dir = resolve(values.from)
  if (!existsSync(join(dir, 'db'))) {
    console.error(`${dir}: ここには組み込みのデータベースがありません / there is no embedded database here`)
    return 1
  }
  const source = await openDatabase({ dir })
  try {
    await moveTo(source, values.to)
  } finally {
    await source.close()
  }
  console.log(
    `\n鍵はデータベースの外にあります。${join(dir, 'keys')} も新しい場所へ移し、HITOBA_KEK_FILE で指定してください。\nThe key of keys is not in the database: take ${join(dir, 'keys')} along and name it in HITOBA_KEK_FILE.`,
  )
  return 0
}

const moveTo = async (source: Awaited<ReturnType<typeof openDatabase>>, url: string): Promise<void> => {
  const target = await openDatabase({ url, statementTimeoutMs: 0 })
  try {
    const counts = Object.entries(await move(source, target))
    for (const [table, rows] of counts.filter(([, n]) => n > 0)) console.log(`${String(rows).padStart(8)}  ${table}`)
    console.log(`${counts.reduce((sum, [, n]) => sum + n, 0)} rows in ${counts.length} tables`)
  } finally {
    await target.close()
  }
}
