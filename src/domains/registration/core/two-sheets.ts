import type { CalendarDay } from '#kernel/calendar-day.ts'

interface Sheet {
  registeredOn: CalendarDay | null
  endedOn: CalendarDay | null
}

/** `bothRegistered`: each has an open sheet of its own. `otherStays`: only the one that would go has an open one. */
export type SheetsBlocker = 'bothRegistered' | 'otherStays'

/** What stands in the way of making two records one, as far as their sheets go: an open sheet is never left behind. */
export const sheetsBlocker = (facts: {
  kept: Sheet | null
  gone: Sheet | null
  today: CalendarDay
}): SheetsBlocker | null => {
  const { kept, gone, today } = facts
  const isOpen = ({ endedOn }: Sheet): boolean => endedOn === null || endedOn >= today
  if (!kept || !gone || !isOpen(gone)) return null
  return isOpen(kept) ? 'bothRegistered' : 'otherStays'
}
