import type { Ctx } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'

/** What stands in a column. */
/** 'moment': a day, with the time of day where it is written with it; its value is 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'. */
export type FieldType = 'text' | 'reading' | 'day' | 'moment' | 'count' | 'minute' | 'email' | 'phone'

export interface IntakeField {
  key: string
  label: Record<Locale, string>
  /** Headings under which offices keep it, besides the labels. */
  names: readonly string[]
  type: FieldType
  required: boolean
}

/** What is wrong with one cell; put into words by the pages. */
export type CellTrouble = {
  field: string
  kind:
    | 'missing'
    | 'not_a_day'
    | 'not_a_count'
    | 'not_a_time'
    | 'not_an_address'
    | 'not_a_phone'
    | 'too_long'
    | 'formula'
    | 'lost_letters'
}

export type CellValue = string | number | null

/** One row of somebody's table, read by the fields of a kind. `line` counts from 1, the headings included, and tells rows of a table apart. */
export interface IntakeRow {
  line: number
  /** Its line in the file, as a spreadsheet counts: what people are told. */
  fileLine: number
  cells: readonly string[]
  values: Readonly<Record<string, CellValue>>
  troubles: readonly CellTrouble[]
  /** What somebody said already where the row may speak of somebody who is here: their id, 'new' or 'leave'. */
  decision: string | null
}

/** Somebody who is here already and may be the same; what tells them apart from others of the name. */
export interface Alike {
  id: string
  name: string
  kana: string
  email: string | null
  phone: string | null
}

/**
 * What a row would do. Nobody is merged by themselves: 'alike' waits for a decision. `about`: whom it speaks of, where the row itself
 * says it clearly. `sign`: rows of the same sign speak of the same person and are decided on together. `orNew`: they may be somebody new.
 */
export type Judgement =
  | { kind: 'fresh'; about: string | null }
  | { kind: 'known' }
  | { kind: 'alike'; with: readonly Alike[]; sign: string; orNew: boolean }
  | { kind: 'refused'; reasons: readonly string[] }

/** A row with what was decided. `same`: it is this one; null: it is new, and none of `differsFrom`. */
export interface DecidedRow extends IntakeRow {
  same: string | null
  differsFrom: readonly string[]
}

/** `from`: the row that each came from, from 0. */
export interface Unfolded {
  rows: string[][]
  from: number[]
}

/** A list that a slice can take in: its fields, how rows are judged beside what is here, and how they are taken over. */
export interface IntakeKind {
  title: Record<Locale, string>
  lead: Record<Locale, string>
  fields: readonly IntakeField[]
  /** Makes a table with a row for each thing out of one that keeps several in a row. */
  unfold?: (rows: readonly string[][]) => Unfolded
  /** The sentences of `refused`, by the reason that the kind gave. */
  reasons: Record<Locale, Readonly<Record<string, string>>>
  /** One judgement for each row, in their order. Changes nothing. Rows of one table may also be alike or known among themselves. */
  judge(ctx: Ctx, rows: readonly IntakeRow[]): Promise<Judgement[]>
  /** Takes rows over, in the transaction of their step. What was taken before a crash is never given again. */
  take(ctx: Ctx, rows: readonly DecidedRow[]): Promise<void>
}

export type IntakeKinds = Readonly<Record<string, IntakeKind>>
