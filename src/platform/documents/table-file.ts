import { Worker } from 'node:worker_threads'
import { no, type Result } from '#kernel/result.ts'
import { type TableFile, tableLimits, type TableTrouble } from './table-bytes.ts'

export type { TableFile, TableSheet, TableTrouble } from './table-bytes.ts'

// Bundled, the thread's program lies beside this one's.
const program = new URL(import.meta.url.endsWith('.ts') ? './table-worker.ts' : './table-worker.js', import.meta.url)

/**
 * Reads a table that somebody sent, in a thread of its own: other pages go on meanwhile, and a hostile file ends the thread
 * and nothing else. Any bytes give rows or a trouble that a page can put into words.
 */
export const readTableFile = (bytes: Uint8Array): Promise<Result<TableFile, TableTrouble>> => {
  if (bytes.length > tableLimits.bytes) return Promise.resolve(no({ kind: 'too_large', mostBytes: tableLimits.bytes }))
  return new Promise((resolve) => {
    const thread = new Worker(program, {
      workerData: Uint8Array.from(bytes),
      resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 },
    })
    const end = (answer: Result<TableFile, TableTrouble>): void => {
      clearTimeout(timer)
      resolve(answer)
      void thread.terminate()
    }
    const timer = setTimeout(() => end(no({ kind: 'took_too_long' })), tableLimits.milliseconds)
    thread.on('message', end)
    // Out of memory is the only way in which the thread itself fails.
    thread.on('error', () => end(no({ kind: 'grows_too_large' })))
  })
}
