import type { CalendarDay } from '#kernel/calendar-day.ts'
import { never } from '#kernel/result.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Spoken } from '#platform/i18n/spoken.ts'
import type { ShownReason } from './core/could-not.ts'
import type { Note, Reason } from './core/reasons.ts'
import type { Advice } from './core/would-help.ts'
import { matchingWords } from './words.ts'

/** What the sentences cannot know by themselves: names of people and themes, and how a time is written. */
export interface Naming {
  locale: Locale
  person(id: string): Spoken
  theme(code: string): string
  slot(time: { day: CalendarDay; from: number; to: number }): string
}

/** Why this person, in one or two sentences. Empty where there is nothing to say but that they could. */
export const whySentence = (reasons: readonly Reason[], naming: Naming): string => {
  return asSentences(
    reasons.slice(0, 3).map((reason) => whyText(reason, naming)),
    naming.locale,
  )
}

/** What is said one after the other, as sentences; what is empty is left out. */
export const asSentences = (said: readonly string[], locale: Locale): string => {
  const { and, end } = matchingWords[locale]
  const spoken = said.filter((one) => one !== '').map((one) => (one.endsWith(end) ? one.slice(0, -end.length) : one))
  return spoken.length === 0 ? '' : spoken.join(and) + end
}

const whyText = (reason: Reason, naming: Naming): string => {
  const t = matchingWords[naming.locale].why
  switch (reason.code) {
    case 'wants':
      return t.wants
    case 'can':
      return t.can
    case 'speaks':
      return t.speaks(naming.theme(reason.theme))
    case 'likes_to_go_with':
      return t.likesToGoWith(naming.person(reason.personId))
    case 'knows_place':
      return t.knowsPlace
    case 'welcome':
      return t.welcome
    case 'not_asked_for_a_while':
      return t.notForAWhile
    case 'not_asked_yet':
      return t.notYet
    default:
      return never(reason)
  }
}

export const noteText = (note: Note, locale: Locale): string => matchingWords[locale].note[note]

export const whyNotText = (reason: ShownReason, locale: Locale): string => matchingWords[locale].whyNot[reason]

export const adviceText = (advice: Advice, naming: Naming): string => {
  const t = matchingWords[naming.locale].help
  switch (advice.change) {
    case 'time':
      return t.time(naming.slot(advice), advice.howMany)
    case 'online':
      return t.online(advice.howMany)
    case 'fewer':
      return t.fewer(advice.wanted, advice.howMany)
    case 'companion':
      return t.companion(advice.howMany)
    default:
      return never(advice)
  }
}
