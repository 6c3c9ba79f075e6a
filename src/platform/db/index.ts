import type { Transaction } from 'kysely'
import type { DB } from './schema.ts'

export type Tx = Transaction<DB>
