import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { firstTerm, type Term, termHolds } from './renewal.ts'

/** From when to when somebody was registered, as a list says it; without a last day they still are. */
export interface ListedTerm {
  from: CalendarDay
  until: CalendarDay | null
}

export type ListedTermBlocker = 'ahead' | 'ends_before' | 'overlaps'

/** The term that a line means: without a last day it holds as that of somebody who is registered today. */
export const termListed = ({ from, until }: ListedTerm, today: CalendarDay, byYear: boolean): Term => ({
  from,
  to: until ?? firstTerm(today, byYear).to,
})

/** What stands in the way of keeping this term beside those that are known. */
export const listedTermBlockers = (
  listed: ListedTerm,
  known: readonly Term[],
  facts: { today: CalendarDay; byYear: boolean },
): ListedTermBlocker[] => {
  const { from, until } = listed
  if (from > facts.today) return ['ahead']
  if (until !== null && until < from) return ['ends_before']
  const term = termListed(listed, facts.today, facts.byYear)
  return known.some((one) => meets(one, term)) ? ['overlaps'] : []
}

/** It is known already: the same first day, and the same last one where the list names it, in one term or in several without a gap. */
export const isKnownTerm = ({ from, until }: ListedTerm, known: readonly Term[]): boolean => {
  const first = known.find((one) => one.from === from)
  if (!first || until === null || first.to === until) return first !== undefined
  const { to } = first
  return to !== null && to < until && isKnownTerm({ from: addDays(to, 1), until }, known)
}

const meets = (one: Term, other: Term): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/** Since when somebody is registered, and their last day where no term holds any more. Null: there is no term. */
export const spanOf = (
  terms: readonly Term[],
  today: CalendarDay,
): { registeredOn: CalendarDay; endedOn: CalendarDay | null } | null => {
  const [first] = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (!first) return null
  const last = terms.flatMap((term) => term.to ?? []).toSorted()
  const holds = terms.some((term) => termHolds(term, today))
  return { registeredOn: first.from, endedOn: holds ? null : (last.at(-1) ?? null) }
}
