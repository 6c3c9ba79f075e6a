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

// A database error's message and detail can quote the row: only its code and place are kept.
const errorFacts = (error: unknown): Record<string, string | null> => {
  if (!(error instanceof Error)) return { error: typeof error, code: null, stack: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const stack = (error.stack ?? '').split('\n').slice(1, 12).join('\n')
  return { error: error.name, code, message: code ? null : error.message.slice(0, 300), stack }
}
