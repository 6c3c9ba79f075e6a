import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Unfolded } from '#platform/intake/kinds.ts'
import { plainText, readDay } from '#platform/documents/typed-values.ts'

/** A column that stands for one meeting: its day, and its number where the heading has one. */
interface Meeting {
  column: number
  day: CalendarDay
  no: number | null
}

/** '第3回 2024/6/15', '2024年6月15日（土）', or the number of a day in a spreadsheet. */
const meetingIn = (heading: string, column: number): Meeting | null => {
  const text = plainText(heading)
  const no = /第?(\d{1,2})回/.exec(text)
  const rest = no ? text.replace(no[0], '').replace(/^[\s(]+|[\s)]+$/g, '') : text
  const day = readDay(rest)
  return day && { column, day, no: no ? Number(no[1]) : null }
}

/**
 * A table with a row for each person and a column for each meeting, as most offices keep attendance, becomes one with a row for each person and meeting.
 * `headings`: under which number, day and attendance stand then. Any other table stays as it is.
 */
export const unfolded = (rows: readonly string[][], headings: { no: string; day: string; state: string }): Unfolded => {
  const [first = [], ...people] = rows
  const meetings = first.flatMap((heading, column) => meetingIn(heading, column) ?? [])
  if (meetings.length < 2) return { rows: rows.map((row) => [...row]), from: rows.map((_, at) => at) }
  const order = meetings.map(({ day }) => day).toSorted()
  const columns = new Set(meetings.map(({ column }) => column))
  const fixed = first.flatMap((_, column) => (columns.has(column) ? [] : [column]))
  const cellsOf = (row: readonly string[]): string[] => fixed.map((column) => row[column] ?? '')
  const made = people.flatMap((row, at) =>
    meetings
      .filter(({ column }) => (row[column] ?? '').trim() !== '')
      .map(({ column, day, no }) => ({
        from: at + 1,
        row: [...cellsOf(row), String(no ?? order.indexOf(day) + 1), day, row[column] ?? ''],
      })),
  )
  return {
    rows: [[...cellsOf(first), headings.no, headings.day, headings.state], ...made.map(({ row }) => row)],
    from: [0, ...made.map(({ from }) => from)],
  }
}
