import { minuteText } from '#kernel/time.ts'
import { normalEmail } from '#platform/auth/email.ts'
import { keptText, plainText, readCount, readDay, readMinute, readMoment } from '#platform/documents/typed-values.ts'
import type { TableSheet } from '#platform/documents/table-file.ts'
import type { Mapping } from './columns.ts'
import type { CellTrouble, CellValue, FieldType, IntakeField, IntakeRow } from './kinds.ts'

const longest = 2_000

type Read = { value: CellValue } | { trouble: CellTrouble['kind'] }

const read: Record<FieldType, (text: string) => Read> = {
  text: (text) => ({ value: text }),
  reading: (text) => ({ value: text }),
  day: (text) => valueOr(readDay(text), 'not_a_day'),
  moment: (text) => valueOr(momentOf(text), 'not_a_day'),
  count: (text) => valueOr(readCount(text), 'not_a_count'),
  minute: (text) => valueOr(readMinute(text), 'not_a_time'),
  email: (text) => valueOr(normalEmail(text), 'not_an_address'),
  phone: (text) => valueOr(phoneOf(text), 'not_a_phone'),
}

const valueOr = (value: CellValue, trouble: CellTrouble['kind']): Read => (value === null ? { trouble } : { value })

const momentOf = (text: string): string | null => {
  const moment = readMoment(text)
  return moment && (moment.minute === null ? moment.day : `${moment.day} ${minuteText(moment.minute)}`)
}

/** Digits and hyphens, a leading zero that a spreadsheet ate put back. Null where it is no number to call. */
const phoneOf = (text: string): string | null => {
  const digits = text.replaceAll(/[‐‑‒–—―−ー]/g, '-').replaceAll(/[()\s.]/g, '-')
  const tidy = digits.replaceAll(/-+/g, '-').replace(/^-|-$/g, '')
  const whole = /^[1-9]\d{8,9}$/.test(tidy) ? `0${tidy}` : tidy
  return /^\+?\d[\d-]{8,15}$/.test(whole) ? whole : null
}

/** Reads the rows below the headings. Nothing is thrown: what cannot be read is a trouble of its cell, and the row is kept whole. */
export const readRows = (
  { rows, lines }: Pick<TableSheet, 'rows' | 'lines'>,
  mapping: Mapping,
  fields: readonly IntakeField[],
): IntakeRow[] =>
  rows.slice(1).map((cells, index) => {
    const line = index + 2
    return { ...readRow(cells, mapping, fields), line, fileLine: lines[index + 1] ?? line }
  })

const readRow = (
  cells: readonly string[],
  mapping: Mapping,
  fields: readonly IntakeField[],
): Omit<IntakeRow, 'line' | 'fileLine'> => {
  const values: Record<string, CellValue> = {}
  const troubles: CellTrouble[] = []
  for (const field of fields) {
    const column = mapping[field.key] ?? null
    const cell = readCell(column === null ? '' : (cells[column] ?? ''), field)
    if ('trouble' in cell) troubles.push({ field: field.key, kind: cell.trouble })
    values[field.key] = 'value' in cell ? cell.value : null
  }
  return { cells, values, troubles, decision: null }
}

const readCell = (cell: string, field: IntakeField): Read => {
  const text = field.type === 'text' || field.type === 'reading' ? keptText(cell) : plainText(cell)
  if (text === '') return field.required ? { trouble: 'missing' } : { value: null }
  if (text.length > longest) return { trouble: 'too_long' }
  if (/^[=＝]/.test(text)) return { trouble: 'formula' }
  // What a program of another age could not write became these.
  if (/[\ufffd〓]/.test(text)) return { trouble: 'lost_letters' }
  return read[field.type](text)
}
