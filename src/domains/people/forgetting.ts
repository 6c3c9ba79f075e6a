import type { Ctx } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'

/** Something that has to be brought to an end before a record is erased, in the words of its slice, and where that is done. */
export interface StandsInTheWay {
  text(locale: Locale): string
  href: string
}

/**
 * What a later slice does when somebody's record is erased; put into `peopleSlice({ forgettings })` in app.tsx.
 * Text that is sealed for the person is unreadable anyway and reads as ''. Here goes what is kept in clear, and
 * sealed text that is more than text. What the figures count stays, without anybody's words.
 */
export interface Forgetting {
  standsInTheWay(ctx: Ctx, personId: string): Promise<StandsInTheWay[]>
  forget(ctx: Ctx, personId: string): Promise<void>
}
