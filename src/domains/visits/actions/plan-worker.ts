import { parentPort, workerData } from 'node:worker_threads'
import { fairMonth, planMonth } from '#domains/matching/index.ts'
import { counter, type Planning, stop } from './plan-thread.ts'

// The thread of plan-thread.ts: one month, one plan.
const { month, iterations, shared } = workerData as Planning & { shared: SharedArrayBuffer }
const signals = new Int32Array(shared)
const { proposals } = planMonth(fairMonth(month), {
  seed: 1,
  until: { iterations },
  stopped: () => {
    Atomics.add(signals, counter, 1)
    return Atomics.load(signals, stop) === 1
  },
})
parentPort?.postMessage(proposals)
