import type { RunStatus } from './run-status.ts'

/** A session as far as joining on the way goes. */
interface Meeting {
  no: number
  startsAt: Date
}

/** Whether somebody may still join: always before the run begins, then while a session up to the last one for joining is ahead. */
export const mayStillJoin = (
  run: { status: RunStatus; joinUntil: number | null },
  standing: readonly Meeting[],
  now: Date,
): boolean => {
  const { status, joinUntil } = run
  if (status !== 'running') return true
  return joinUntil !== null && standing.some(({ no, startsAt }) => no <= joinUntil && startsAt > now)
}
