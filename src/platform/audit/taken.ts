import type { Audit } from './audit.ts'

/** The action under which the chain notes for somebody that a list with their name was taken along. */
export const namedInExport = 'named_in_export'

/** Notes that a list was taken along, and for each person whom it names that it names them. */
export const noteTaken = (
  audit: Audit,
  list: { kind: string; id?: string | null },
  named: readonly (string | null)[],
): void => {
  const { kind, id = null } = list
  for (const subject of new Set(named)) if (subject !== null) audit.wrote({ action: namedInExport, kind, id, subject })
  audit.wrote({ action: 'export', kind, id })
}
