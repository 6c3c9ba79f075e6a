import type { FormState, StaleField } from '#ui/index.ts'

/** One's own values beside what somebody else saved meanwhile, field by field. */
export const staleFields = (
  mine: FormState['values'],
  theirs: FormState['values'],
  labels: Readonly<Record<string, string>>,
): StaleField[] =>
  Object.keys(theirs).map((name) => ({
    label: labels[name] ?? name,
    mine: shown(mine[name]),
    theirs: shown(theirs[name]),
  }))

const shown = (value: FormState['values'][string] | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join(', ')
