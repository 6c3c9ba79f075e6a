import pino from 'pino'

export interface LogLine {
  requestId: string
  method: string
  /** The route's pattern, never the address: addresses may hold tokens. */
  route: string
  status: number
  ms: number
  role: string | null
}

export interface Log {
  request(line: LogLine): void
  info(what: string, facts?: Record<string, string | number | boolean>): void
  bug(error: unknown, requestId: string | null): void
}

/** Structured lines with an allow-list of facts: no names, no form contents, no addresses. `to`: a file instead of the terminal. */
export const openLog = (level: string, to: string | number = 1): Log => {
  // A write for each line costs a request as much as its page: lines are gathered for half a second, and flushed at exit.
  const out = pino.destination({ dest: to, sync: false, minLength: 4096, periodicFlush: 500 })
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out)
  return {
    request: (line) => log.info(line, 'request'),
    info: (what, facts = {}) => log.info(facts, what),
    bug: (error, requestId) => {
      log.error({ requestId, ...errorFacts(error) }, 'bug')
      out.flush()
    },
  }
}

// Messages quote what they stumble over: a row, a form, a file. Kind, code and place tell enough to find a bug.
const errorFacts = (error: unknown): Record<string, string | null> => {
  if (!(error instanceof Error)) return { error: typeof error, code: null, stack: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line))
  return { error: wordOf(error.name), code: wordOf(code), stack: frames.slice(0, 11).join('\n') }
}

// Lines of the stack that are lines of the message end otherwise.
const frame = /^ {4}at .+:\d+:\d+\)?$/

const wordOf = (text: string | null): string | null => (text !== null && /^\w{1,60}$/.test(text) ? text : null)
