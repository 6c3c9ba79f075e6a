const minute = 60_000
const hour = 60 * minute

/**
 * How many tries a window allows. Those of one account are counted for each address (or each browser the owner came in with
 * before) and over all strangers together, so that no stranger, and no crowd of strangers, uses up what the owner has.
 * The mailed link is a way of its own, with a budget that always leaves a live link in the mailbox (link-budget.ts).
 */
export const attemptLimits = {
  /** Wrong passwords for one account from one address, or from one known browser. */
  'password:place': { tries: 5, within: 1 * hour },
  /** Wrong passwords for one account from all unknown browsers together. */
  'password:strangers': { tries: 10, within: 1 * hour },
  /** Wrong passwords from one address, whichever account: an office behind one address has many people. */
  'password:address': { tries: 60, within: 15 * minute },
  /** Wrong codes of the second factor; whoever gets so far holds the first one. */
  'code:place': { tries: 5, within: 15 * minute },
  'code:strangers': { tries: 10, within: 1 * hour },
  /** Asking for links, from one address. */
  'link:address': { tries: 60, within: 15 * minute },
  /** Public forms that were sent, from one address. */
  'form:address': { tries: 20, within: 1 * hour },
  /** Mails to one mailbox that anybody can ask for on a public form. */
  'form:mailbox': { tries: 5, within: 24 * hour },
  /** Mails that one office sends to people whom it names. */
  'form:office': { tries: 20, within: 24 * hour },
  /** Papers of which name and code did not fit together, from one address. */
  'verify:address': { tries: 30, within: 1 * hour },
  /** Names tried for one code, whoever tries. */
  'verify:code': { tries: 10, within: 1 * hour },
} as const

export type AttemptKind = keyof typeof attemptLimits

export interface AttemptKey {
  kind: AttemptKind
  /** What is counted together. Stored only as a hash. */
  key: string
}

export interface Guess {
  account: string
  address: string
  /** The known browser's own token hash, where the guess comes from one. */
  device: string | null
}

/** What one wrong password is counted under. */
export const passwordKeys = ({ account, address, device }: Guess): AttemptKey[] => [
  { kind: 'password:place', key: `${account} ${device ?? address}` },
  ...(device ? [] : [{ kind: 'password:strangers', key: account } as const]),
  { kind: 'password:address', key: address },
]

/** What one wrong code is counted under. */
export const codeKeys = ({ account, address, device }: Guess): AttemptKey[] => [
  { kind: 'code:place', key: `${account} ${device ?? address}` },
  ...(device ? [] : [{ kind: 'code:strangers', key: account } as const]),
]

/** What asking whether a paper is genuine is counted under; a code that nobody issued is counted like any other. */
export const verifyKeys = (asked: { code: string; address: string }): AttemptKey[] => [
  { kind: 'verify:address', key: asked.address },
  { kind: 'verify:code', key: asked.code },
]

/** When the oldest try that counts falls out of the window; null: go ahead. */
export const waitUntil = (kind: AttemptKind, tries: readonly Date[], now: Date): Date | null => {
  const { tries: allowed, within } = attemptLimits[kind]
  const counted = tries
    .filter((at) => now.getTime() - at.getTime() < within)
    .toSorted((a, b) => b.getTime() - a.getTime())
  const oldest = counted[allowed - 1]
  return oldest ? new Date(oldest.getTime() + within) : null
}
