import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#platform/config/root.ts'
import type { Answer, Job, Outcome } from './typst-process.ts'

/** Why a document did not come of a process that runs: it took too long, or grew too large. */
export type Ended = 'too long' | 'too large'

/** A process that compiles one document at a time. It begins with the first one. */
export interface TypstChild {
  run(job: Job, longestMs: number): Promise<Outcome | Ended>
  /** What it took up after its last document, in bytes. */
  memory(): number
  letGo(): void
}

export interface ChildLimits {
  /** After this long without work it is let go, and its memory with it. */
  idleMs: number
  /** Larger than this after a document, it is let go. */
  keptBytes: number
  /** It ends itself while it grows beyond this. */
  mostBytes: number
}

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

export const typstChild = ({ idleMs, keptBytes, mostBytes }: ChildLimits): TypstChild => {
  let child: ChildProcess | null = null
  let memory = 0
  let idle: NodeJS.Timeout | undefined

  const letGo = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }
  const running = (): ChildProcess => {
    clearTimeout(idle)
    child = child?.connected ? child : begun(mostBytes)
    // Work under way keeps the server alive; a process that only waits does not.
    child.ref()
    child.channel?.ref()
    return child
  }
  const rest = (): void => {
    child?.unref()
    child?.channel?.unref()
    idle = setTimeout(letGo, idleMs).unref()
  }
  return {
    run: async (job, longestMs) => {
      const answer = await answerOf(running(), job, longestMs)
      memory = typeof answer === 'string' ? 0 : answer.memory
      if (typeof answer !== 'string' && memory <= keptBytes) rest()
      else letGo()
      return typeof answer === 'string' ? answer : answer.outcome
    },
    memory: () => memory,
    letGo,
  }
}

const begun = (mostBytes: number): ChildProcess =>
  fork(program, [String(mostBytes)], {
    serialization: 'advanced',
    execArgv: [],
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Whoever waits for a document learns of it; between documents nobody needs to.
  }).on('error', () => {})

const answerOf = async (child: ChildProcess, job: Job, longestMs: number): Promise<Answer | Ended> =>
  new Promise((resolve) => {
    const settle = (answer: Answer | Ended): void => {
      clearTimeout(timer)
      child.off('message', settle).off('exit', gone).off('error', gone)
      resolve(answer)
    }
    // It ends by itself only where its memory is at an end, its own limit or the machine's.
    const gone = (): void => settle('too large')
    const timer = setTimeout(() => settle('too long'), longestMs)
    child.on('message', settle).on('exit', gone).on('error', gone)
    child.send(job)
  })
