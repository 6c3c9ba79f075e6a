import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { flushToDisk } from './durable.ts'
import { lockDirectory } from './lock.ts'
import { type Answer, DatabaseBusy, type Engine, endingOnce, type Session, type Value } from './session.ts'

const INT8 = 20
const DATE = 1082
const patience = 60_000

export interface EmbeddedOptions {
  /** A copy made by `dumpDataDir('none')` to begin with; only in memory. */
  copy?: Blob
}

/** PostgreSQL in the process: in memory, or in a directory that nobody else may open meanwhile. */
export const openEmbedded = async (dir: string | ':memory:', options: EmbeddedOptions = {}): Promise<Engine<PGlite>> =>
  dir === ':memory:' ? inMemory(options) : inDirectory(dir)

const shared: PGliteOptions = {
  extensions: { btree_gist },
  parsers: { [INT8]: Number, [DATE]: (text: string) => text },
}

const inMemory = async ({ copy }: EmbeddedOptions): Promise<Engine<PGlite>> =>
  engineOn(await PGlite.create({ ...shared, ...(copy ? { loadDataDir: copy } : {}) }), () => {})

const inDirectory = async (dir: string): Promise<Engine<PGlite>> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const unlock = lockDirectory(dir)
  try {
    const pglite = await PGlite.create({
      ...shared,
      dataDir: join(dir, 'db'),
      startParams: [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'],
    })
    flushToDisk(pglite)
    return engineOn(pglite, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

const engineOn = (pglite: PGlite, unlock: () => void): Engine<PGlite> => ({
  kind: 'pglite',
  raw: pglite,
  begin: (opening) => sessionOn(pglite, opening),
  script: async (text) => {
    await pglite.exec(text)
  },
  close: async () => {
    try {
      await pglite.close()
    } finally {
      unlock()
    }
  },
})

const sessionOn = async (pglite: PGlite, opening: string): Promise<Session> => {
  const ending = Promise.withResolvers<void>()
  const started = Promise.withResolvers<Transaction>()
  const ended = pglite.transaction(async (transaction) => {
    started.resolve(transaction)
    await ending.promise
  })
  ending.promise.catch(() => {})
  ended.catch((error) => started.reject(error))
  const transaction = await withPatience(started.promise, () => ending.reject(new Error('nobody waits any more')))
  const session = endingOnce(new EmbeddedSession(transaction, ending, ended))
  if (opening) await session.script(opening)
  return session
}

const withPatience = async <T>(promise: Promise<T>, giveUp: () => void): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(new DatabaseBusy(`the embedded database was held by one transaction for more than ${patience / 1000} s`))
    }, patience)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

class EmbeddedSession implements Session {
  #transaction: Transaction
  #ending: PromiseWithResolvers<void>
  #ended: Promise<void>
  #stumbled = false

  constructor(transaction: Transaction, ending: PromiseWithResolvers<void>, ended: Promise<void>) {
    this.#transaction = transaction
    this.#ending = ending
    this.#ended = ended
  }

  async query<R>(text: string, values: readonly Value[]): Promise<Answer<R>> {
    const answer = await this.#noting(() => this.#transaction.query<R>(text, values as unknown[]))
    return { rows: answer.rows, affected: answer.affectedRows ?? null }
  }

  async script(text: string): Promise<void> {
    await this.#noting(() => this.#transaction.exec(text))
  }

  async commit(): Promise<void> {
    // A failed transaction commits without a word here, having written nothing: it must say so.
    if (this.#stumbled) {
      await this.#transaction.query('select 1').catch((error) => this.#ending.reject(error))
    }
    this.#ending.resolve()
    await this.#ended
    await letTimersRun()
  }

  async rollback(): Promise<void> {
    this.#ending.reject(new Error('rolled back'))
    await this.#ended.catch(() => {})
    await letTimersRun()
  }

  async #noting<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run()
    } catch (error) {
      this.#stumbled = true
      throw error
    }
  }
}

// The embedded database answers in microtasks only: a loop over it would starve every timer.
const letTimersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
