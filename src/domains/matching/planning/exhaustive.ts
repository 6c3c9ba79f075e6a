/**
 * The best of all choices, one or none for each request, by trying them. For problems so small that this ends. `worth` is null where
 * choices do not go together; whatever does not go together stays so with more beside it, and together nothing is worth more than alone.
 */
export const bestOfAll = <Visit>(
  requests: readonly (readonly Visit[])[],
  worth: (visits: readonly Visit[]) => number | null,
): { visits: Visit[]; worth: number } => {
  const alone = requests.map((choices) =>
    choices.flatMap((visit) => {
      const value = worth([visit])
      return value === null ? [] : [{ visit, value }]
    }),
  )
  const hope = alone.map((choices) => Math.max(0, ...choices.map(({ value }) => value)))
  const hopeFrom = hope.map((_, i) => hope.slice(i).reduce((sum, value) => sum + value, 0))
  let best = { visits: [] as Visit[], worth: worth([]) ?? -Infinity }
  const decide = (i: number, visits: readonly Visit[], value: number): void => {
    if (value > best.worth) best = { visits: [...visits], worth: value }
    if (i === requests.length || value + (hopeFrom[i] ?? 0) <= best.worth) return
    for (const { visit } of alone[i] ?? []) {
      const next = [...visits, visit]
      const together = worth(next)
      if (together !== null) decide(i + 1, next, together)
    }
    decide(i + 1, visits, value)
  }
  decide(0, [], best.worth)
  return best
}
