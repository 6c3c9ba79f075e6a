import { randomInt } from 'node:crypto'
import { hashToken } from './token.ts'

// Without letters and digits that look alike on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of 16 letters (79 bits each), for paper. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, newRecoveryCode)

const newRecoveryCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  )

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

export const hashRecoveryCode = (text: string): string => hashToken(bare(text))

export const looksLikeRecoveryCode = (text: string): boolean => bare(text).length === 16
