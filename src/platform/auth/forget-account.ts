import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** The person holds no role any more, and the account that stood for them forgets them; one that stands for nobody else is gone. */
export const forgetAccountOf = async (tx: Tx, personId: string, at: Date): Promise<void> => {
  await sql`select platform.forget_account_of(${personId}, ${at})`.execute(tx)
}
