export const credentialKinds = ['certificate', 'card'] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** Roles in which people have papers of their own. */
export const holderRoles = ['trainee', 'supporter', 'host'] as const

export const reissueReasons = ['lost', 'name_changed', 'mistake'] as const
export type ReissueReason = (typeof reissueReasons)[number]

/** Whether a paper still counts. One that another paper followed, or that was taken back, verifies nothing. */
export type CredentialState = 'valid' | 'superseded' | 'withdrawn'

export const credentialState = (paper: { supersededAt: Date | null; withdrawnAt: Date | null }): CredentialState => {
  if (paper.withdrawnAt) return 'withdrawn'
  return paper.supersededAt ? 'superseded' : 'valid'
}

/** The number as it stands on the paper: the year's series, three digits at least. */
export const credentialNumber = (paper: { prefix: string; fiscalYear: number; no: number }): string =>
  [paper.prefix.trim(), `${paper.fiscalYear}-${String(paper.no).padStart(3, '0')}`].filter(Boolean).join(' ')

/** The series and number that somebody typed, as '2024-12'; null where it is none of ours. */
export const typedNumber = (typed: string): string | null => {
  const [, year, no] = /(\d{4})-(\d{1,6})$/.exec(typed.normalize('NFKC').replaceAll(/[\s‐−–ー]/g, dashed)) ?? []
  return year && no ? `${year}-${Number(no)}` : null
}

const dashed = (sign: string): string => (/\s/.test(sign) ? '' : '-')

export type IssueBlocker = { kind: 'not_completed' } | { kind: 'issued_already' }

/** What stands in the way of a certificate for somebody's course. */
export const issueBlockers = (facts: { completed: boolean; issued: boolean }): IssueBlocker[] => [
  ...(facts.completed ? [] : [{ kind: 'not_completed' as const }]),
  ...(facts.issued ? [{ kind: 'issued_already' as const }] : []),
]

export type PaperBlocker = { kind: 'not_valid' } | { kind: 'reason_missing' }

/** What stands in the way of another paper in place of this one, or of taking it back. */
export const paperBlockers = (facts: { state: CredentialState; reasonGiven: boolean }): PaperBlocker[] => [
  ...(facts.state === 'valid' ? [] : [{ kind: 'not_valid' as const }]),
  ...(facts.reasonGiven ? [] : [{ kind: 'reason_missing' as const }]),
]
