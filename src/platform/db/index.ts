import type { PGlite } from '@electric-sql/pglite'
import type { Pool } from 'pg'
import { openEmbedded } from './embedded.ts'
import { insideTransaction, mustBeOutside } from './guard.ts'
import { openPostgres } from './postgres.ts'
import type { Engine, Session } from './session.ts'
import { type Tx, txOn } from './tx.ts'

export { DataDirectoryBusy } from './lock.ts'
export { named, type Tx } from './tx.ts'

export interface DatabaseOptions {
  /** PostgreSQL as a server; otherwise `dir`. */
  url?: string | null
  /** The data directory of the embedded database, or in memory. */
  dir?: string | ':memory:'
  connections?: number
  statementTimeoutMs?: number
  /** For tests: a copy of an embedded database to begin with. */
  copy?: Blob
}

/** One transaction for one request: owner's rights until `enter`, behind the programme's wall afterwards. */
export interface RequestTx {
  tx: Tx
  /** From here on only rows of this programme exist. */
  enter(programmeId: number): Promise<void>
  /** Back to the owner's rights, for what the programme itself may not write (the audit chain). */
  leave(): Promise<void>
  savepoint(): Promise<void>
  rollbackToSavepoint(): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

export interface Database {
  /** A transaction behind the wall of one programme. Commits when `work` returns, rolls back when it throws. */
  asProgramme<T>(programmeId: number, work: (tx: Tx) => Promise<T>): Promise<T>
  /** A transaction with the owner's rights and no wall: for platform, cli and tests only. */
  asPlatform<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the request pipeline, which ends it itself, whatever happens. */
  beginRequest(): Promise<RequestTx>
  /** Runs `work` with `beginRequest`'s transaction open: any other use of the database in it is told as a mistake. */
  guarded<T>(work: () => Promise<T>): Promise<T>
  /** Statements of our own outside any transaction: migrations. */
  script(text: string): Promise<void>
  close(): Promise<void>
}

export type OpenDatabase = Database & ({ engine: 'postgres'; raw: Pool } | { engine: 'pglite'; raw: PGlite })

/** Opens the database: PostgreSQL where `url` names one, the embedded one otherwise. */
export const openDatabase = async (options: DatabaseOptions): Promise<OpenDatabase> => {
  if (options.url) {
    const engine = openPostgres(options.url, {
      connections: options.connections ?? 10,
      statementTimeoutMs: options.statementTimeoutMs ?? 60_000,
    })
    return { ...databaseOn(engine), engine: 'postgres', raw: engine.raw }
  }
  const engine = await openEmbedded(options.dir ?? ':memory:', options.copy ? { copy: options.copy } : {})
  return { ...databaseOn(engine), engine: 'pglite', raw: engine.raw }
}

const databaseOn = (engine: Engine): Database => {
  const inTransaction = async <T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
    mustBeOutside(engine)
    const session = await engine.begin(opening)
    return insideTransaction(engine, () => running(session, work))
  }
  return {
    asProgramme: (programmeId, work) => inTransaction(wallOf(programmeId), work),
    asPlatform: (work) => inTransaction('', work),
    beginRequest: async () => {
      mustBeOutside(engine)
      return requestOn(await engine.begin(''))
    },
    guarded: (work) => insideTransaction(engine, work),
    script: async (text) => {
      mustBeOutside(engine)
      await engine.script(text)
    },
    close: () => engine.close(),
  }
}

const running = async <T>(session: Session, work: (tx: Tx) => Promise<T>): Promise<T> => {
  try {
    const value = await work(txOn(session))
    await session.commit()
    return value
  } catch (error) {
    await session.rollback().catch(() => {})
    throw error
  }
}

const requestOn = (session: Session): RequestTx => ({
  tx: txOn(session),
  enter: (programmeId) => session.script(wallOf(programmeId)),
  leave: () => session.script('reset role'),
  savepoint: () => session.script('savepoint action'),
  rollbackToSavepoint: () => session.script('rollback to savepoint action'),
  commit: () => session.commit(),
  rollback: () => session.rollback().catch(() => {}),
})

// Written into the text, so that it travels with the begin: only a whole number can get here.
const wallOf = (programmeId: number): string => {
  if (!Number.isSafeInteger(programmeId)) throw new Error(`not a programme: ${programmeId}`)
  return `set local role hitoba_app; select set_config('app.programme', '${programmeId}', true)`
}
