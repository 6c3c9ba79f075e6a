import type { AttendanceState } from './completion.ts'

/** What was entered about one session, and whether a word came with it. */
export interface HeardOf {
  state: AttendanceState
  /** What they let us know; an absence with a word is no silence. */
  word: boolean
}

const inARow = 2

/** Somebody from whom nothing came at the last two sessions that were entered: time for a kind call. Oldest first. */
export const hasGoneQuiet = (sessions: readonly HeardOf[]): boolean =>
  sessions.length >= inARow &&
  sessions.slice(-inARow).every(({ state, word }) => state === 'not_heard' || (state === 'absent' && !word))
