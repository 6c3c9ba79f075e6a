import type { LocalSlot } from '#kernel/time.ts'
import { slotKey } from './recurrence.ts'

/** A visit of the series that stands. */
export interface ExistingVisit {
  id: string
  slot: LocalSlot
  /** A supporter or the place has agreed to this day. */
  agreed: boolean
}

export interface SeriesChange {
  /** Stay as they are; `agreed` ones also where the new rule has no such day. */
  keep: string[]
  add: LocalSlot[]
  /** Nobody had agreed: these may go. */
  cancelFree: string[]
}

/** A changed series never removes what people agreed to, and asks nobody twice for one day. */
export const applySeriesChange = (existing: readonly ExistingVisit[], wanted: readonly LocalSlot[]): SeriesChange => {
  const wantedKeys = new Set(wanted.map(wholeKey))
  const kept = existing.filter((visit) => visit.agreed || wantedKeys.has(wholeKey(visit.slot)))
  const keptKeys = new Set(kept.map((visit) => wholeKey(visit.slot)))
  const agreedDays = new Set(
    kept.filter((visit) => visit.agreed && !wantedKeys.has(wholeKey(visit.slot))).map((visit) => visit.slot.day),
  )
  return {
    keep: kept.map((visit) => visit.id),
    add: wanted.filter((slot) => !keptKeys.has(wholeKey(slot)) && !agreedDays.has(slot.day)),
    cancelFree: existing.filter((visit) => !kept.includes(visit)).map((visit) => visit.id),
  }
}

const wholeKey = (slot: LocalSlot): string => `${slotKey(slot)}-${slot.to}`
