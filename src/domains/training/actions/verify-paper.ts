import { verifyKeys } from '#platform/auth/attempt-limits.ts'
import { countTry, forgive } from '#platform/auth/attempts.ts'
import { hashToken } from '#platform/auth/token.ts'
import type { Tx } from '#platform/db/index.ts'
import { proofText } from '../core/credential-code.ts'
import { isProved } from '../data/credentials.ts'

export type Verdict = 'matches' | 'does_not' | 'too_many'

/** What was typed, and from where. */
export interface AskedPaper {
  code: string
  name: string
  address: string
}

/**
 * Whether a paper of this code bears this name; owner's rights. The same statements run whether the code was ever issued or
 * not: one look-up by code and name together, so that neither an answer nor its time tells more. Only what did not match counts.
 */
export const verifyPaper = async (tx: Tx, asked: AskedPaper, now: Date): Promise<Verdict> => {
  const keys = verifyKeys(asked)
  if (await countTry(tx, keys, now)) return 'too_many'
  if (!(await isProved(tx, hashToken(proofText(asked.code, asked.name)), now))) return 'does_not'
  await forgive(tx, keys, now)
  return 'matches'
}
