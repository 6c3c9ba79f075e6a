import { Worker } from 'node:worker_threads'
import type { PlannableMonth, Proposal, Shortage, WhyOpen } from '#domains/matching/index.ts'

export interface Planning {
  month: PlannableMonth
  /** Visits of it that stay as they are. */
  stays: readonly Proposal[]
  iterations: number
}

export interface Planned {
  proposals: readonly Proposal[]
  /** Why requests stay open, of as many as are explained at once. */
  open: readonly WhyOpen[]
  shortages: readonly Shortage[]
  /** Who could stand in, by request: of those that stay, too. */
  standIns: ReadonlyMap<string, string>
}

/** Places of what both sides see: whether to stop, and how far it is. */
export const stop = 0
export const counter = 1

// Bundled, the thread's program lies beside this one's.
const program = new URL(import.meta.url.endsWith('.ts') ? './plan-worker.ts' : './plan-worker.js', import.meta.url)

const lookMs = 400

/**
 * Plans a month in a thread of its own: other pages go on meanwhile. `look` is told now and then how far it is; where it answers
 * false, the best so far is the plan.
 */
export const planInThread = (
  planning: Planning,
  look: (done: number, total: number) => Promise<boolean>,
): Promise<Planned> => {
  const shared = new SharedArrayBuffer(8)
  const signals = new Int32Array(shared)
  const thread = new Worker(program, { workerData: { ...planning, shared } })
  const lookNow = async (): Promise<void> => {
    const done = Math.min(planning.iterations, Atomics.load(signals, counter))
    if (!(await look(done, planning.iterations))) Atomics.store(signals, stop, 1)
  }
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => void lookNow().catch(fail), lookMs)
    const end = (): void => {
      clearInterval(timer)
      void thread.terminate()
    }
    const fail = (error: unknown): void => {
      end()
      reject(error)
    }
    thread.on('message', (planned: Planned) => {
      end()
      resolve(planned)
    })
    thread.on('error', fail)
  })
}
