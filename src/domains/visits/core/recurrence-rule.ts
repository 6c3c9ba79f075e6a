import { addDays } from '#kernel/calendar-day.ts'
import { type Recurrence, regularSlots, slotKey } from './recurrence.ts'

export type RuleBlocker =
  | { kind: 'days_reversed' }
  | { kind: 'too_long' }
  | { kind: 'every_unclear' }
  | { kind: 'no_minutes' }
  | { kind: 'no_shifts' }
  | { kind: 'shifts_overlap' }
  | { kind: 'moved_unknown'; day: string }
  | { kind: 'moved_onto_another'; day: string }

/** What is wrong with a rule before anybody is asked by it. */
export const ruleBlockers = (rule: Recurrence): RuleBlocker[] => [
  ...(rule.fromDay > rule.untilDay ? [{ kind: 'days_reversed' } as const] : []),
  ...(rule.untilDay > addDays(rule.fromDay, 731) ? [{ kind: 'too_long' } as const] : []),
  ...patternBlockers(rule),
  ...movedBlockers(rule),
]

const patternBlockers = (rule: Recurrence): RuleBlocker[] => {
  const { pattern } = rule
  const everyUnclear = 'every' in pattern && !(Number.isInteger(pattern.every) && pattern.every >= 1)
  return [
    ...(everyUnclear ? [{ kind: 'every_unclear' } as const] : []),
    ...(pattern.kind === 'shifts' ? shiftBlockers(pattern.shifts) : hoursBlockers(rule)),
  ]
}

const hoursBlockers = ({ fromMinute, minutes }: Recurrence): RuleBlocker[] =>
  minutes > 0 && fromMinute >= 0 && fromMinute + minutes <= 1440 ? [] : [{ kind: 'no_minutes' }]

const shiftBlockers = (shifts: readonly { weekday: number; from: number; to: number }[]): RuleBlocker[] => {
  if (shifts.length === 0) return [{ kind: 'no_shifts' }]
  if (shifts.some((one) => one.from < 0 || one.to > 1440 || one.from >= one.to)) return [{ kind: 'no_minutes' }]
  const overlap = shifts.some((a, i) =>
    shifts.some((b, j) => i < j && a.weekday === b.weekday && a.from < b.to && b.from < a.to),
  )
  return overlap ? [{ kind: 'shifts_overlap' }] : []
}

const movedBlockers = (rule: Recurrence): RuleBlocker[] => {
  const regular = regularSlots(rule).filter((slot) => !rule.skipped.includes(slot.day))
  const keys = new Set(regular.map(slotKey))
  const sources = new Set(rule.moved.map(slotKey))
  const stay = regular.filter((slot) => !sources.has(slotKey(slot)))
  return rule.moved.flatMap((move, i): RuleBlocker[] => {
    if (!keys.has(slotKey(move))) return [{ kind: 'moved_unknown', day: move.day }]
    const others = [...stay, ...rule.moved.filter((_, j) => j !== i).map((other) => other.to)]
    return others.some((slot) => slot.day === move.to.day && slot.from < move.to.to && move.to.from < slot.to)
      ? [{ kind: 'moved_onto_another', day: move.day }]
      : []
  })
}
