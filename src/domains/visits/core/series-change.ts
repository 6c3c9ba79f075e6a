import type { LocalSlot } from '#kernel/time.ts'

/** A visit of the series that stands. */
export interface ExistingVisit {
  id: string
  slot: LocalSlot
  /** A supporter's time is taken for this day, the place has agreed to it, or it was moved there. */
  agreed: boolean
}

export interface SeriesChange {
  /** Stay as they are; `agreed` ones also where the new rule has no such day. */
  keep: string[]
  add: LocalSlot[]
  /** Nobody had agreed: these may go. */
  cancelFree: string[]
}

/**
 * A changed series never removes what people agreed to, asks nobody twice for one day, and brings nothing back that was called off or moved
 * by itself.
 */
export const applySeriesChange = (
  existing: readonly ExistingVisit[],
  exceptions: readonly LocalSlot[],
  wanted: readonly LocalSlot[],
): SeriesChange => {
  const wantedKeys = new Set(wanted.map(keyOf))
  const kept = existing.filter((visit) => visit.agreed || wantedKeys.has(keyOf(visit.slot)))
  const thereOrOff = new Set([...kept.map((visit) => visit.slot), ...exceptions].map(keyOf))
  const agreedDays = new Set(
    kept.filter((visit) => visit.agreed && !wantedKeys.has(keyOf(visit.slot))).map((visit) => visit.slot.day),
  )
  return {
    keep: kept.map((visit) => visit.id),
    add: wanted.filter((slot) => !thereOrOff.has(keyOf(slot)) && !agreedDays.has(slot.day)),
    cancelFree: existing.filter((visit) => !kept.includes(visit)).map((visit) => visit.id),
  }
}

const keyOf = ({ day, from, to }: LocalSlot): string => `${day} ${from}-${to}`
