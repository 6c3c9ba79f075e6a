import { hash, parseOptions, verify } from '@node-rs/argon2'
import { normalPassword } from './password-rules.ts'

// argon2id, as OWASP's cheat sheet advises: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), cost)

// Checked against where there is nothing to check against: the same work, whoever is asked for.
let nobody: Promise<string> | null = null
const nobodysHash = (): Promise<string> => {
  nobody ??= hashPassword('nobody comes in with this')
  return nobody
}

export interface PasswordCheck {
  right: boolean
  /** The cost has changed since: hash anew while the password is at hand. */
  outdated: boolean
}

/** `stored` null: there is no account, or it has no password. */
export const checkPassword = async (stored: string | null, password: string): Promise<PasswordCheck> => {
  const against = stored ?? (await nobodysHash())
  const right = await verify(against, normalPassword(password))
  return { right: right && stored !== null, outdated: isOutdated(against) }
}

const isOutdated = (stored: string): boolean => {
  const had = parseOptions(stored)
  return had.memoryCost !== cost.memoryCost || had.timeCost !== cost.timeCost || had.parallelism !== cost.parallelism
}
