import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

/** Why somebody gets in touch. */
export const reasons = ['after_visit', 'later', 'words', 'heavy', 'silent', 'staff'] as const
export type Reason = (typeof reasons)[number]

/** How it was done. */
export const ways = ['phone', 'met', 'mail', 'letter', 'online', 'other'] as const
export type Way = (typeof ways)[number]

export interface Due {
  reason: Reason
  dueOn: CalendarDay
}

/** What becomes due after a visit was held: the programme's days, the first of them as the contact right after. */
export const dueAfterVisit = (heldOn: CalendarDay, days: readonly number[]): Due[] =>
  [...new Set(days)]
    .filter((count) => Number.isInteger(count) && count >= 0)
    .sort((a, b) => a - b)
    .map((count, index) => ({ reason: index === 0 ? 'after_visit' : 'later', dueOn: addDays(heldOn, count) }))

/** Who gets in touch: whoever follows the person, else whoever was there, else nobody yet and the coordinators look. */
export const whoFollows = (followers: readonly string[], companions: readonly string[]): string | null =>
  followers.find((id) => companions.includes(id)) ?? followers[0] ?? companions[0] ?? null

export type Urgency = 'late' | 'today' | 'coming'

export const urgencyOn = (dueOn: CalendarDay, today: CalendarDay): Urgency =>
  dueOn === today ? 'today' : dueOn < today ? 'late' : 'coming'

export type CloseBlocker =
  | { kind: 'already_closed' }
  | { kind: 'changed_meanwhile' }
  | { kind: 'next_day_gone' }
  /** What was said calls for it: the next contact is agreed before this one ends. */
  | { kind: 'next_day_needed' }

export interface Closing {
  closedAlready: boolean
  versionSeen: number
  versionNow: number
  nextOn: CalendarDay | null
  wordsOfRisk: boolean
  today: CalendarDay
}

export const closeBlockers = (facts: Closing): CloseBlocker[] => {
  if (facts.closedAlready) return [{ kind: 'already_closed' }]
  if (facts.versionSeen !== facts.versionNow) return [{ kind: 'changed_meanwhile' }]
  if (facts.nextOn !== null && facts.nextOn < facts.today) return [{ kind: 'next_day_gone' }]
  return facts.wordsOfRisk && facts.nextOn === null ? [{ kind: 'next_day_needed' }] : []
}
