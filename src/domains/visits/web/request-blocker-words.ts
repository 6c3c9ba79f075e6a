import type { Locale } from '#platform/i18n/reader.ts'
import type { RequestBlocker } from '../core/request-status.ts'
import { requestRefusals } from './words-request-refusals.ts'

/** A refusal as a sentence. */
export const requestRefusal = (blocker: RequestBlocker, locale: Locale): string => {
  const t = requestRefusals[locale]
  return blocker.kind === 'within_listeners' ? t.within_listeners(blocker.count, blocker.max) : t[blocker.kind]
}
