import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { type ApplicationStatus, applicationStatuses } from '../core/application-status.ts'
import type { InLine } from '../core/waiting-list.ts'

/** How it came: from the person, as somebody told, or named by an office that sends them. */
export const applicationVias = ['self', 'phone', 'paper', 'fax', 'in_person', 'mail', 'office'] as const
export type ApplicationVia = (typeof applicationVias)[number]

/** Somebody would like to take a run. What they wrote is sealed: application-words.ts opens it. */
export interface Application extends InLine {
  runId: string
  personId: string
  name: string
  kana: string
  placeId: string | null
  placeName: string | null
  consentVersion: string | null
  /** Who ticked it: the person, staff who had it confirmed in that way, or once an office for its people. */
  consentVia: ApplicationVia | null
  via: ApplicationVia
  /** The membership that wrote it down for them. */
  recordedBy: string | null
  toldAt: Date | null
  /** This one of two is done, and waits for the other. */
  readyAt: Date | null
  submittedAt: Date | null
  waitingSince: Date | null
  version: number
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.application as a')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'a.programme_id').onRef('p.id', '=', 'a.person_id'),
    )
    .leftJoin('places.place as l', (on) =>
      on.onRef('l.programme_id', '=', 'a.programme_id').onRef('l.id', '=', 'a.place_id'),
    )
    .leftJoin('training.enrolment as e', (on) =>
      on
        .onRef('e.programme_id', '=', 'a.programme_id')
        .onRef('e.run_id', '=', 'a.run_id')
        .onRef('e.person_id', '=', 'a.person_id')
        .onRef('e.application_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.run_id', 'a.person_id', 'a.place_id', 'a.pair_id', 'a.status', 'a.consent_version', 'a.via'])
    .select(['a.recorded_by', 'a.told_at', 'a.submitted_at', 'a.waiting_since', 'a.lottery_place', 'a.version'])
    .select([
      'a.consent_via',
      'a.ready_at',
      'a.created_at',
      'p.name',
      'p.kana',
      'l.name as place_name',
      'e.status as enrolment_status',
    ])
    .where('a.programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const applicationOf = (row: Row): Application => ({
  id: row.id,
  runId: row.run_id,
  personId: row.person_id,
  name: row.name,
  kana: row.kana,
  placeId: row.place_id,
  placeName: row.place_name,
  pairId: row.pair_id,
  status: applicationStatuses.find((one) => one === row.status) ?? 'draft',
  consentVersion: row.consent_version,
  consentVia: applicationVias.find((one) => one === row.consent_via) ?? null,
  via: applicationVias.find((one) => one === row.via) ?? 'self',
  recordedBy: row.recorded_by,
  toldAt: row.told_at,
  readyAt: row.ready_at,
  submittedAt: row.submitted_at,
  waitingSince: row.waiting_since,
  drawn: row.lottery_place,
  since: row.waiting_since ?? row.submitted_at ?? row.created_at,
  left: row.enrolment_status === 'left',
  version: row.version,
})

/** Roles in which somebody applies for themselves. */
const applicants = ['trainee', 'supporter']

/** Whom an application is there for: whose it is, the office that sent it, and the coordinator once it is no draft of their own. What is written in it: `mayRead`. */
const reach = (tx: Tx, actor: Actor) => {
  const all = query(tx, actor.programmeId)
  if (actor.role === 'coordinator')
    return all.where((is) =>
      is.or([is('a.status', '<>', 'draft'), is('a.recorded_by', 'is not', null), is('a.via', '=', 'office')]),
    )
  if (actor.role === 'host' && actor.placeId !== null) return all.where('a.place_id', '=', actor.placeId)
  if (applicants.includes(actor.role)) return all.where('a.person_id', '=', actor.personId)
  return null
}

export const findApplication = async (tx: Tx, actor: Actor, id: string): Promise<Application | null> => {
  const row = await reach(tx, actor)?.where('a.id', '=', id).executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Those of the actor or of their office, the newest first. */
export const ownApplications = async (tx: Tx, actor: Actor): Promise<Application[]> => {
  if (actor.role === 'coordinator') return []
  const rows = await reach(tx, actor)?.orderBy('a.created_at', 'desc').orderBy('a.id').execute()
  return (rows ?? []).map(applicationOf)
}

/** All applications of a run, by reading. For rules and for staff: the way to the run was checked. */
export const applicationsOfRun = async (tx: Tx, programmeId: number, runId: string): Promise<Application[]> => {
  const rows = await query(tx, programmeId).where('a.run_id', '=', runId).orderBy('p.kana').orderBy('a.id').execute()
  return rows.map(applicationOf)
}

/** The one that is not withdrawn, of a person for a run. */
export const openApplication = async (
  tx: Tx,
  programmeId: number,
  which: { runId: string; personId: string },
): Promise<Application | null> => {
  const row = await query(tx, programmeId)
    .where('a.run_id', '=', which.runId)
    .where('a.person_id', '=', which.personId)
    .where('a.status', '<>', 'withdrawn')
    .executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Whom an office has named for a run, where that still stands. */
export const namedForRun = async (
  tx: Tx,
  programmeId: number,
  { runId, placeId }: { runId: string; placeId: string },
): Promise<ReadonlySet<string>> => {
  const rows = await query(tx, programmeId)
    .where('a.run_id', '=', runId)
    .where('a.place_id', '=', placeId)
    .where('a.via', '=', 'office')
    .where('a.status', '<>', 'withdrawn')
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

export interface NewApplication {
  id: string
  runId: string
  personId: string
  placeId: string | null
  pairId: string | null
  via: ApplicationVia
  recordedBy: string | null
  toldAt: Date | null
  /** The record of whom it is about was made with it. */
  madePerson: boolean
  now: Date
}

export const insertApplication = async (tx: Tx, programmeId: number, one: NewApplication): Promise<void> => {
  await tx
    .insertInto('training.application')
    .values({
      programme_id: programmeId,
      id: one.id,
      run_id: one.runId,
      person_id: one.personId,
      place_id: one.placeId,
      pair_id: one.pairId,
      status: 'draft',
      via: one.via,
      recorded_by: one.recordedBy,
      told_at: one.toldAt,
      made_person: one.madePerson,
      created_at: one.now,
    })
    .execute()
}

export interface ApplicationMarks {
  status?: ApplicationStatus
  submitted_at?: Date
  ready_at?: Date
  waiting_since?: Date
  lottery_place?: number
}

export const markApplication = async (
  tx: Tx,
  programmeId: number,
  id: string,
  marks: ApplicationMarks,
): Promise<void> => {
  await tx
    .updateTable('training.application')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** Somebody whose part waits to be written, by whoever holds the link that was mailed for it. */
export const findNamed = async (tx: Tx, programmeId: number, id: string): Promise<Application | null> => {
  const row = await query(tx, programmeId).where('a.id', '=', id).where('a.status', '=', 'draft').executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Counts one more mail to somebody whom an office named; false where it would be more than `most`, ever. */
export const countMail = async (tx: Tx, programmeId: number, id: string, most: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.application')
    .set((is) => ({ mails_sent: is('mails_sent', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('mails_sent', '<', most)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Staff write down what somebody told them whom an office had named. */
export const takeOver = async (
  tx: Tx,
  programmeId: number,
  id: string,
  told: { via: ApplicationVia; recordedBy: string; at: Date },
): Promise<void> => {
  await tx
    .updateTable('training.application')
    .set((is) => ({ via: told.via, recorded_by: told.recordedBy, told_at: told.at, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}
