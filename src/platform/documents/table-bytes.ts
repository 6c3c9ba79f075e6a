import { readXlsx } from 'hucre/xlsx'
import { no, ok, type Result } from '#kernel/result.ts'
import { decodeText, type Encoding, NotCsv, readCsvLines } from './csv.ts'
import { firstLive } from './live-parts.ts'
import { unpack, type ZipPart } from './zip-parts.ts'

export interface TableSheet {
  name: string
  /** The first row first, without blank ones; every cell as text, days as YYYY-MM-DD. Rows may differ in length. */
  rows: string[][]
  /** The line of each row, as a spreadsheet counts them: blank ones too, from 1. */
  lines: number[]
}

export interface TableFile {
  /** null: a workbook, which has no choice of encodings. */
  encoding: Encoding | null
  sheets: TableSheet[]
}

/** As it was read, blank rows included. */
type Whole = Omit<TableFile, 'sheets'> & { sheets: Omit<TableSheet, 'lines'>[] }

/** Why a file is not read, and where the trouble is. */
export type TableTrouble =
  | { kind: 'empty' | 'not_a_table' | 'locked' | 'too_many_parts' | 'grows_too_large' | 'entities' | 'took_too_long' }
  | { kind: 'reaches_out' | 'hidden_formula' }
  | { kind: 'too_large'; mostBytes: number }
  | { kind: 'too_many_rows'; mostRows: number }
  | { kind: 'formula'; sheet: string; cell: string }

export const tableLimits = {
  bytes: 10_000_000,
  rows: 20_000,
  columns: 200,
  parts: 500,
  unpackedBytes: 60_000_000,
  milliseconds: 30_000,
} as const

/** Reads CSV (UTF-8, UTF-16, Shift_JIS) and XLSX. Any bytes give a table or a trouble, never an error. Blocks: see table-file.ts. */
export const tableOf = async (bytes: Uint8Array): Promise<Result<TableFile, TableTrouble>> => {
  if (bytes.length === 0) return no({ kind: 'empty' })
  if (bytes.length > tableLimits.bytes) return no({ kind: 'too_large', mostBytes: tableLimits.bytes })
  try {
    const table = isZip(bytes) ? await workbookOf(bytes) : csvOf(bytes)
    return table.ok ? withinRows(table.value) : table
  } catch (error) {
    // What the readers throw depends on the bytes; whatever it is, this is no table that we can read.
    return no({ kind: error instanceof Error && error.name === 'EncryptedFileError' ? 'locked' : 'not_a_table' })
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const csvOf = (bytes: Uint8Array): Result<Whole, TableTrouble> => {
  // Bytes that no table holds: pictures, programs, old workbooks.
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0') || text.includes('\ufffd')) return no({ kind: 'not_a_table' })
  try {
    return ok({ encoding, sheets: [{ name: '', rows: readCsvLines(bytes) }] })
  } catch (error) {
    if (error instanceof NotCsv) return no({ kind: 'not_a_table' })
    throw error
  }
}

const workbookOf = async (bytes: Uint8Array): Promise<Result<Whole, TableTrouble>> => {
  const parts = unpack(bytes, { parts: tableLimits.parts, bytes: tableLimits.unpackedBytes })
  if (!parts.ok) return no({ kind: parts.error })
  if (parts.value.some(hasEntities)) return no({ kind: 'entities' })
  const live = firstLive(parts.value)
  if (live) return no(live)
  const { sheets } = await readXlsx(bytes)
  return ok({
    encoding: null,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(textOfCell)) })),
  })
}

const isXml = (part: ZipPart): boolean => /\.(?:xml|rels|vml)$/i.test(part.name)

// Workbooks never declare document types; those who do want other files opened or texts multiplied.
const hasEntities = (part: ZipPart): boolean => {
  if (!isXml(part)) return false
  const text = Buffer.from(part.bytes)
  const wide = text[0] === 0xff || text[0] === 0xfe || text[1] === 0
  return wide || text.includes('<!DOCTYPE') || text.includes('<!ENTITY') || text.includes('<!doctype')
}

const textOfCell = (cell: string | number | boolean | Date | null): string => {
  if (cell === null) return ''
  if (!(cell instanceof Date)) return String(cell)
  if (Number.isNaN(cell.getTime())) return ''
  const iso = cell.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}

const withinRows = (table: Whole): Result<TableFile, TableTrouble> => {
  const sheets = table.sheets.map(said)
  const tooLong = sheets.some(
    ({ rows }) => rows.length > tableLimits.rows + 1 || rows.some((row) => row.length > tableLimits.columns),
  )
  if (tooLong) return no({ kind: 'too_many_rows', mostRows: tableLimits.rows })
  return sheets.every((sheet) => sheet.rows.length === 0) ? no({ kind: 'empty' }) : ok({ ...table, sheets })
}

const said = ({ name, rows }: Whole['sheets'][number]): TableSheet => {
  const lines = rows.flatMap((row, at) => (row.some((cell) => cell !== '') ? [at + 1] : []))
  return { name, lines, rows: lines.map((line) => rows[line - 1] ?? []) }
}
