import type { CalendarDay } from '#kernel/calendar-day.ts'
import { formatDayLong, formatMonth } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import { answerOf, type SeenOffice } from '../actions/see-fee-office.ts'
import { conditionsOf, type ConditionState, type FeeCondition } from '../core/fee-conditions.ts'
import type { FeeRule, FeeSupplement } from '../core/fee-rules.ts'
import type { FeeAnswer, FeeMissing } from '../core/fee-supplement.ts'
import { fteText } from '../core/fte.ts'
import { feeNames } from './fee-names.ts'
import { feeResultWords } from './fee-result-words.ts'

/** One supplement of one office on a day, in words. */
export interface FeeResult {
  supplement: FeeSupplement
  on: CalendarDay
  answer: FeeAnswer['answer']
  sentence: string
  missing: string[]
  conditions: { condition: FeeCondition; state: ConditionState }[]
  rule: FeeRule | null
  /** Who was counted; empty where names are not shown. */
  counted: Spoken[]
}

/** `named`: for the office itself. Everybody else reads the same sentences without names. */
export const feeResult = (
  seen: SeenOffice,
  which: { supplement: FeeSupplement; on: CalendarDay },
  reader: { locale: Locale; named: boolean },
): FeeResult => {
  const answer = answerOf(seen, which.supplement, which.on)
  const nameOf = (id: string): Spoken[] =>
    reader.named ? seen.staff.filter((person) => person.id === id).map(spoken) : []
  const rule = 'rule' in answer ? answer.rule : null
  const missing = 'missing' in answer ? answer.missing : []
  return {
    ...which,
    answer: answer.answer,
    sentence: sentenceOf(answer, which.on, reader.locale),
    missing: missing.map((one) => missingText(one, reader.locale, nameOf)),
    conditions: rule ? conditionsOf(rule, missing) : [],
    rule,
    counted: 'countedStaff' in answer ? answer.countedStaff.flatMap(nameOf) : [],
  }
}

const sentenceOf = (answer: FeeAnswer, on: CalendarDay, locale: Locale): string => {
  const { sentences } = feeResultWords[locale]
  if ('beginsOn' in answer) return sentences.beginsOn(formatDayLong(answer.beginsOn, locale))
  return sentences[answer.answer](formatDayLong(on, locale))
}

const missingText = (one: FeeMissing, locale: Locale, nameOf: (id: string) => Spoken[]): string => {
  const t = feeResultWords[locale].missing
  const { roles, services, courses, comma, and } = feeNames[locale]
  const named = (ids: readonly string[]): string => ids.flatMap(nameOf).join(comma)
  switch (one.kind) {
    case 'flat_rate':
      return t.flat_rate(one.services.map((service) => services[service]).join(comma))
    case 'not_recognised':
      return t.not_recognised(named(one.staff))
    case 'courses':
      return t.courses(roles[one.role], one.missing.map((course) => courses[course]).join(and), named(one.staff))
    case 'fte':
      return t.fte(roles[one.role], formatMonth(one.month, locale), fteText(one.has), fteText(one.needs))
    case 'no_hours':
      return t.no_hours(roles[one.role], formatMonth(one.month, locale))
    case 'in_house_training':
      return t.in_house_training(formatDayLong(one.since, locale))
    default:
      return t[one.kind]
  }
}
