import type { Locale } from '#platform/i18n/reader.ts'
import type { Condition, MakeUpRule } from '../core/completion.ts'
import type { Prerequisite } from '../core/prerequisites.ts'
import { courseWords } from './course-words.ts'

/** The rules of a course in the words of staff pages. */
export const completionText = (completion: readonly Condition[], locale: Locale): string => {
  const t = courseWords[locale]
  const nos = (all: readonly number[]): string => all.join(t.join)
  const said = completion.map((one) => {
    switch (one.kind) {
      case 'all':
        return t.rule.all
      case 'at_least':
        return t.rule.at_least(one.k)
      case 'practicum':
        return t.rule.practicum(one.days)
      default:
        return t.rule[one.kind](nos(one.nos))
    }
  })
  return said.length > 0 ? said.join(t.join) : t.rule.none
}

export const makeUpText = ({ most, within_days, ways }: MakeUpRule, locale: Locale): string => {
  const t = courseWords[locale]
  if (most === 0) return t.makeUpNone
  const some = t.makeUpSome(most, ways.map((way) => t.ways[way]).join(t.join))
  return within_days === null ? some : `${some}${t.join}${t.makeUpWithin(within_days)}`
}

export const prerequisiteText = (one: Prerequisite, locale: Locale): string => {
  const t = courseWords[locale]
  return one.kind === 'completed' ? t.prerequisite.completed(t.kinds[one.course]) : t.prerequisite[one.kind]
}
