import { personsInRole } from '#domains/people/index.ts'
import { nextFor } from '#kernel/transition.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { BackLink, blankForm, type FieldError, type FormState, Heading, refusedForm } from '#ui/index.ts'
import { moveRun } from '../actions/move-run.ts'
import { endStaff, nameStaff } from '../actions/run-staff.ts'
import { makeRun, rewriteRun, saveCriteria } from '../actions/save-run.ts'
import { runStatuses, runTransitions } from '../core/run-status.ts'
import { seatsTaken } from '../core/waiting-list.ts'
import { applicationsOfRun } from '../data/applications.ts'
import { findCourse } from '../data/courses.ts'
import { criteriaOf } from '../data/criteria.ts'
import { runFor, runStaffRoles } from '../data/reached.ts'
import { duties, runsStaffedBy, staffOf } from '../data/run-staff.ts'
import { findRun, listRuns, type Run, runEvents } from '../data/runs.ts'
import { sessionsOf } from '../data/sessions.ts'
import { busyText } from './busy-text.ts'
import { versionOf } from './form-values.ts'
import { coursePaths, runPaths } from './paths.ts'
import { RunEditor } from './run-editor.tsx'
import { newRunSchema, runLabels, runSchema, typedRun } from './run-form.ts'
import { runColumns, RunListPage } from './run-list-page.tsx'
import { RunPage } from './run-page.tsx'
import { runWords } from './run-words.ts'

const planners = ['coordinator'] as const
const all = 'the programme'
const theirs = 'the programme; for other staff the runs they are named for'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId, personId, role } = call.actor
  const mayPlan = role === 'coordinator'
  const which = mayPlan ? {} : { ids: await runsStaffedBy(call.tx, programmeId, personId) }
  const runs = await listRuns(call.tx, programmeId, which)
  return listPage(
    call,
    { title: runWords[locale].title, body: <RunListPage locale={locale} runs={runs} mayPlan={mayPlan} /> },
    { kind: 'training.run', names: null, columns: () => runColumns(locale), rows: () => runs },
  )
}

interface Shown {
  statusForm?: FormState
  staffForm?: FormState
  status?: number
}

const show = async (call: Call, shown: Shown = {}): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId, role } = call.actor
  const run = await runFor(call.tx, call.actor, call.param('id'))
  if (!run) return notFound()
  const mayPlan = role === 'coordinator'
  const applications = await applicationsOfRun(call.tx, programmeId, run.id)
  const criteria = await criteriaOf(call.tx, programmeId, run.id)
  const questions = criteria.map(({ question }) => question).join('\n')
  return page(
    run.name,
    <RunPage
      locale={locale}
      zone={call.zone}
      programmeId={programmeId}
      run={run}
      mayPlan={mayPlan}
      sessions={await sessionsOf(call.tx, programmeId, run.id)}
      staff={await staffOf(call.tx, programmeId, run.id)}
      candidates={mayPlan ? await personsInRole(call.tx, programmeId, runStaffRoles) : []}
      criteria={criteria}
      events={await runEvents(call.tx, programmeId, run.id)}
      applied={applications.filter(({ status }) => status !== 'draft' && status !== 'withdrawn').length}
      seatsTaken={seatsTaken(applications)}
      next={mayPlan ? nextFor(runTransitions, run.status, 'coordinator') : []}
      statusForm={shown.statusForm ?? blankForm(locale, {}, 'status')}
      staffForm={shown.staffForm ?? blankForm(locale, {}, 'staff')}
      criteriaForm={blankForm(locale, { questions }, 'criteria')}
      token={call.formToken}
    />,
    { status: shown.status ?? 200 },
  )
}

const newPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const course = await findCourse(call.tx, call.actor.programmeId, call.param('id'))
  if (!course) return notFound()
  const t = runWords[locale]
  return page(
    t.new,
    <>
      <BackLink href={coursePaths.course(course.id)}>{course.name[locale]}</BackLink>
      <Heading>{t.new}</Heading>
      <RunEditor locale={locale} form={form} action={coursePaths.newRun(course.id)} token={call.formToken()} isNew />
    </>,
    { status },
  )
}

const usual = {
  capacity: '15',
  answer_days: '7',
  join_until: '2',
  languages: ['ja'],
  order: 'selection',
  every_days: '7',
}

const make = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const parsed = newRunSchema(locale).safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, runLabels(locale), locale)
    return newPage(call, refusedForm(locale, call.form.values, errors), 422)
  }
  const { content, rhythm } = parsed.data
  const id = await makeRun(call, call.param('id'), content, rhythm)
  return id === null ? notFound() : redirect(runPaths.run(id), runWords[locale].made)
}

interface Again {
  status?: number
  theirs?: Run
  /** What was read, where that is not the newest: a refusal does not make an old edit a new one. */
  version?: number
}

const editPage = (call: Call, run: Run, form: FormState, more: Again = {}): Reply => {
  const { locale } = call.reader
  const t = runWords[locale]
  return page(
    t.edit,
    <>
      <BackLink href={runPaths.run(run.id)}>{run.name}</BackLink>
      <Heading>{t.edit}</Heading>
      <RunEditor
        locale={locale}
        form={form}
        action={runPaths.edit(run.id)}
        token={call.formToken()}
        version={more.version ?? run.version}
        theirs={more.theirs ? typedRun(more.theirs) : null}
        isNew={false}
      />
    </>,
    { status: more.status ?? 200 },
  )
}

const rewrite = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const run = await findRun(call.tx, call.actor.programmeId, call.param('id'))
  if (!run) return notFound()
  const parsed = runSchema(locale).safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, runLabels(locale), locale)
    const form = refusedForm(locale, call.form.values, errors)
    return editPage(call, run, form, { status: 422, version: versionOf(call.form) })
  }
  const saved = await rewriteRun(call, { id: run.id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(runPaths.run(run.id), runWords[locale].saved)
  return editPage(call, saved.error, blankForm(locale, call.form.values), { status: 409, theirs: saved.error })
}

const move = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = runWords[locale]
  const to = runStatuses.find((one) => one === call.form.text('to'))
  const refuse = (errors: FieldError[], status: number): Promise<Reply> =>
    show(call, { statusForm: refusedForm(locale, call.form.values, errors, 'status'), status })
  if (!to) return refuse([{ field: 'to', message: t.choose(t.nextStep) }], 422)
  const moved = await moveRun(call, call.param('id'), { to, reason: call.form.text('reason').slice(0, 400) })
  if (!moved) return notFound()
  if (moved.ok) return redirect(runPaths.run(call.param('id')), t.moved)
  const errors = moved.error.map(({ kind }) => ({
    field: kind === 'reason_given' ? 'reason' : '',
    message: t.refusal[kind],
  }))
  return refuse(errors, 409)
}

const name = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = runWords[locale]
  const personId = call.form.text('person')
  const duty = duties.find((one) => one === call.form.text('duty'))
  const errors = [
    ...(isUuid(personId) ? [] : [{ field: 'person', message: t.choose(t.person) }]),
    ...(duty ? [] : [{ field: 'duty', message: t.choose(t.duty) }]),
  ]
  if (errors.length > 0 || !duty)
    return show(call, { staffForm: refusedForm(locale, call.form.values, errors, 'staff'), status: 422 })
  const busy = await nameStaff(call, call.param('id'), { personId, duty })
  if (busy === null) return notFound()
  return redirect(runPaths.run(call.param('id')), await busyText(call, t.staffAdded, busy))
}

const end = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  if (!(await findRun(call.tx, call.actor.programmeId, id))) return notFound()
  const personId = call.form.text('person')
  if (isUuid(personId)) await endStaff(call, id, personId)
  return redirect(runPaths.run(id), runWords[call.reader.locale].staffEnded)
}

const criteria = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  const questions = call.form.text('questions').slice(0, 4000).split('\n')
  const saved = await saveCriteria(call, id, questions.map((line) => line.trim()).filter(Boolean))
  return saved === null ? notFound() : redirect(runPaths.run(id), runWords[call.reader.locale].criteriaSaved)
}

/** Runs: the coordinator plans them; those who are named for one see it. */
export const runRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: runPaths.list, who: runStaffRoles, reach: theirs, handle: list }),
  memberRoute({
    method: 'GET',
    path: coursePaths.newRun(':id'),
    who: planners,
    reach: all,
    handle: (call) => newPage(call, blankForm(call.reader.locale, usual)),
  }),
  memberRoute({ method: 'POST', path: coursePaths.newRun(':id'), who: planners, reach: all, handle: make }),
  memberRoute({
    method: 'GET',
    path: runPaths.run(':id'),
    who: runStaffRoles,
    reach: theirs,
    handle: (call) => show(call),
  }),
  memberRoute({
    method: 'GET',
    path: runPaths.edit(':id'),
    who: planners,
    reach: all,
    handle: async (call) => {
      const run = await findRun(call.tx, call.actor.programmeId, call.param('id'))
      return run ? editPage(call, run, blankForm(call.reader.locale, typedRun(run))) : notFound()
    },
  }),
  memberRoute({ method: 'POST', path: runPaths.edit(':id'), who: planners, reach: all, handle: rewrite }),
  memberRoute({ method: 'POST', path: runPaths.status(':id'), who: planners, reach: all, handle: move }),
  memberRoute({ method: 'POST', path: runPaths.staff(':id'), who: planners, reach: all, handle: name }),
  memberRoute({ method: 'POST', path: runPaths.endStaff(':id'), who: planners, reach: all, handle: end }),
  memberRoute({ method: 'POST', path: runPaths.criteria(':id'), who: planners, reach: all, handle: criteria }),
]
