import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { BackLink, blankForm, type FormState, Heading, refusedForm } from '#ui/index.ts'
import { addCourse, removeCourseLine, rewriteCourse, saveCourseLine } from '../actions/save-course.ts'
import { type Course, courseSessions, findCourse, listCourses } from '../data/courses.ts'
import { listRuns } from '../data/runs.ts'
import { courseLabels, courseLineSchema, courseSchema, lineLabels, typedCourse, typedLine } from './course-form.ts'
import { CourseLinePage } from './course-line-page.tsx'
import { courseColumns, CourseEditor, CourseListPage, CoursePage } from './course-page.tsx'
import { courseWords } from './course-words.ts'
import { versionOf } from './form-values.ts'
import { coursePaths } from './paths.ts'

const who = ['coordinator'] as const
const reach = 'the programme'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const courses = await listCourses(call.tx, call.actor.programmeId)
  return listPage(
    call,
    { title: courseWords[locale].title, body: <CourseListPage locale={locale} courses={courses} /> },
    { kind: 'training.course', names: null, columns: () => courseColumns(locale), rows: () => courses },
  )
}

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const course = await findCourse(call.tx, programmeId, call.param('id'))
  if (!course) return notFound()
  const runs = (await listRuns(call.tx, programmeId)).filter((run) => run.courseId === course.id)
  return page(
    course.name[locale],
    <CoursePage
      locale={locale}
      course={course}
      sessions={await courseSessions(call.tx, programmeId, course.id)}
      runs={runs}
    />,
  )
}

const editor = (
  call: Call,
  course: Course | null,
  form: FormState,
  more: { status?: number; theirs?: FormState['values']; version?: number } = {},
): Reply => {
  const { locale } = call.reader
  const t = courseWords[locale]
  const title = course ? t.edit : t.new
  return page(
    title,
    <>
      <BackLink href={course ? coursePaths.course(course.id) : coursePaths.list}>
        {course ? course.name[locale] : t.title}
      </BackLink>
      <Heading>{title}</Heading>
      <CourseEditor
        locale={locale}
        form={form}
        action={course ? coursePaths.edit(course.id) : coursePaths.new}
        token={call.formToken()}
        version={more.version ?? course?.version}
        theirs={more.theirs ?? null}
      />
    </>,
    { status: more.status ?? 200 },
  )
}

const add = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const parsed = courseSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, courseLabels(locale), locale)
    return editor(call, null, refusedForm(locale, call.form.values, errors), { status: 422 })
  }
  return redirect(coursePaths.course(await addCourse(call, parsed.data)), courseWords[locale].saved)
}

const rewrite = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const course = await findCourse(call.tx, call.actor.programmeId, call.param('id'))
  if (!course) return notFound()
  const parsed = courseSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, courseLabels(locale), locale)
    const form = refusedForm(locale, call.form.values, errors)
    return editor(call, course, form, { status: 422, version: versionOf(call.form) })
  }
  const saved = await rewriteCourse(call, { id: course.id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(coursePaths.course(course.id), courseWords[locale].saved)
  return editor(call, saved.error, blankForm(locale, call.form.values), {
    status: 409,
    theirs: typedCourse(saved.error),
  })
}

const lineTitle = (call: Call, lineId: string | null): string => {
  const t = courseWords[call.reader.locale]
  return lineId === null ? t.addSession : t.editSession
}

const showLine = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const course = await findCourse(call.tx, programmeId, call.param('id'))
  if (!course) return notFound()
  const lines = await courseSessions(call.tx, programmeId, course.id)
  const lineId = call.param('sessionId') || null
  const line = lines.find(({ id }) => id === lineId)
  if (lineId !== null && !line) return notFound()
  const next = String((lines.at(-1)?.no ?? 0) + 1)
  const values = line ? typedLine(line) : { no: next, minutes: '120', form: 'both', mode: 'in_person' }
  return page(
    lineTitle(call, lineId),
    <CourseLinePage
      locale={locale}
      course={course}
      lineId={lineId}
      form={blankForm(locale, values)}
      token={call.formToken}
    />,
  )
}

const saveLine = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const course = await findCourse(call.tx, call.actor.programmeId, call.param('id'))
  if (!course) return notFound()
  const lineId = call.param('sessionId') || null
  const parsed = courseLineSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, lineLabels(locale), locale)
    const form = refusedForm(locale, call.form.values, errors)
    return page(
      lineTitle(call, lineId),
      <CourseLinePage locale={locale} course={course} lineId={lineId} form={form} token={call.formToken} />,
      { status: 422 },
    )
  }
  const saved = await saveCourseLine(call, course.id, lineId, parsed.data)
  return saved === null ? notFound() : redirect(coursePaths.course(course.id), courseWords[locale].saved)
}

const removeLine = async (call: Call): Promise<Reply> =>
  (await removeCourseLine(call, call.param('id'), call.param('sessionId')))
    ? redirect(coursePaths.course(call.param('id')), courseWords[call.reader.locale].removed)
    : notFound()

/** The curriculum. */
export const courseRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: coursePaths.list, who, reach, handle: list }),
  // Before '/training/courses/:id': 'new' is no identifier.
  memberRoute({
    method: 'GET',
    path: coursePaths.new,
    who,
    reach,
    handle: async (call) =>
      editor(call, null, blankForm(call.reader.locale, { most: '1', ways: ['talk'], sort: '500' })),
  }),
  memberRoute({ method: 'POST', path: coursePaths.new, who, reach, handle: add }),
  memberRoute({ method: 'GET', path: coursePaths.course(':id'), who, reach, handle: show }),
  memberRoute({
    method: 'GET',
    path: coursePaths.edit(':id'),
    who,
    reach,
    handle: async (call) => {
      const course = await findCourse(call.tx, call.actor.programmeId, call.param('id'))
      return course ? editor(call, course, blankForm(call.reader.locale, typedCourse(course))) : notFound()
    },
  }),
  memberRoute({ method: 'POST', path: coursePaths.edit(':id'), who, reach, handle: rewrite }),
  memberRoute({ method: 'GET', path: coursePaths.newSession(':id'), who, reach, handle: showLine }),
  memberRoute({ method: 'POST', path: coursePaths.newSession(':id'), who, reach, handle: saveLine }),
  memberRoute({ method: 'GET', path: coursePaths.session(':id', ':sessionId'), who, reach, handle: showLine }),
  memberRoute({ method: 'POST', path: coursePaths.session(':id', ':sessionId'), who, reach, handle: saveLine }),
  memberRoute({ method: 'POST', path: coursePaths.removeSession(':id', ':sessionId'), who, reach, handle: removeLine }),
]
