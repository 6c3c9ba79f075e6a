import { parentPort, workerData } from 'node:worker_threads'
import { tableOf } from './table-bytes.ts'

// The thread of table-file.ts: one file, one answer.
parentPort?.postMessage(await tableOf(workerData as Uint8Array))
