import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYear, fiscalYearEnd, fiscalYearOf, fiscalYearStart } from '#kernel/fiscal-year.ts'

/** From when to when somebody is registered, the last day itself included; null: no end is fixed. */
export interface Term {
  from: CalendarDay
  to: CalendarDay | null
}

/** The first term: from the day on, to the end of its fiscal year where the programme says so. */
export const firstTerm = (on: CalendarDay, byYear: boolean): Term => ({
  from: on,
  to: byYear ? fiscalYearEnd(fiscalYearOf(on)) : null,
})

export const termOfYear = (year: FiscalYear): Term => ({ from: fiscalYearStart(year), to: fiscalYearEnd(year) })

/** In February and March everybody is asked about the year that follows; null on every other day. */
export const askedYear = (today: CalendarDay): FiscalYear | null => {
  const month = today.slice(5, 7)
  return month === '02' || month === '03' ? fiscalYear(fiscalYearOf(today) + 1) : null
}

export const termHolds = (term: Term, on: CalendarDay): boolean =>
  term.from <= on && (term.to === null || on <= term.to)

/** The term for somebody who was not heard from: from the day after the last one ended, so that no day is left out. Null: one holds. */
export const keptTerm = (terms: readonly Term[], today: CalendarDay): Term | null => {
  if (terms.some((term) => termHolds(term, today))) return null
  const last = terms.map((term) => term.to).filter((to) => to !== null && to < today)
  const end = last.toSorted().at(-1)
  return end ? { from: addDays(end, 1), to: fiscalYearEnd(fiscalYearOf(today)) } : null
}

/** Whether a day lies behind every term: what is agreed for it stands if the person stays on. */
export const standsIfTheyStay = (terms: readonly Term[], on: CalendarDay): boolean =>
  terms.length > 0 && terms.every((term) => term.to !== null && term.to < on)

/** The campaign writes to the inbox and by mail: neither of these is another way. */
export const otherWays = ['phone', 'letter', 'met', 'through_office'] as const
export const reachChannels = [...otherWays, 'mail'] as const
export type ReachChannel = (typeof reachChannels)[number]

export type SilenceBlocker =
  | { kind: 'heard_from' }
  | { kind: 'year_not_begun'; from: CalendarDay }
  | { kind: 'no_other_way' }
  | { kind: 'reason_missing' }

/** What stands in the way of ending the registration of somebody who was not heard from: they may be in hospital. */
export const silenceBlockers = (facts: {
  year: FiscalYear
  today: CalendarDay
  answered: boolean
  tried: readonly ReachChannel[]
  reasonGiven: boolean
}): SilenceBlocker[] => [
  ...(facts.answered ? [{ kind: 'heard_from' as const }] : []),
  ...(facts.today < fiscalYearStart(facts.year)
    ? [{ kind: 'year_not_begun' as const, from: fiscalYearStart(facts.year) }]
    : []),
  ...(facts.tried.some((channel) => (otherWays as readonly string[]).includes(channel))
    ? []
    : [{ kind: 'no_other_way' as const }]),
  ...(facts.reasonGiven ? [] : [{ kind: 'reason_missing' as const }]),
]

export type LeavingBlocker = { kind: 'day_gone' } | { kind: 'beyond_term'; to: CalendarDay }

/** What stands in the way of leaving on a day: nothing but a day that has gone, or one after the registration ends by itself. */
export const leavingBlockers = (facts: {
  lastDay: CalendarDay
  today: CalendarDay
  term: Term | null
}): LeavingBlocker[] => [
  ...(facts.lastDay < facts.today ? [{ kind: 'day_gone' as const }] : []),
  ...(facts.term?.to && facts.lastDay > facts.term.to ? [{ kind: 'beyond_term' as const, to: facts.term.to }] : []),
]
