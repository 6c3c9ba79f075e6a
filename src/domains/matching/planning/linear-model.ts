/** A mixed integer model as it grows: columns with what each is worth, rows that hold them together. */
export interface LinearModel {
  /** A choice of yes or no, or a share from 0 to `most` where it need not be whole. */
  column(worth: number, kind?: { whole: boolean; most: number }): number
  /** from ≤ Σ weight × column ≤ to; every weight is 1 where none are given. */
  row(columns: readonly number[], limits: { from?: number; to?: number }, weights?: readonly number[]): void
  readonly size: { columns: number; rows: number; entries: number }
  arrays(): ModelArrays
}

/** The model row by row, as solvers want it. */
export interface ModelArrays {
  worth: Float64Array
  most: Float64Array
  whole: Uint8Array
  from: Float64Array
  to: Float64Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
}

const yesOrNo = { whole: true, most: 1 }

export const linearModel = (): LinearModel => {
  const columns: { worth: number; whole: boolean; most: number }[] = []
  const rows: { from: number; to: number }[] = []
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  return {
    column: (worth, kind = yesOrNo) => columns.push({ worth, ...kind }) - 1,
    row: (held, { from = -Infinity, to = Infinity }, weights) => {
      for (const [i, column] of held.entries()) {
        indices.push(column)
        values.push(weights?.[i] ?? 1)
      }
      starts.push(indices.length)
      rows.push({ from, to })
    },
    get size() {
      return { columns: columns.length, rows: rows.length, entries: indices.length }
    },
    arrays: () => ({
      worth: Float64Array.from(columns, ({ worth }) => worth),
      most: Float64Array.from(columns, ({ most }) => most),
      whole: Uint8Array.from(columns, ({ whole }) => Number(whole)),
      from: Float64Array.from(rows, ({ from }) => from),
      to: Float64Array.from(rows, ({ to }) => to),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  }
}
