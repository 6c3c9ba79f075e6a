import { openFairQueue, type QueueLimits } from './fair-queue.ts'
import { type ChildLimits, type Ended, typstChild, type TypstChild } from './typst-child.ts'
import type { Job, Outcome } from './typst-process.ts'

/** A document to be pressed, and whose. */
export interface PressOrder {
  programmeId: number
  job: Job
  /** A mark of the programme's own template; null: it is one of ours. */
  own: string | null
}

/** Compiles documents in a few processes of its own, fairly between programmes. */
export interface Press {
  /** 'busy': so many wait already that nothing more is taken. */
  compile(order: PressOrder): Promise<Outcome | 'busy'>
  /** What its largest process took up after its last document, in bytes. */
  memory(): number
  close(): void
}

export interface PressLimits extends ChildLimits {
  /** How many documents are compiled at the same time. Templates of programmes never take the last process. */
  processes: number
  /** Longest time for one document: whatever takes longer never ends. */
  oursMs: number
  ownMs: number
  /** An own template that never ended, or had no end of memory, is not tried again for so long. */
  restMs: number
  waiting: QueueLimits
}

const usualLimits: PressLimits = {
  processes: 2,
  oursMs: 20_000,
  ownMs: 5_000,
  restMs: 10 * 60_000,
  idleMs: 60_000,
  keptBytes: 400_000_000,
  mostBytes: 800_000_000,
  waiting: { ofEach: 10, ofAll: 100 },
}

interface Waiting extends PressOrder {
  answer(outcome: Outcome): void
}

/** Nothing runs before the first document. */
export const openPress = (given: Partial<PressLimits> = {}): Press => {
  const limits = { ...usualLimits, ...given }
  const free: TypstChild[] = Array.from({ length: limits.processes }, () => typstChild(limits))
  const children = [...free]
  const queue = openFairQueue<Waiting>(limits.waiting)
  const underWay = new Set<Waiting>()
  const resting = openResting(limits.restMs)
  let closed = false

  const mayGo = ({ programmeId, own }: PressOrder): boolean => {
    const others = [...underWay]
    if (others.some((one) => one.programmeId === programmeId)) return false
    return own === null || others.filter((one) => one.own !== null).length < Math.max(1, limits.processes - 1)
  }
  const goOn = (): void => {
    for (let child = free.pop(); child; child = free.pop()) {
      const next = closed ? null : queue.next(mayGo)
      if (!next) {
        free.push(child)
        return
      }
      void take(next, child)
    }
  }
  const take = async (one: Waiting, child: TypstChild): Promise<void> => {
    underWay.add(one)
    const before = one.own === null ? null : resting.why(one.own)
    const came = before ?? (await child.run(one.job, one.own === null ? limits.oursMs : limits.ownMs))
    if (typeof came === 'string' && one.own !== null && !before) resting.begin(one.own, came)
    underWay.delete(one)
    free.push(child)
    one.answer(typeof came === 'string' ? faultOf(came) : came)
    goOn()
  }
  return {
    compile: (order) =>
      new Promise((resolve) => {
        if (queue.add(order.programmeId, { ...order, answer: resolve })) goOn()
        else resolve('busy')
      }),
    memory: () => Math.max(...children.map((child) => child.memory())),
    close: () => {
      closed = true
      for (const child of children) child.letGo()
    },
  }
}

/** Templates that cost too much a while ago. */
const openResting = (restMs: number) => {
  const since = new Map<string, { why: Ended; until: number }>()
  return {
    why: (mark: string): Ended | null => {
      for (const [known, { until }] of since) if (until <= performance.now()) since.delete(known)
      return since.get(mark)?.why ?? null
    },
    begin: (mark: string, why: Ended): void => {
      since.set(mark, { why, until: performance.now() + restMs })
    },
  }
}

const messages: Record<Ended, string> = {
  'too long': 'it did not come to an end',
  'too large': 'it took up too much memory',
}

const faultOf = (ended: Ended): Outcome => ({
  kind: 'fault',
  fault: { file: null, line: null, message: messages[ended] },
})
