const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long a session lives, whatever happens (`absolute`) and when nothing happens (`idle`).
 * Staff: NIST SP 800-63B AAL2. Members keep theirs, because each sign-in is a threshold; they see and end them on their page.
 * 'open': the mailbox or the password was proved, but the second factor or the choice of a role is still missing.
 */
export const sessionLimits = {
  staff: { absolute: 8 * hour, idle: 1 * hour },
  member: { absolute: 30 * day, idle: 14 * day },
  open: { absolute: 30 * minute, idle: 30 * minute },
} as const

export type SessionKind = keyof typeof sessionLimits

/** Changing a password or a second factor wants a proof of identity not older than this. */
export const recentProof = 15 * minute

/** last_seen_at is written at most this often. */
export const seenEvery = 1 * minute

export const sessionEnd = (kind: SessionKind, now: Date): Date => new Date(now.getTime() + sessionLimits[kind].absolute)

export interface SessionTimes {
  provedAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export const isLive = (times: SessionTimes, kind: SessionKind, now: Date): boolean =>
  now < times.expiresAt && now.getTime() - times.lastSeenAt.getTime() < sessionLimits[kind].idle

export const isRecentProof = (times: SessionTimes, now: Date): boolean =>
  now.getTime() - times.provedAt.getTime() < recentProof

export type SecondFactor = 'not-needed' | 'needed' | 'to-set-up' | 'done'

/** Whoever holds a staff role, in any programme, comes in with a second factor, whichever role they act in now. */
export const secondFactorOf = (account: {
  holdsStaffRole: boolean
  totpConfirmed: boolean
  hasShown: boolean
}): SecondFactor => {
  if (account.hasShown) return 'done'
  if (account.totpConfirmed) return 'needed'
  return account.holdsStaffRole ? 'to-set-up' : 'not-needed'
}
