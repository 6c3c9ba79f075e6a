import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type Course,
  type CourseContent,
  type CourseSession,
  courseSessions,
  deleteCourseSession,
  findCourse,
  insertCourse,
  putCourseSession,
  updateCourse,
} from '../data/courses.ts'

export const addCourse = async (ctx: Ctx, content: CourseContent): Promise<string> => {
  const id = ctx.newId()
  await insertCourse(ctx.tx, ctx.actor.programmeId, id, content)
  ctx.audit.wrote({ action: 'add', kind: 'training.course', id })
  return id
}

/** Saves over the version that was read. Where somebody else saved first: what stands there now. Runs keep the rules they began with. */
export const rewriteCourse = async (
  ctx: Ctx,
  which: { id: string; version: number },
  content: CourseContent,
): Promise<Result<null, Course> | null> => {
  const { programmeId } = ctx.actor
  if (!(await updateCourse(ctx.tx, programmeId, which, content))) {
    const theirs = await findCourse(ctx.tx, programmeId, which.id)
    return theirs ? no(theirs) : null
  }
  ctx.audit.wrote({ action: 'change', kind: 'training.course', id: which.id })
  return ok(null)
}

export type CourseLine = Omit<CourseSession, 'id' | 'courseId'>

/** Adds a line of the curriculum (`lineId` null), or writes it anew. Null: there is no such course or line. */
export const saveCourseLine = async (
  ctx: Ctx,
  courseId: string,
  lineId: string | null,
  line: CourseLine,
): Promise<string | null> => {
  const { programmeId } = ctx.actor
  if (!(await findCourse(ctx.tx, programmeId, courseId))) return null
  const known = await courseSessions(ctx.tx, programmeId, courseId)
  if (lineId !== null && !known.some(({ id }) => id === lineId)) return null
  const id = lineId ?? ctx.newId()
  await putCourseSession(ctx.tx, programmeId, { ...line, id, courseId })
  ctx.audit.wrote({ action: 'change_curriculum', kind: 'training.course', id: courseId })
  return id
}

export const removeCourseLine = async (ctx: Ctx, courseId: string, id: string): Promise<boolean> => {
  const removed = await deleteCourseSession(ctx.tx, ctx.actor.programmeId, { courseId, id })
  if (removed) ctx.audit.wrote({ action: 'change_curriculum', kind: 'training.course', id: courseId })
  return removed
}
