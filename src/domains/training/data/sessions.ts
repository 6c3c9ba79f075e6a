import type { Tx } from '#platform/db/index.ts'
import { type SessionForm, sessionForms, type SessionMode, sessionModes } from './courses.ts'

export const sessionStatuses = ['planned', 'held', 'moved', 'cancelled'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** What is taught in a session; the number stays with it when it takes another day. */
export interface SessionContent {
  no: number
  title: string
  topics: string[]
  form: SessionForm
  taughtBy: string
  material: string
  homework: string
  track: string | null
  compulsory: boolean
}

/** When and where. */
export interface SessionTime {
  startsAt: Date
  endsAt: Date
  mode: SessionMode
  place: string
  onlineLink: string
}

/** One meeting of a run. One that took another day is 'moved' and points to the row that stands for it now. */
export interface Session extends SessionContent, SessionTime {
  id: string
  runId: string
  status: SessionStatus
  movedTo: string | null
  reason: string
  version: number
}

const query = (tx: Tx, programmeId: number) =>
  tx.selectFrom('training.run_session').selectAll().where('programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const sessionOf = (row: Row): Session => ({
  id: row.id,
  runId: row.run_id,
  no: row.no,
  title: row.title,
  topics: row.topics,
  form: sessionForms.find((one) => one === row.form) ?? 'both',
  taughtBy: row.taught_by,
  material: row.material,
  homework: row.homework,
  track: row.track,
  compulsory: row.compulsory,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  mode: sessionModes.find((one) => one === row.mode) ?? 'in_person',
  place: row.place,
  onlineLink: row.online_link,
  status: sessionStatuses.find((one) => one === row.status) ?? 'planned',
  movedTo: row.moved_to,
  reason: row.reason,
  version: row.version,
})

/** For whoever may see it: the caller has looked. */
export const findSession = async (tx: Tx, programmeId: number, id: string): Promise<Session | null> => {
  const row = await query(tx, programmeId).where('id', '=', id).executeTakeFirst()
  return row ? sessionOf(row) : null
}

export const lockSession = async (tx: Tx, programmeId: number, id: string): Promise<Session | null> => {
  const row = await query(tx, programmeId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? sessionOf(row) : null
}

/** The timetable of a run, by number and time; with those that were moved or cancelled. */
export const sessionsOf = async (tx: Tx, programmeId: number, runId: string): Promise<Session[]> => {
  const rows = await query(tx, programmeId)
    .where('run_id', '=', runId)
    .orderBy('no')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(sessionOf)
}

/** The sessions of these runs that stand. */
export const standingSessions = async (tx: Tx, programmeId: number, runIds: readonly string[]): Promise<Session[]> => {
  if (runIds.length === 0) return []
  const rows = await query(tx, programmeId)
    .where('run_id', 'in', runIds)
    .where('status', 'in', ['planned', 'held'])
    .orderBy('starts_at')
    .orderBy('no')
    .execute()
  return rows.map(sessionOf)
}

export interface NewSession extends SessionContent, SessionTime {
  id: string
  runId: string
  now: Date
}

export const insertSession = async (tx: Tx, programmeId: number, session: NewSession): Promise<void> => {
  await tx
    .insertInto('training.run_session')
    .values({
      programme_id: programmeId,
      id: session.id,
      run_id: session.runId,
      ...contentColumns(session),
      ...timeColumns(session),
      created_at: session.now,
    })
    .execute()
}

export const contentColumns = (content: SessionContent) => ({
  no: content.no,
  title: content.title,
  topics: content.topics,
  form: content.form,
  taught_by: content.taughtBy,
  material: content.material,
  homework: content.homework,
  track: content.track,
  compulsory: content.compulsory,
})

const timeColumns = (time: SessionTime) => ({
  starts_at: time.startsAt,
  ends_at: time.endsAt,
  mode: time.mode,
  place: time.place,
  online_link: time.onlineLink,
})

/** Saves what is taught and where, not when: false where somebody else was quicker. */
export const updateSession = async (
  tx: Tx,
  programmeId: number,
  which: { id: string; version: number },
  content: Omit<SessionContent, 'no'> & Pick<SessionTime, 'mode' | 'place' | 'onlineLink'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.run_session')
    .set({
      title: content.title,
      topics: content.topics,
      form: content.form,
      taught_by: content.taughtBy,
      material: content.material,
      homework: content.homework,
      track: content.track,
      compulsory: content.compulsory,
      mode: content.mode,
      place: content.place,
      online_link: content.onlineLink,
      version: which.version + 1,
    })
    .where('programme_id', '=', programmeId)
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const markSession = async (
  tx: Tx,
  programmeId: number,
  id: string,
  marks: { status?: SessionStatus; moved_to?: string; reason?: string; reminded_at?: Date },
): Promise<void> => {
  await tx
    .updateTable('training.run_session')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** A change of a session: from, to, who, when and why. */
export const insertSessionEvent = async (
  tx: Tx,
  programmeId: number,
  event: {
    id: string
    sessionId: string
    from: string | null
    to: string
    at: Date
    by: string | null
    reason: string
  },
): Promise<void> => {
  await tx
    .insertInto('training.session_event')
    .values({
      programme_id: programmeId,
      id: event.id,
      session_id: event.sessionId,
      from_status: event.from,
      to_status: event.to,
      at: event.at,
      by_membership: event.by,
      reason: event.reason,
    })
    .execute()
}

/** Planned sessions within a stretch of time whose people were not reminded yet. */
export const sessionsToRemind = async (tx: Tx, programmeId: number, from: Date, to: Date): Promise<Session[]> => {
  const rows = await query(tx, programmeId)
    .where('status', '=', 'planned')
    .where('reminded_at', 'is', null)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .execute()
  return rows.map(sessionOf)
}
