import { folded, listNameWords, personFields, takenFor, type Whose } from '#domains/people/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import type { Ctx } from '#platform/http/call.ts'
import { fieldsFrom, inAll } from '#platform/intake/describe.ts'
import type { DecidedRow, IntakeKind, IntakeRow, Judgement } from '#platform/intake/kinds.ts'
import { unfolded } from './attendance-grid.ts'
import { type AttendanceLine, keepPastAttendance } from './actions/keep-past-attendance.ts'
import { listedPeople } from './actions/listed-people.ts'
import type { AttendanceState } from './core/completion.ts'
import { attendanceWritten, listedBlockers } from './core/listed-attendance.ts'
import { type Course, listCourses } from './data/courses.ts'
import { type PastRun, pastRuns, runKey, stateKey } from './data/past-runs.ts'
import { attendanceHeadings, intakeAttendanceWords } from './intake-words.ts'

const field = fieldsFrom<keyof typeof attendanceHeadings>(intakeAttendanceWords, attendanceHeadings)

const longestName = 200

/** Finds a course by what it is called in any language. */
const courseFinder = (courses: readonly Course[]): ((name: string) => Course | undefined) => {
  const byName = new Map(courses.flatMap((course) => Object.values(course.name).map((name) => [folded(name), course])))
  return (name) => byName.get(folded(name))
}

const text = ({ values }: IntakeRow, key: string): string => String(values[key] ?? '')
const count = ({ values }: IntakeRow, key: string): number | null =>
  typeof values[key] === 'number' ? values[key] : null

/** What a row says of the course itself; its person is found apart. */
const lineOf = (row: IntakeRow, courseOf: (name: string) => Course | undefined): AttendanceLine | string => {
  const course = courseOf(text(row, 'course'))
  const day = parseDay(text(row, 'day'))
  const no = count(row, 'no') ?? 0
  const state = attendanceWritten(text(row, 'state'))
  const from = count(row, 'from')
  const to = count(row, 'to')
  if (!course) return 'unknown_course'
  if (!day || no < 1 || no > 99) return 'bad_no'
  if (!state) return 'unknown_state'
  if (to !== null && to <= (from ?? 0)) return 'times'
  const run = text(row, 'run') || intakeAttendanceWords.ja.runName(fiscalYearOf(day), course.name.ja)
  const title = text(row, 'title_of')
  if (Math.max(run.length, title.length) > longestName) return 'long'
  return { course, run, no, title, day, from, to, state, completedOn: parseDay(text(row, 'completed')) }
}

/** What the rows above have said of a run that is not here yet, or of more of one that is. */
interface Above {
  dayOf: Map<number, AttendanceLine['day']>
  said: Set<string>
}

const judge = async (ctx: Ctx, rows: readonly IntakeRow[]): Promise<Judgement[]> => {
  const { tx, actor, zone, today } = ctx
  const whose = await listedPeople(ctx)
  const courseOf = courseFinder(await listCourses(tx, actor.programmeId))
  const runs = new Map(
    (await pastRuns(tx, actor.programmeId, zone)).map((run) => [runKey(run.courseId, run.name), run]),
  )
  const above = new Map<string, Above>()
  return rows.map((row): Judgement => {
    const line = lineOf(row, courseOf)
    if (typeof line === 'string') return { kind: 'refused', reasons: [line] }
    const found = whose(row)
    if (!found.ok) return found.error
    const key = runKey(line.course.id, line.run)
    const run = runs.get(key)
    const higher = above.get(key) ?? { dayOf: new Map(), said: new Set() }
    above.set(key, higher)
    const dayOf = new Map([...higher.dayOf, ...(run ? daysOf(run) : [])])
    const blockers = listedBlockers(line, { isOver: run?.isOver ?? true, dayOf }, today)
    if (blockers.length > 0) return { kind: 'refused', reasons: blockers }
    return judged(line, found.value, run, higher)
  })
}

const daysOf = (run: PastRun) => [...run.sessionOf].map(([no, { day }]) => [no, day] as const)

const judged = (line: AttendanceLine, whose: Whose, run: PastRun | undefined, above: Above): Judgement => {
  const sign = `${line.no} ${whose.id}`
  if (above.said.has(sign)) return { kind: 'refused', reasons: ['twice'] }
  above.said.add(sign)
  above.dayOf.set(line.no, line.day)
  const known = run && knownState(run, line, whose.id)
  if (known === undefined) return takenFor(whose)
  if (known !== line.state) return { kind: 'refused', reasons: ['differs'] }
  const completes = line.completedOn !== null && run?.takerOf.get(whose.id)?.status === 'taking'
  return completes ? takenFor(whose) : { kind: 'known' }
}

const knownState = (run: PastRun, line: AttendanceLine, personId: string): AttendanceState | undefined =>
  run.stateOf.get(stateKey(run.takerOf.get(personId)?.id ?? '', run.sessionOf.get(line.no)?.id ?? ''))

const take = async (ctx: Ctx, rows: readonly DecidedRow[]): Promise<void> => {
  const courseOf = courseFinder(await listCourses(ctx.tx, ctx.actor.programmeId))
  const lines = rows.flatMap((row) => {
    const line = lineOf(row, courseOf)
    return typeof line === 'string' || row.same === null ? [] : [{ ...line, personId: row.same }]
  })
  await keepPastAttendance(ctx, lines)
}

/** Who was there at courses that lie behind us. It counts towards completing; nobody is told, asked or called. */
export const attendanceIntake: IntakeKind = {
  title: inAll((locale) => intakeAttendanceWords[locale].title),
  lead: inAll((locale) => intakeAttendanceWords[locale].lead),
  reasons: inAll((locale) => ({ ...listNameWords[locale].reasons, ...intakeAttendanceWords[locale].reasons })),
  fields: [
    ...personFields,
    field('course', 'text', true),
    field('run', 'text'),
    field('no', 'count', true),
    field('title_of', 'text'),
    field('day', 'day', true),
    field('from', 'minute'),
    field('to', 'minute'),
    field('state', 'text', true),
    field('completed', 'day'),
  ],
  unfold: (rows) => unfolded(rows, intakeAttendanceWords.ja),
  judge,
  take,
}
