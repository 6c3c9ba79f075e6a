import { addDays } from '#kernel/calendar-day.ts'
import type { Recurrence } from './recurrence.ts'

export type RuleBlocker =
  | { kind: 'days_reversed' }
  | { kind: 'too_long' }
  | { kind: 'every_unclear' }
  | { kind: 'no_minutes' }
  | { kind: 'no_weekdays' }
  | { kind: 'shifts_overlap' }

/** What is wrong with a rule before anybody is asked by it. */
export const ruleBlockers = (rule: Recurrence): RuleBlocker[] => [
  ...(rule.fromDay > rule.untilDay ? [{ kind: 'days_reversed' } as const] : []),
  ...(rule.untilDay > addDays(rule.fromDay, 731) ? [{ kind: 'too_long' } as const] : []),
  ...patternBlockers(rule),
]

const patternBlockers = (rule: Recurrence): RuleBlocker[] => {
  const { pattern } = rule
  const everyUnclear = 'every' in pattern && !(Number.isInteger(pattern.every) && pattern.every >= 1)
  return [
    ...(everyUnclear ? [{ kind: 'every_unclear' } as const] : []),
    ...(pattern.kind === 'shifts' ? shiftBlockers(pattern.shifts) : hoursBlockers(rule, pattern.weekdays)),
  ]
}

const hoursBlockers = ({ fromMinute, minutes }: Recurrence, weekdays: readonly number[]): RuleBlocker[] => [
  ...(weekdays.length === 0 ? [{ kind: 'no_weekdays' } as const] : []),
  ...(minutes > 0 && fromMinute >= 0 && fromMinute + minutes <= 1440 ? [] : [{ kind: 'no_minutes' } as const]),
]

const shiftBlockers = (shifts: readonly { weekday: number; from: number; to: number }[]): RuleBlocker[] => {
  if (shifts.length === 0) return [{ kind: 'no_weekdays' }]
  if (shifts.some((one) => one.from < 0 || one.to > 1440 || one.from >= one.to)) return [{ kind: 'no_minutes' }]
  const overlap = shifts.some((a, i) =>
    shifts.some((b, j) => i < j && a.weekday === b.weekday && a.from < b.to && b.from < a.to),
  )
  return overlap ? [{ kind: 'shifts_overlap' }] : []
}
