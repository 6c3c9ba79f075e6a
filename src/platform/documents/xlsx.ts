import { writeXlsx } from 'hucre/xlsx'
import type { Cell } from './csv.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Sheet {
  name: string
  rows: readonly (readonly Cell[])[]
}

// Excel refuses longer names and these characters.
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** A workbook of plain cells: figures as numbers, everything else as text, never a formula. */
export const writeSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name: sheetName(name), rows: rows.map((row) => [...row]) })) })
