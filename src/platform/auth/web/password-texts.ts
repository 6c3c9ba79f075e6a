import { never } from '#kernel/result.ts'
import { type PasswordBlocker, passwordMax, passwordMin } from '../password-rules.ts'
import type { AccountWords } from './account-words.ts'

export const passwordText = (blocker: PasswordBlocker, t: AccountWords): string => {
  switch (blocker.code) {
    case 'too-short':
      return t.tooShort(blocker.have, passwordMin)
    case 'too-long':
      return t.tooLong(passwordMax)
    case 'repeats':
      return t.repeats
    case 'sequence':
      return t.sequence
    case 'common':
      return t.common
    case 'about-you':
      return t.aboutYou
    default:
      return never(blocker)
  }
}
