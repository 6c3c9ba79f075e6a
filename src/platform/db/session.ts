/** A value that goes to or comes from the database as it is. */
export type Value = unknown

export interface Answer<R> {
  rows: R[]
  /** Rows written, where the statement says so. */
  affected: number | null
}

/** One open transaction on one connection, the same on both engines. */
export interface Session {
  /** `name`: the statement stays prepared on its connection. Only for fixed texts. */
  query<R>(text: string, values: readonly Value[], name?: string): Promise<Answer<R>>
  /** Several statements without parameters. Only text of our own may be in it. */
  script(text: string): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

export type EngineKind = 'postgres' | 'pglite'

/** What differs between PostgreSQL as a server and PostgreSQL in the process. */
export interface Engine<Raw = unknown> {
  kind: EngineKind
  /** Opens a transaction; `opening` is further text of our own that travels with the begin. */
  begin(opening: string): Promise<Session>
  /** Outside any transaction: several statements, each with its own fate unless the text says otherwise. */
  script(text: string): Promise<void>
  close(): Promise<void>
  raw: Raw
}

/** The connection did not become free in time: somebody holds a transaction open. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
}

/** Once ended, a session answers no more: its connection may already serve somebody else. */
export const endingOnce = (session: Session): Session => {
  let ended = false
  const open = <T>(work: () => Promise<T>): Promise<T> =>
    ended ? Promise.reject(new Error('the transaction is over: nothing more can be done in it')) : work()
  const end = (work: () => Promise<void>): Promise<void> => {
    ended = true
    return work()
  }
  return {
    query: (text, values, name) => open(() => session.query(text, values, name)),
    script: (text) => open(() => session.script(text)),
    commit: () => open(() => end(() => session.commit())),
    rollback: () => (ended ? Promise.resolve() : end(() => session.rollback())),
  }
}
