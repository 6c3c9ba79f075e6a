import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process runs on the same data directory. */
export class DataDirectoryBusy extends Error {
  override name = 'DataDirectoryBusy'

  constructor(dir: string, holder: string) {
    super(
      [
        `このデータフォルダーは、いま別の hitoba が使っています: ${dir}${holder && `（${holder}）`}`,
        '先にそちらを終了するか、HITOBA_DATA で別のフォルダーを指定してください。',
        `Another hitoba is using this data directory: ${dir}${holder && ` (${holder})`}`,
        'Stop that one first, or name another directory in HITOBA_DATA. Nothing was changed.',
      ].join('\n'),
    )
  }
}

/**
 * Takes the directory for this process; gives back how to let go. SQLite's lock is the operating system's own: it ends
 * with the process, however that ends, and holds between containers, where a process number would tell nothing.
 */
export const lockDirectory = (dir: string): (() => void) => {
  const holderFile = join(dir, 'in-use-by')
  const lock = new DatabaseSync(join(dir, 'lock'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (!isLocked(error)) throw error
    throw new DataDirectoryBusy(dir, holderOf(holderFile))
  }
  writeFileSync(holderFile, `process ${process.pid}, since ${new Date().toISOString()}\n`)
  return () => {
    if (!lock.isOpen) return
    rmSync(holderFile, { force: true })
    lock.close()
  }
}

const SQLITE_BUSY = 5

const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

const holderOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
