import { type AttendanceState, standingFor, type SessionFacts, wasThere } from './completion.ts'
import { type EnrolmentStatus, enrolmentStatuses } from './enrolment-status.ts'
import { type WentOnKind, wentOnKinds } from './went-on.ts'

/** One session and how many were there: an activity, which may be shown as it is. */
export interface SessionCount {
  id: string
  no: number
  there: number
}

/** How many were there, session by session, every track by itself. What was made up later is not counted as there. */
export const attendanceBySession = (
  sessions: readonly SessionFacts[],
  last: readonly { sessionId: string; state: AttendanceState }[],
): SessionCount[] => {
  const tracks = [...new Set(sessions.map(({ track }) => track))]
  const standing = new Set(tracks.flatMap((track) => standingFor(sessions, track)))
  return [...standing]
    .toSorted((a, b) => a.no - b.no || (a.day < b.day ? -1 : 1))
    .map(({ id, no }) => ({
      id,
      no,
      there: last.filter(({ sessionId, state }) => sessionId === id && wasThere(state)).length,
    }))
}

/** How the run ended for how many. */
export const endings = (statuses: readonly EnrolmentStatus[]): Record<EnrolmentStatus, number> =>
  Object.fromEntries(
    enrolmentStatuses.map((status) => [status, statuses.filter((one) => one === status).length]),
  ) as Record<EnrolmentStatus, number>

export type Afterwards =
  | { shown: true; counts: Record<WentOnKind, number>; unsaid: number }
  /** A count is so small that it could point at somebody. */
  | { shown: false }

/**
 * What people went on to, among those who completed. Outside the programme's own staff (`limit` null) it is withheld whole where one count,
 * those who said nothing included, is small.
 */
export const afterwards = (said: ReadonlyMap<WentOnKind, number>, ended: number, limit: number | null): Afterwards => {
  const counts = Object.fromEntries(wentOnKinds.map((kind) => [kind, said.get(kind) ?? 0])) as Record<
    WentOnKind,
    number
  >
  const unsaid = ended - Object.values(counts).reduce((sum, count) => sum + count, 0)
  const small = [...Object.values(counts), unsaid].some((count) => count > 0 && limit !== null && count < limit)
  return small ? { shown: false } : { shown: true, counts, unsaid }
}
