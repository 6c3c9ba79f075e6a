import type { CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { AttendanceState } from '../core/completion.ts'
import { type Course, type CourseSession, courseSessions } from '../data/courses.ts'
import { completeEnrolments, insertPastRows, noRows, type PastRows } from '../data/keep-past-runs.ts'
import { intakeAttendanceWords } from '../intake-words.ts'
import { type PastRun, pastRuns, runKey, stateKey } from '../data/past-runs.ts'

/** One person at one meeting of a run that lies behind us. */
export interface AttendanceLine {
  course: Course
  run: string
  no: number
  title: string
  day: CalendarDay
  from: number | null
  to: number | null
  state: AttendanceState
  completedOn: CalendarDay | null
}

type Taken = AttendanceLine & { personId: string }

// Where a list keeps no time of day.
const usualStart = 600
const usualMinutes = 120
const usualCapacity = 15

/** All that one step of a list needs: what is here, and what it adds. */
interface Book {
  ctx: Ctx
  runs: Map<string, PastRun>
  curriculum: Map<string, CourseSession[]>
  rows: PastRows
  completed: { id: string; on: CalendarDay }[]
}

/** Keeps who was there. Runs, sessions and enrolments that are not here yet are made, as over: no time is taken, nobody is told. */
export const keepPastAttendance = async (ctx: Ctx, lines: readonly Taken[]): Promise<void> => {
  const { tx, actor, zone } = ctx
  const runs = await pastRuns(tx, actor.programmeId, zone)
  const courseIds = [...new Set(lines.map(({ course }) => course.id))]
  const curriculum = new Map<string, CourseSession[]>()
  for (const id of courseIds) curriculum.set(id, await courseSessions(tx, actor.programmeId, id))
  const book: Book = {
    ctx,
    runs: new Map(runs.map((run) => [runKey(run.courseId, run.name), run])),
    curriculum,
    rows: noRows(),
    completed: [],
  }
  for (const line of lines.toSorted((a, b) => (a.day < b.day ? -1 : 1))) enter(book, line)
  await insertPastRows(tx, actor.programmeId, book.rows)
  await completeEnrolments(tx, actor.programmeId, book.completed)
}

const enter = (book: Book, line: Taken): void => {
  const { ctx, rows } = book
  const run = book.runs.get(runKey(line.course.id, line.run)) ?? addRun(book, line)
  const session = run.sessionOf.get(line.no) ?? addSession(book, run, line)
  const taker = run.takerOf.get(line.personId) ?? addTaker(book, run, line)
  const key = stateKey(taker.id, session.id)
  if (!run.stateOf.has(key)) {
    run.stateOf.set(key, line.state)
    rows.attendances.push({
      id: ctx.newId(),
      enrolment_id: taker.id,
      session_id: session.id,
      state: line.state,
      source: 'import',
      at: ctx.now,
      by_membership: ctx.actor.membershipId,
    })
    ctx.audit.wrote({ action: 'take_in', kind: 'training.session', id: session.id, subject: line.personId })
  }
  if (line.completedOn === null || taker.status !== 'taking') return
  taker.status = 'completed'
  book.completed.push({ id: taker.id, on: line.completedOn })
  rows.enrolmentEvents.push({ ...eventOf(ctx, 'taking', 'completed'), enrolment_id: taker.id })
}

const addRun = ({ ctx, runs, rows }: Book, { course, run: name, day }: AttendanceLine): PastRun => {
  const id = ctx.newId()
  rows.runs.push({
    id,
    course_id: course.id,
    fiscal_year: fiscalYearOf(day),
    name,
    capacity: usualCapacity,
    apply_from: day,
    apply_until: day,
    order_of: 'arrival',
    completion: JSON.stringify(course.completion),
    make_up: JSON.stringify(course.makeUp),
    prerequisites: JSON.stringify(course.prerequisites),
    status: 'finished',
    created_at: ctx.now,
  })
  rows.runEvents.push({ ...eventOf(ctx, null, 'finished'), run_id: id })
  ctx.audit.wrote({ action: 'take_in', kind: 'training.run', id })
  const run: PastRun = {
    id,
    courseId: course.id,
    name,
    isOver: true,
    sessionOf: new Map(),
    takerOf: new Map(),
    stateOf: new Map(),
  }
  runs.set(runKey(course.id, name), run)
  return run
}

const addSession = (book: Book, run: PastRun, line: AttendanceLine): { id: string; day: CalendarDay } => {
  const { ctx, rows } = book
  const session = { id: ctx.newId(), day: line.day }
  const taught = book.curriculum.get(line.course.id)?.find(({ no }) => no === line.no) ?? unknownSession(line)
  const from = line.from ?? (line.to === null ? usualStart : Math.max(0, line.to - taught.minutes))
  rows.sessions.push({
    id: session.id,
    run_id: run.id,
    no: line.no,
    title: line.title || taught.title,
    topics: taught.topics,
    form: taught.form,
    compulsory: taught.compulsory,
    starts_at: instantAt(line.day, from, ctx.zone),
    ends_at: instantAt(line.day, line.to ?? Math.min(1_440, from + taught.minutes), ctx.zone),
    mode: taught.mode,
    status: 'held',
    created_at: ctx.now,
  })
  rows.sessionEvents.push({ ...eventOf(ctx, null, 'held'), session_id: session.id })
  run.sessionOf.set(line.no, session)
  return session
}

/** What is known of a session that is not in the curriculum any more. */
const unknownSession = ({ no }: AttendanceLine) => ({
  title: intakeAttendanceWords.ja.sessionTitle(no),
  topics: [],
  form: 'both' as const,
  compulsory: false,
  minutes: usualMinutes,
  mode: 'in_person' as const,
})

const addTaker = ({ ctx, rows }: Book, run: PastRun, line: Taken) => {
  const taker = { id: ctx.newId(), status: 'taking' as const }
  rows.enrolments.push({
    id: taker.id,
    run_id: run.id,
    person_id: line.personId,
    status: 'taking',
    since: line.day,
  })
  rows.enrolmentEvents.push({ ...eventOf(ctx, null, 'taking'), enrolment_id: taker.id })
  run.takerOf.set(line.personId, taker)
  return taker
}

const eventOf = (ctx: Ctx, from: string | null, to: string) => ({
  id: ctx.newId(),
  from_status: from,
  to_status: to,
  at: ctx.now,
  by_membership: ctx.actor.membershipId,
})
