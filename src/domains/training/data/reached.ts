import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type Enrolment, enrolmentsOfPerson, enrolmentsOfRun, findEnrolment } from './enrolments.ts'
import { runsStaffedBy } from './run-staff.ts'
import { findRun, type Run } from './runs.ts'
import { findSession, type Session } from './sessions.ts'

/** Roles in which people look after a run: coordinators after all, the others after those they are named for. */
export const runStaffRoles = ['coordinator', 'companion', 'supervisor'] as const

/** Roles in which people take a course. */
export const takerRoles = ['trainee', 'supporter', 'host'] as const

const isOneOf = (roles: readonly string[], { role }: Actor): boolean => roles.includes(role)

/** The runs that the actor looks after. */
export const looksAfter = async (tx: Tx, actor: Actor, runId: string): Promise<boolean> =>
  actor.role === 'coordinator' ||
  (isOneOf(runStaffRoles, actor) && (await runsStaffedBy(tx, actor.programmeId, actor.personId)).includes(runId))

/** A run that the actor looks after; null for any other. */
export const runFor = async (tx: Tx, actor: Actor, runId: string): Promise<Run | null> => {
  const run = await findRun(tx, actor.programmeId, runId)
  return run && (await looksAfter(tx, actor, runId)) ? run : null
}

/** A session of a run that the actor looks after. */
export const sessionFor = async (tx: Tx, actor: Actor, id: string): Promise<Session | null> => {
  const session = await findSession(tx, actor.programmeId, id)
  return session && (await looksAfter(tx, actor, session.runId)) ? session : null
}

/** An enrolment in a run that the actor looks after. */
export const enrolmentFor = async (tx: Tx, actor: Actor, id: string): Promise<Enrolment | null> => {
  const enrolment = await findEnrolment(tx, actor.programmeId, id)
  return enrolment && (await looksAfter(tx, actor, enrolment.runId)) ? enrolment : null
}

/** What the actor takes and took, what goes on first. */
export const ownEnrolments = async (tx: Tx, actor: Actor): Promise<Enrolment[]> => {
  if (!isOneOf(takerRoles, actor)) return []
  const all = await enrolmentsOfPerson(tx, actor.programmeId, actor.personId)
  return all.toSorted((a, b) => Number(b.status === 'taking') - Number(a.status === 'taking'))
}

/** The actor's own part in a session; null where they do not take its run. */
export const ownSession = async (
  tx: Tx,
  actor: Actor,
  sessionId: string,
): Promise<{ session: Session; enrolment: Enrolment } | null> => {
  const session = await findSession(tx, actor.programmeId, sessionId)
  if (!session || !isOneOf(takerRoles, actor)) return null
  const enrolment = (await enrolmentsOfRun(tx, actor.programmeId, session.runId)).find(
    ({ personId }) => personId === actor.personId,
  )
  return enrolment ? { session, enrolment } : null
}
