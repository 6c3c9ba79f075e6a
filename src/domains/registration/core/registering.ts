import type { CalendarDay } from '#kernel/calendar-day.ts'

/** Why a registration ends, in words that say nothing of the person. */
export const endReasons = ['own_wish', 'moved', 'long_away', 'other'] as const
export type EndReason = (typeof endReasons)[number]

export const isEndReason = (text: string): text is EndReason => (endReasons as readonly string[]).includes(text)

interface Known {
  registeredOn: CalendarDay | null
  endedOn: CalendarDay | null
}

export type RegisterBlocker = { kind: 'registered_already' } | { kind: 'day_ahead' }

/** What stands in the way of registering: somebody whose registration ended may come back any day after. */
export const registerBlockers = (facts: {
  on: CalendarDay
  today: CalendarDay
  known: Known | null
}): RegisterBlocker[] => {
  const { on, today, known } = facts
  return [
    ...(known?.registeredOn && (known.endedOn === null || known.endedOn > today)
      ? [{ kind: 'registered_already' as const }]
      : []),
    ...(on > today ? [{ kind: 'day_ahead' as const }] : []),
  ]
}

export type EndBlocker = { kind: 'ended_already' } | { kind: 'reason_missing' } | { kind: 'other_way_first' }

/** What the person has said themselves; for any other reason nobody's silence is enough. */
const saidByThem: readonly EndReason[] = ['own_wish', 'moved']

export const endBlockers = (facts: {
  reason: EndReason | null
  supporter: Known
  today: CalendarDay
  /** Asked whether they stay, not heard from, and no other way was tried. */
  waitsUnheard: boolean
}): EndBlocker[] => [
  ...(facts.supporter.endedOn !== null && facts.supporter.endedOn <= facts.today
    ? [{ kind: 'ended_already' as const }]
    : []),
  ...(facts.reason === null ? [{ kind: 'reason_missing' as const }] : []),
  ...(facts.waitsUnheard && facts.reason !== null && !saidByThem.includes(facts.reason)
    ? [{ kind: 'other_way_first' as const }]
    : []),
]
