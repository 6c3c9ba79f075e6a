import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Condition, MakeUpRule } from '../core/completion.ts'
import type { Prerequisite } from '../core/prerequisites.ts'
import { completionSchema, type CourseKind, courseKinds, makeUpSchema, prerequisitesSchema } from './rules.ts'

export { type CourseKind, courseKinds }
export const isCourseKind = (text: string): text is CourseKind => (courseKinds as readonly string[]).includes(text)

export const sessionForms = ['lecture', 'exercise', 'both', 'talk', 'visit', 'review'] as const
export type SessionForm = (typeof sessionForms)[number]
export const sessionModes = ['in_person', 'online', 'either'] as const
export type SessionMode = (typeof sessionModes)[number]

/** What a form can change of a course. */
export interface CourseContent {
  kind: CourseKind
  name: Record<Locale, string>
  plain: Record<Locale, string>
  tracks: string[]
  completion: Condition[]
  makeUp: MakeUpRule
  prerequisites: Prerequisite[]
  inPairs: boolean
  sort: number
}

export interface Course extends CourseContent {
  id: string
  endedOn: CalendarDay | null
  version: number
}

/** One line of the curriculum. */
export interface CourseSession {
  id: string
  courseId: string
  no: number
  title: string
  topics: string[]
  minutes: number
  form: SessionForm
  taughtBy: string
  material: string
  mode: SessionMode
  track: string | null
  compulsory: boolean
  homework: string
}

const query = (tx: Tx, programmeId: number) =>
  tx.selectFrom('training.course').selectAll().where('programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const courseOf = (row: Row): Course => ({
  id: row.id,
  kind: isCourseKind(row.kind) ? row.kind : 'basic',
  name: { ja: row.name, en: row.name_en, easy: row.name_easy },
  plain: { ja: row.plain, en: row.plain_en, easy: row.plain_easy },
  tracks: row.tracks,
  completion: completionSchema.parse(row.completion),
  makeUp: makeUpSchema.parse(row.make_up),
  prerequisites: prerequisitesSchema.parse(row.prerequisites),
  inPairs: row.in_pairs,
  sort: row.sort,
  endedOn: row.ended_on,
  version: row.version,
})

export const listCourses = async (tx: Tx, programmeId: number): Promise<Course[]> => {
  const rows = await query(tx, programmeId).orderBy('sort').orderBy('name').orderBy('id').execute()
  return rows.map(courseOf)
}

export const findCourse = async (tx: Tx, programmeId: number, id: string): Promise<Course | null> => {
  const row = await query(tx, programmeId).where('id', '=', id).executeTakeFirst()
  return row ? courseOf(row) : null
}

const columnsOf = (content: CourseContent) => ({
  kind: content.kind,
  name: content.name.ja,
  name_en: content.name.en,
  name_easy: content.name.easy,
  plain: content.plain.ja,
  plain_en: content.plain.en,
  plain_easy: content.plain.easy,
  tracks: content.tracks,
  completion: JSON.stringify(content.completion),
  make_up: JSON.stringify(content.makeUp),
  prerequisites: JSON.stringify(content.prerequisites),
  in_pairs: content.inPairs,
  sort: content.sort,
})

export const insertCourse = async (tx: Tx, programmeId: number, id: string, content: CourseContent): Promise<void> => {
  await tx
    .insertInto('training.course')
    .values({ programme_id: programmeId, id, ...columnsOf(content) })
    .execute()
}

/** Saves over the version that was read; false where somebody else was quicker. */
export const updateCourse = async (
  tx: Tx,
  programmeId: number,
  which: { id: string; version: number },
  content: CourseContent,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.course')
    .set({ ...columnsOf(content), version: which.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const courseSessions = async (tx: Tx, programmeId: number, courseId: string): Promise<CourseSession[]> => {
  const rows = await tx
    .selectFrom('training.course_session')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('course_id', '=', courseId)
    .orderBy('no')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    courseId: row.course_id,
    no: row.no,
    title: row.title,
    topics: row.topics,
    minutes: row.minutes,
    form: sessionForms.find((one) => one === row.form) ?? 'both',
    taughtBy: row.taught_by,
    material: row.material,
    mode: sessionModes.find((one) => one === row.mode) ?? 'in_person',
    track: row.track,
    compulsory: row.compulsory,
    homework: row.homework,
  }))
}

/** Adds a line of the curriculum, or writes it anew. */
export const putCourseSession = async (tx: Tx, programmeId: number, line: CourseSession): Promise<void> => {
  const columns = {
    no: line.no,
    title: line.title,
    topics: line.topics,
    minutes: line.minutes,
    form: line.form,
    taught_by: line.taughtBy,
    material: line.material,
    mode: line.mode,
    track: line.track,
    compulsory: line.compulsory,
    homework: line.homework,
  }
  await tx
    .insertInto('training.course_session')
    .values({ programme_id: programmeId, id: line.id, course_id: line.courseId, ...columns })
    .onConflict((on) => on.columns(['programme_id', 'id']).doUpdateSet(columns))
    .execute()
}

/** Takes a line out of the curriculum; runs that were made of it keep theirs. */
export const deleteCourseSession = async (
  tx: Tx,
  programmeId: number,
  which: { courseId: string; id: string },
): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('training.course_session')
    .where('programme_id', '=', programmeId)
    .where('course_id', '=', which.courseId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
