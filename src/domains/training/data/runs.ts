import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Condition, MakeUpRule } from '../core/completion.ts'
import type { Prerequisite } from '../core/prerequisites.ts'
import { type RunStatus, runStatuses } from '../core/run-status.ts'
import { completionSchema, makeUpSchema, prerequisitesSchema } from './rules.ts'
import { type CourseKind, isCourseKind } from './courses.ts'

export const runOrders = ['selection', 'arrival', 'lottery'] as const
export type RunOrder = (typeof runOrders)[number]

/** What a form can change of a run. */
export interface RunContent {
  name: string
  intro: string
  capacity: number
  applyFrom: CalendarDay
  applyUntil: CalendarDay
  order: RunOrder
  answerDays: number
  /** The last session at which somebody may still join once it has begun; null: nobody does. */
  joinUntil: number | null
  languages: string[]
  provided: string
  fee: string
  place: string
}

/** One year's holding of a course; the rules are as the course had them when the run was made. */
export interface Run extends RunContent {
  id: string
  courseId: string
  courseKind: CourseKind
  courseName: string
  tracks: string[]
  inPairs: boolean
  fiscalYear: number
  lotterySeed: string | null
  drawnAt: Date | null
  completion: Condition[]
  makeUp: MakeUpRule
  prerequisites: Prerequisite[]
  status: RunStatus
  version: number
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.run as r')
    .innerJoin('training.course as c', (on) =>
      on.onRef('c.programme_id', '=', 'r.programme_id').onRef('c.id', '=', 'r.course_id'),
    )
    .selectAll('r')
    .select(['c.kind as course_kind', 'c.name as course_name', 'c.tracks', 'c.in_pairs'])
    .where('r.programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const runOf = (row: Row): Run => ({
  id: row.id,
  courseId: row.course_id,
  courseKind: isCourseKind(row.course_kind) ? row.course_kind : 'basic',
  courseName: row.course_name,
  tracks: row.tracks,
  inPairs: row.in_pairs,
  fiscalYear: row.fiscal_year,
  name: row.name,
  intro: row.intro,
  capacity: row.capacity,
  applyFrom: row.apply_from,
  applyUntil: row.apply_until,
  order: runOrders.find((one) => one === row.order_of) ?? 'selection',
  lotterySeed: row.lottery_seed,
  drawnAt: row.drawn_at,
  answerDays: row.answer_days,
  joinUntil: row.join_until_no,
  languages: row.languages,
  provided: row.provided,
  fee: row.fee,
  place: row.place,
  completion: completionSchema.parse(row.completion),
  makeUp: makeUpSchema.parse(row.make_up),
  prerequisites: prerequisitesSchema.parse(row.prerequisites),
  status: runStatuses.find((one) => one === row.status) ?? 'draft',
  version: row.version,
})

/** For whoever may see it: the caller has looked. */
export const findRun = async (tx: Tx, programmeId: number, id: string): Promise<Run | null> => {
  const row = await query(tx, programmeId).where('r.id', '=', id).executeTakeFirst()
  return row ? runOf(row) : null
}

/** Held until the transaction ends: places are given by one at a time. */
export const lockRun = async (tx: Tx, programmeId: number, id: string): Promise<Run | null> => {
  const row = await query(tx, programmeId).where('r.id', '=', id).forUpdate('r').executeTakeFirst()
  return row ? runOf(row) : null
}

/** Newest year first, then by the beginning of the applications. */
export const listRuns = async (
  tx: Tx,
  programmeId: number,
  which: { statuses?: readonly RunStatus[]; ids?: readonly string[] } = {},
): Promise<Run[]> => {
  if (which.ids?.length === 0) return []
  let all = query(tx, programmeId)
  if (which.statuses) all = all.where('r.status', 'in', which.statuses)
  if (which.ids) all = all.where('r.id', 'in', which.ids)
  const rows = await all.orderBy('r.fiscal_year', 'desc').orderBy('r.apply_from', 'desc').orderBy('r.id').execute()
  return rows.map(runOf)
}

const columnsOf = (content: RunContent) => ({
  name: content.name,
  intro: content.intro,
  capacity: content.capacity,
  apply_from: content.applyFrom,
  apply_until: content.applyUntil,
  order_of: content.order,
  answer_days: content.answerDays,
  join_until_no: content.joinUntil,
  languages: content.languages,
  provided: content.provided,
  fee: content.fee,
  place: content.place,
})

export interface NewRun {
  id: string
  courseId: string
  fiscalYear: number
  content: RunContent
  rules: Pick<Run, 'completion' | 'makeUp' | 'prerequisites'>
  now: Date
}

export const insertRun = async (tx: Tx, programmeId: number, run: NewRun): Promise<void> => {
  await tx
    .insertInto('training.run')
    .values({
      programme_id: programmeId,
      id: run.id,
      course_id: run.courseId,
      fiscal_year: run.fiscalYear,
      ...columnsOf(run.content),
      completion: JSON.stringify(run.rules.completion),
      make_up: JSON.stringify(run.rules.makeUp),
      prerequisites: JSON.stringify(run.rules.prerequisites),
      status: 'draft',
      created_at: run.now,
    })
    .execute()
}

/** Saves over the version that was read; false where somebody else was quicker. */
export const updateRun = async (
  tx: Tx,
  programmeId: number,
  which: { id: string; version: number },
  content: RunContent,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.run')
    .set({ ...columnsOf(content), version: which.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const markRun = async (
  tx: Tx,
  programmeId: number,
  id: string,
  marks: { status?: RunStatus; lottery_seed?: string; drawn_at?: Date },
): Promise<void> => {
  await tx
    .updateTable('training.run')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export interface RunEvent {
  from: string | null
  to: string
  at: Date
  reason: string
}

export const insertRunEvent = async (
  tx: Tx,
  programmeId: number,
  event: RunEvent & { id: string; runId: string; by: string | null },
): Promise<void> => {
  await tx
    .insertInto('training.run_event')
    .values({
      programme_id: programmeId,
      id: event.id,
      run_id: event.runId,
      from_status: event.from,
      to_status: event.to,
      at: event.at,
      by_membership: event.by,
      reason: event.reason,
    })
    .execute()
}

export const runEvents = async (tx: Tx, programmeId: number, runId: string): Promise<RunEvent[]> => {
  const rows = await tx
    .selectFrom('training.run_event')
    .select(['from_status', 'to_status', 'at', 'reason'])
    .where('programme_id', '=', programmeId)
    .where('run_id', '=', runId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ from: row.from_status, to: row.to_status, at: row.at, reason: row.reason }))
}
