import type { RegistrationBlocker } from './registration-status.ts'

/** Why a registration ends, in words that say nothing of the person. */
export const endReasons = ['own_wish', 'moved', 'long_away', 'other'] as const
export type EndReason = (typeof endReasons)[number]

export const isEndReason = (text: string): text is EndReason => (endReasons as readonly string[]).includes(text)

/** What the person has said themselves; for any other reason nobody's silence is enough. */
export const isSaidByThem = (reason: EndReason | null): boolean => reason === 'own_wish' || reason === 'moved'

/** What is missing before somebody is registered, each with its own sentence. */
export type Missing = 'apply_first' | 'talk_first' | 'sheet_first' | 'day_ahead' | 'registered_already' | 'not_now'

/** What stands in the way, as those who register say it. */
export const missingFrom = (blocker: RegistrationBlocker): Missing => {
  if (blocker.kind === 'sheet_written') return 'sheet_first'
  if (blocker.kind === 'day_come') return 'day_ahead'
  if (blocker.kind !== 'not_from_here') return 'not_now'
  if (blocker.from === 'ended') return 'apply_first'
  return blocker.from === 'applied' ? 'talk_first' : 'registered_already'
}

export type EndRefusal = 'reason_missing' | 'other_way_first' | 'ended_already'

/** What stands in the way of an end, as those who end it say it. */
export const endRefusalFrom = ({ kind }: RegistrationBlocker): EndRefusal => {
  if (kind === 'reason_given') return 'reason_missing'
  return kind === 'other_way_tried' ? 'other_way_first' : 'ended_already'
}
