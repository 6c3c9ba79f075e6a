import { Pool, type PoolClient, type PoolConfig, types } from 'pg'
import { type Answer, type Engine, endingOnce, type Session, type Value } from './session.ts'

const INT8 = 20
const DATE = 1082
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const INTERVAL = 1186
const TEXT_ARRAY: number = 1009

const asText = (text: string): string => text
const textArray = types.getTypeParser(TEXT_ARRAY) as unknown as (text: string) => string[]

// Both engines must give the same JavaScript value for the same column.
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [DATE]: asText,
  [INTERVAL]: asText,
  [INT8_ARRAY]: (text) => textArray(text).map(Number),
  [DATE_ARRAY]: textArray,
}

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  parsers[oid] ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser

export interface PostgresOptions {
  connections: number
  statementTimeoutMs: number
}

/** PostgreSQL as a server. */
export const openPostgres = (url: string, options: PostgresOptions): Engine<Pool> => {
  const config: PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max: options.connections,
    // Statements of one transaction are sent without waiting for each other's answer.
    pipeline: true,
    types: { getTypeParser },
    application_name: 'hitoba',
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: 60_000,
  }
  const pool = new Pool(config)
  // A server that restarts ends idle connections: the pool has dropped them, nothing is lost.
  pool.on('error', () => {})
  // And one that breaks while in use is told by the statement that was under way.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    kind: 'postgres',
    raw: pool,
    begin: async (opening) => sessionOn(await pool.connect(), opening),
    script: async (text) => {
      await pool.query(text)
    },
    close: () => pool.end(),
  }
}

const sessionOn = (client: PoolClient, opening: string): Session => {
  const opened = client.query(`begin;${opening}`)
  // Its failure is told at the commit; until then every further statement fails with it.
  opened.catch(() => {})
  const end = async (text: 'commit' | 'rollback'): Promise<void> => {
    try {
      const { command } = await client.query(text)
      await opened
      if (text === 'commit' && command !== 'COMMIT') throw new Error('the transaction had failed: nothing was written')
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  return endingOnce({
    query: <R>(text: string, values: readonly Value[], name?: string) => ask<R>(client, text, values, name),
    script: async (text) => {
      await client.query(text)
    },
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  })
}

const ask = async <R>(
  client: PoolClient,
  text: string,
  values: readonly Value[],
  name?: string,
): Promise<Answer<R>> => {
  const query = { text, values: values as unknown[] }
  const answer = await client.query(name ? { ...query, name } : query)
  return { rows: answer.rows as R[], affected: answer.command === 'SELECT' ? null : answer.rowCount }
}
