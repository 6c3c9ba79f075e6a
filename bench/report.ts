/** One measured thing beside its limit. Ratios say to what in `what`. */
export interface Figure {
  part: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i'
  what: string
  value: number
  unit: '×' | '%' | 'µs' | 'ms' | 'kB' | 's' | 'MB'
  limit: number
  aim?: number
  /** The parts of the value, in words: two rates, two times, the pieces of a sum. */
  detail: string
}

export const holds = ({ value, limit }: Figure): boolean => value <= limit

/** The figures as a table for a terminal. */
export const tableOf = (figures: readonly Figure[]): string => {
  const lines = figures.map((figure) => [
    `(${figure.part})`,
    figure.what,
    `${figure.value.toFixed(figure.unit === 'ms' ? 1 : 2)} ${figure.unit}`,
    `≤ ${figure.limit}${figure.aim === undefined ? '' : `, aim ${figure.aim}`}`,
    holds(figure) ? 'holds' : 'MISSED',
    figure.detail,
  ])
  const all = [['', 'measured', 'value', 'limit', '', 'detail'], ...lines]
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...all.map((line) => (line[at] ?? '').length)))
  return all.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n')
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
