import type { CalendarDay } from '#kernel/calendar-day.ts'
import { never } from '#kernel/result.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Spoken } from '#platform/i18n/spoken.ts'
import type { ShownReason } from './core/could-not.ts'
import type { Note, Reason } from './core/reasons.ts'
import type { Advice } from './core/would-help.ts'
import type { Help, InTheWay, StandsInTheWay, WhyHere, WhyOpen } from './planning/explain.ts'
import type { Shortage } from './planning/shortages.ts'
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

/** Why somebody is in a visit: what they wish or whom they know, and whether they were not asked for a while. */
export const whyHereSentence = ({ reasons }: WhyHere, naming: Naming): string => {
  const waited = reasons.filter(({ code }) => code === 'not_asked_yet' || code === 'not_asked_for_a_while')
  const own = reasons.filter((reason) => !waited.includes(reason))
  return whySentence([...own.slice(0, 1), ...waited], naming)
}

/** Whom a request that stays open would have needed, in a sentence or two. */
export const needsSentence = ({ needs, fillable }: WhyOpen, locale: Locale): string => {
  const t = matchingWords[locale].open
  if (fillable) return asSentences([t.fillable], locale)
  const said = (['companion', 'supporters', 'partner'] as const).filter((need) => needs[need])
  return asSentences(
    said.map((need) => t.needs[need]),
    locale,
  )
}

export const inTheWayText = (what: InTheWay, locale: Locale): string =>
  what === 'elsewhere' ? matchingWords[locale].open.elsewhere : whyNotText(what, locale)

/** What could be changed so that it can be filled; a sentence where no single change is enough. */
export const helpTexts = ({ wouldHelp, fillable }: WhyOpen, naming: Naming): string[] =>
  wouldHelp.length === 0 && !fillable
    ? [matchingWords[naming.locale].open.nothing]
    : wouldHelp.map((help) => helpText(help, naming))

const helpText = (help: Help, naming: Naming): string => {
  const t = matchingWords[naming.locale].wouldFill
  if (help.change === 'time') return t.time(naming.slot(help))
  return help.change === 'fewer' ? t.fewer(help.wanted) : t[help.change]
}

/** What stands in the way of a visit of a plan. */
export const againstText = ({ what }: StandsInTheWay, locale: Locale): string => {
  const { against } = matchingWords[locale]
  return isOfTheVisit(what) ? against[what] : whyNotText(what, locale)
}

const isOfTheVisit = (what: StandsInTheWay['what']): what is 'request' | 'time' | 'seats' | 'together' | 'twice' =>
  ['request', 'time', 'seats', 'together', 'twice'].includes(what)

/** When and where people are short. `weekday` and `place` as the page calls them. */
export const shortageText = (
  { lacks, half }: Shortage,
  { weekday, place }: { weekday: string; place: string },
  locale: Locale,
): string => {
  const t = matchingWords[locale]
  return t.short[lacks](`${weekday} ${t.half[half]}`, place)
}
