import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/** A file that is no table at all. */
export class NotCsv extends Error {
  override name = 'NotCsv'
}

export type Encoding = 'utf-8' | 'utf-16le' | 'shift_jis'

/** The text of a file as Japanese offices send them: UTF-8 with or without a mark, UTF-16, or Shift_JIS from Excel. */
export const decodeText = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const encoding = encodingOf(bytes)
  return { encoding, text: new TextDecoder(encoding).decode(bytes) }
}

const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'shift_jis'
  }
}

/**
 * The rows of a CSV file, the header as the first, without what our own files carry in front of harmless text; rows may differ in length: whoever
 * reads them decides. Throws NotCsv.
 */
export const readCsv = (bytes: Uint8Array): string[][] => parsed(bytes, { skip_empty_lines: true })

/** The same with its blank lines, so that a row's place is the one that a spreadsheet shows. */
export const readCsvLines = (bytes: Uint8Array): string[][] => parsed(bytes, { skip_empty_lines: false })

const parsed = (bytes: Uint8Array, how: { skip_empty_lines: boolean }): string[][] => {
  try {
    const rows = parse(decodeText(bytes).text, {
      relax_column_count: true,
      ...how,
      max_record_size: 100_000,
    }) as string[][]
    return rows.map((row) => row.map(unguarded))
  } catch (error) {
    throw new NotCsv(error instanceof Error ? error.message : String(error))
  }
}

export type Cell = string | number | null

/** A CSV file that Excel opens rightly: UTF-8 with a mark, CRLF, and no text that it would run as a formula. */
export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(guarded)),
    { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )

export const csvType = 'text/csv; charset=utf-8'

// Beginnings that a spreadsheet takes for a formula, their full-width forms included, and what already looks guarded. Numbers of our own are left
// alone. The list is OWASP's.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

const guarded = (cell: Cell): Cell => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell)

const unguarded = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)
