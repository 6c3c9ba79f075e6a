import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

// So long after a visit people are still asked how it was, and places whether they would like to say thanks.
const askedForDays = 14

/** A visit that lies so far behind us that a list may bring it in without anybody being asked about it. */
export const liesBehind = (day: CalendarDay, today: CalendarDay): boolean => day < addDays(today, -askedForDays)

export interface ListedVisit {
  placeId: string
  activityId: string
  day: CalendarDay
  /** Minutes after midnight; null: the list keeps no time of day. */
  from: number | null
}

export interface KnownVisit extends ListedVisit {
  from: number
}

/** The visit that a line means: at its time, or the first of the day where the list keeps no time. */
export const visitMeant = <V extends KnownVisit>(line: ListedVisit, known: readonly V[]): V | undefined =>
  known
    .filter((one) => one.placeId === line.placeId && one.activityId === line.activityId && one.day === line.day)
    .toSorted((a, b) => a.from - b.from)
    .find((one) => line.from === null || one.from === line.from)

/** Several names in one cell, as people write them one after the other. */
export const namesIn = (cell: string): string[] =>
  cell
    .split(/[、,，;；/／\n]/)
    .map((name) => name.trim().replace(/(さん|様)$/, ''))
    .filter((name) => name !== '')

/** What a place is called, and whether the remark behind it says that the visit was online. */
export const placeWritten = (cell: string): { name: string; online: boolean } => {
  const remark = /[（(](?:オンライン.*|online)[）)]$/i.exec(cell)
  return { name: cell.slice(0, remark?.index ?? cell.length).trim(), online: remark !== null }
}
