import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#platform/config/root.ts'
import type { Answer, Job, Outcome } from './typst-process.ts'

/** Compiles one document after the other, in a process of its own. */
export interface Press {
  compile(job: Job): Promise<Outcome>
  /** What the process took up after its last document, in bytes. */
  memory(): number
  close(): void
}

export interface PressLimits {
  /** Longest time for one document: whatever takes longer never ends. */
  jobMs: number
  /** After this long without work the process is let go, and its memory with it. */
  idleMs: number
  /** A process that has grown beyond this many bytes is let go after its document. */
  memory: number
}

const usualLimits: PressLimits = { jobMs: 20_000, idleMs: 60_000, memory: 600_000_000 }

// The same file from src/ and from a bundle: Node reads it as it is.
const program = join(projectRoot, 'src/platform/documents/typst-process.ts')

// The compiler would fetch packages from the network and from the home directory of whoever started the server.
const nothing = join(projectRoot, '.nothing')
const environment = {
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HOME: nothing,
  XDG_CACHE_HOME: nothing,
  XDG_DATA_HOME: nothing,
  ...(process.env['SYSTEMROOT'] && { SYSTEMROOT: process.env['SYSTEMROOT'] }),
}

/** Nothing runs before the first document. */
export const openPress = (given: Partial<PressLimits> = {}): Press => {
  const limits = { ...usualLimits, ...given }
  let child: ChildProcess | null = null
  let memory = 0
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const letGo = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }
  const running = (): ChildProcess => {
    clearTimeout(idle)
    child = child?.connected ? child : begun()
    // Work under way keeps the server alive; a process that only waits does not.
    child.ref()
    child.channel?.ref()
    return child
  }
  const rest = (): void => {
    child?.unref()
    child?.channel?.unref()
    idle = setTimeout(letGo, limits.idleMs).unref()
  }
  const run = async (job: Job): Promise<Outcome> => {
    const answer = await answerOf(running(), job, limits.jobMs)
    memory = answer?.memory ?? 0
    if (answer && memory <= limits.memory) rest()
    else letGo()
    return answer?.outcome ?? { kind: 'fault', fault: { file: null, line: null, message: 'it did not come to an end' } }
  }
  return {
    compile: (job) => {
      const turn = last.then(() => run(job))
      last = turn.catch(() => {})
      return turn
    },
    memory: () => memory,
    close: letGo,
  }
}

const begun = (): ChildProcess =>
  fork(program, {
    serialization: 'advanced',
    execArgv: [],
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Whoever waits for a document learns of it; between documents nobody needs to.
  }).on('error', () => {})

// Null where the process ended, or would not.
const answerOf = (child: ChildProcess, job: Job, jobMs: number): Promise<Answer | null> =>
  new Promise((resolve) => {
    const settle = (answer: Answer | null): void => {
      clearTimeout(tooLong)
      child.off('message', settle).off('exit', ended).off('error', ended)
      resolve(answer)
    }
    const ended = (): void => settle(null)
    const tooLong = setTimeout(ended, jobMs)
    child.on('message', settle).on('exit', ended).on('error', ended)
    child.send(job)
  })
