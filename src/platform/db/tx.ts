import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type { DB } from './schema.ts'
import type { Session } from './session.ts'

/** An open transaction. Inside it, nothing else of the database is used. */
export type Tx = Transaction<DB>

const adapter = new PostgresAdapter()
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const driver = new DummyDriver()
const executor = new DefaultQueryExecutor(new PostgresQueryCompiler(), adapter, {
  provideConnection: () => Promise.reject(new Error('no transaction is open')),
})
const sessions = new WeakMap<object, Session>()

/** Kysely over a transaction that is already open: begin, commit and rights stay in our own hands. */
export const txOn = (session: Session): Tx => {
  const connection: DatabaseConnection = {
    executeQuery: (query) => run(session, query),
    streamQuery: () => {
      throw new Error('rows are not streamed: read page by page')
    },
  }
  const tx = new Transaction<DB>({
    config: { dialect },
    dialect,
    driver,
    executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
  })
  sessions.set(tx, session)
  return tx
}

const run = async <R>(session: Session, query: CompiledQuery): Promise<QueryResult<R>> => {
  const { rows, affected } = await session.query<R>(query.sql, query.parameters)
  return affected === null ? { rows } : { rows, numAffectedRows: BigInt(affected) }
}

/**
 * A hot read as a statement that stays prepared on its connection (PostgreSQL; elsewhere an ordinary one). `text` must be
 * fixed for its `name`. The type of its rows is the caller's word.
 */
export const named = async <R>(tx: Tx, name: string, text: string, values: readonly unknown[]): Promise<R[]> =>
  (await sessionOf(tx).query<R>(text, values, name)).rows

/** Several statements without parameters inside the transaction. Only text of our own. */
export const runScript = (tx: Tx, text: string): Promise<void> => sessionOf(tx).script(text)

const sessionOf = (tx: Tx): Session => {
  const session = sessions.get(tx)
  if (!session) throw new Error('not a transaction of this database')
  return session
}
