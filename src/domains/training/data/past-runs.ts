import { sql } from 'kysely'
import { folded } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { AttendanceState } from '../core/completion.ts'
import { type EnrolmentStatus, enrolmentStatuses } from '../core/enrolment-status.ts'
import { listRuns } from './runs.ts'
import { standingSessions } from './sessions.ts'

/** A run with all that a list of attendance may speak of: its sessions by number, who took it, who was there. */
export interface PastRun {
  id: string
  courseId: string
  name: string
  isOver: boolean
  sessionOf: Map<number, { id: string; day: CalendarDay }>
  takerOf: Map<string, { id: string; status: EnrolmentStatus }>
  /** By enrolment and session. */
  stateOf: Map<string, AttendanceState>
}

/** A run is known by its course and its name, however that is typed. */
export const runKey = (courseId: string, name: string): string => `${courseId}|${folded(name)}`

export const stateKey = (enrolmentId: string, sessionId: string): string => `${enrolmentId}|${sessionId}`

/** Every run of the programme. */
export const pastRuns = async (tx: Tx, programmeId: number, zone: string): Promise<PastRun[]> => {
  const runs = (await listRuns(tx, programmeId)).map(
    (run): PastRun => ({
      id: run.id,
      courseId: run.courseId,
      name: run.name,
      isOver: run.status === 'finished',
      sessionOf: new Map(),
      takerOf: new Map(),
      stateOf: new Map(),
    }),
  )
  const byId = new Map(runs.map((run) => [run.id, run]))
  for (const session of await standingSessions(tx, programmeId, [...byId.keys()]))
    byId.get(session.runId)?.sessionOf.set(session.no, { id: session.id, day: dayIn(session.startsAt, zone) })
  const enrolments = await tx
    .selectFrom('training.enrolment')
    .select(['id', 'run_id', 'person_id', 'status'])
    .where('programme_id', '=', programmeId)
    .execute()
  for (const { id, run_id, person_id, status } of enrolments) {
    const known = enrolmentStatuses.find((one) => one === status) ?? 'taking'
    byId.get(run_id)?.takerOf.set(person_id, { id, status: known })
  }
  for (const one of await lastStates(tx, programmeId))
    byId.get(one.runId)?.stateOf.set(stateKey(one.enrolmentId, one.sessionId), one.state)
  return runs
}

const lastStates = async (tx: Tx, programmeId: number) => {
  const { rows } = await sql<{ runId: string; enrolmentId: string; sessionId: string; state: AttendanceState }>`
    select distinct on (a.enrolment_id, a.session_id) s.run_id as "runId", a.enrolment_id as "enrolmentId", a.session_id as "sessionId", a.state
    from training.attendance a join training.run_session s on s.programme_id = a.programme_id and s.id = a.session_id
    where a.programme_id = ${programmeId} order by a.enrolment_id, a.session_id, a.at desc, a.id desc`.execute(tx)
  return rows
}
