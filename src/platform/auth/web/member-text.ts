import { never } from '#kernel/result.ts'
import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { MemberBlocker } from '../member-rules.ts'
import { memberWords } from './member-words.ts'

/** Why not, in the reader's words. */
export const memberText = (blocker: MemberBlocker, locale: Locale, roles: Record<Role, string>): string => {
  const t = memberWords[locale]
  switch (blocker.code) {
    case 'not-yours':
      return t.notYours
    case 'own-role':
      return t.ownRole
    case 'last-one':
      return t.lastOne(roles[blocker.role])
    case 'place-missing':
      return t.placeMissing
    case 'already-held':
      return t.alreadyHeld
    case 'no-address':
      return t.noAddress
    default:
      return never(blocker)
  }
}
