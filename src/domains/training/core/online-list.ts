/** One person of a participants' list, their several comings and goings put together. */
export interface OnlineRow {
  /** As the list shows it. */
  name: string
  joined: string
  left: string
  minutes: number | null
}

export type OnlineListTrouble = { kind: 'empty' } | { kind: 'too_long' } | { kind: 'no_names' }

export type OnlineList = { rows: OnlineRow[] } | { trouble: OnlineListTrouble }

const mostLines = 500
const mostText = 100_000

/**
 * Reads what staff paste of an online meeting: a report with headings, tabs or commas between its columns, or only names, one a line.
 * Any text gives rows, or says why not.
 */
export const readOnlineList = (text: string): OnlineList => {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
  if (lines.length === 0) return { trouble: { kind: 'empty' } }
  if (lines.length > mostLines || text.length > mostText) return { trouble: { kind: 'too_long' } }
  const cut = lines.some((line) => line.includes('\t')) ? '\t' : ','
  const table = lines.map((line) => cellsOf(line, cut))
  // A report of a meeting may have lines of its own above the headings.
  const headAt = table.findIndex((cells) => cells.length > 1 && columnsOf(cells).name >= 0)
  const rows = headAt < 0 ? table.map(nameAlone) : bodyOf(table.slice(headAt + 1), columnsOf(table[headAt] ?? []))
  const named = together(rows.filter((row) => /[\p{L}\p{N}]/u.test(row.name)))
  return named.length > 0 ? { rows: named } : { trouble: { kind: 'no_names' } }
}

/** Cells of a line; quotes may hold the separator, and a doubled quote stands for one. */
const cellsOf = (line: string, cut: string): string[] => {
  const cells: string[] = ['']
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    if (letter === cut && !quoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells.map((cell) => {
    const text = cell.trim()
    return (text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text).replaceAll('""', '"').trim()
  })
}

interface Columns {
  name: number
  joined: number
  left: number
  minutes: number
}

const headings: Record<keyof Columns, RegExp> = {
  name: /^(name|user name|participant|名前|氏名|表示名|参加者)/i,
  joined: /^(join|参加時|入室|開始)/i,
  left: /^(leave|退出|退室|終了)/i,
  minutes: /^(duration|total duration|期間|時間|合計時間|滞在)/i,
}

const columnsOf = (cells: readonly string[]): Columns => {
  const at = (kind: keyof Columns): number => cells.findIndex((cell) => headings[kind].test(cell))
  return { name: at('name'), joined: at('joined'), left: at('left'), minutes: at('minutes') }
}

const bodyOf = (table: readonly string[][], columns: Columns): OnlineRow[] =>
  table.map((cells) => ({
    name: cells[columns.name] ?? '',
    joined: cells[columns.joined] ?? '',
    left: cells[columns.left] ?? '',
    minutes: minutesIn(cells[columns.minutes] ?? ''),
  }))

const nameAlone = (cells: readonly string[]): OnlineRow => ({
  name: cells[0] ?? '',
  joined: '',
  left: '',
  minutes: null,
})

const minutesIn = (text: string): number | null => {
  const digits = /^\s*(\d{1,4})(?:\D|$)/.exec(text.normalize('NFKC'))?.[1]
  return digits === undefined ? null : Number(digits)
}

// Whoever was cut off and came back stands in the list twice.
const together = (rows: readonly OnlineRow[]): OnlineRow[] => {
  const byName = new Map<string, OnlineRow>()
  for (const row of rows) {
    const earlier = byName.get(row.name)
    byName.set(row.name, earlier ? joinedUp(earlier, row) : row)
  }
  return [...byName.values()]
}

const joinedUp = (one: OnlineRow, other: OnlineRow): OnlineRow => ({
  name: one.name,
  joined: one.joined || other.joined,
  left: other.left || one.left,
  minutes: one.minutes === null && other.minutes === null ? null : (one.minutes ?? 0) + (other.minutes ?? 0),
})
