import { findPerson } from '#domains/people/index.ts'
import type { PublicDoor } from '#domains/places/index.ts'
import { nextFor } from '#kernel/transition.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { moveApplication } from '../actions/move-application.ts'
import { readApplication } from '../actions/read-application.ts'
import { startApplication } from '../actions/start-application.ts'
import { applicationStatuses, applicationTransitions } from '../core/application-status.ts'
import { ownApplications } from '../data/applications.ts'
import { findRun, listRuns, type Run } from '../data/runs.ts'
import { sessionsOf } from '../data/sessions.ts'
import { answerWords } from './answer-words.ts'
import { applicationRefusals } from './application-refusals.ts'
import { applicationWords } from './application-words.ts'
import { OwnApplicationPage, OwnApplicationsPage, StartApplicationPage } from './own-application-page.tsx'
import { inviteAgain, inviteNamed, showNamed, whoComes } from './name-applicants.tsx'
import { ownPaths } from './paths.ts'
import { applicationPdf } from './print-application.ts'
import { tasterWords } from './taster-words.ts'
import { letter, print, saveForm, showForm, urgentCard } from './write-application.tsx'

const who = ['trainee', 'supporter', 'host'] as const
const reach = 'own; of the own place'

/** Offices come to the courses for places, people to the others. */
const isForActor = (call: Call, run: Run): boolean => (call.actor.role === 'host') === (run.courseKind === 'host')

const openNow = (call: Call, run: Run): boolean =>
  run.status === 'open' && run.applyFrom <= call.today && call.today <= run.applyUntil && isForActor(call, run)

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const applications = await ownApplications(call.tx, call.actor)
  const runs = await listRuns(call.tx, programmeId)
  const names = new Map(runs.map(({ id, name }) => [id, name]))
  return page(
    applicationWords[locale].title,
    <OwnApplicationsPage
      locale={locale}
      lines={applications.map((application) => ({ application, run: names.get(application.runId) ?? '' }))}
      openRuns={runs.filter((run) => openNow(call, run))}
      tasters={tasterWords[locale].title}
    />,
  )
}

const findOpenRun = async (call: Call): Promise<Run | null> => {
  const run = await findRun(call.tx, call.actor.programmeId, call.param('runId'))
  return run && openNow(call, run) ? run : null
}

const startPage = async (call: Call, run: Run, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  return page(
    run.name,
    <StartApplicationPage
      locale={locale}
      zone={call.zone}
      run={run}
      sessions={await sessionsOf(call.tx, call.actor.programmeId, run.id)}
      form={form}
      token={call.formToken()}
      isOffice={call.actor.role === 'host'}
    />,
    { status },
  )
}

const showStart = async (call: Call): Promise<Reply> => {
  const run = await findOpenRun(call)
  if (!run) return notFound()
  const self = await findPerson(call.tx, call.actor.programmeId, call.actor.personId)
  return startPage(call, run, blankForm(call.reader.locale, { name: self?.name ?? '', kana: self?.kana ?? '' }))
}

const start =
  (door: PublicDoor) =>
  async (call: Call): Promise<Reply> => {
    const { locale } = call.reader
    const run = await findOpenRun(call)
    if (!run) return notFound()
    const refuse = (errors: FieldError[], status: number) =>
      startPage(call, run, refusedForm(locale, call.form.values, errors), status)
    const people = await whoComes(call, run)
    if ('errors' in people) return refuse(people.errors, 422)
    const started = await startApplication(call, run.id, { who: people.who, placeId: call.actor.placeId, told: null })
    if (!started) return notFound()
    if (started.ok) return inviteNamed(call, door, { who: people.who, ids: started.value })
    const t = applicationRefusals[locale]
    return refuse(
      started.error.map(({ kind }) => ({ field: '', message: t[kind] })),
      409,
    )
  }

const show = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await readApplication(call, call.param('id'))
  if (!opened) return showNamed(call, form, status)
  return page(
    opened.run.name,
    <OwnApplicationPage
      locale={locale}
      zone={call.zone}
      opened={opened}
      sessions={await sessionsOf(call.tx, call.actor.programmeId, opened.run.id)}
      next={nextFor(applicationTransitions, opened.application.status, 'applicant')}
      form={form ?? blankForm(locale)}
      token={call.formToken}
      urgent={call.query.get('care') === 'now' ? urgentCard(call) : null}
    />,
    { status },
  )
}

const answer = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  const to = applicationStatuses.find((one) => one === call.form.text('to'))
  if (!to) return show(call, undefined, 422)
  const moved = await moveApplication(call, id, { to })
  if (!moved) return notFound()
  const said: Partial<Record<string, string>> = answerWords[locale].flash
  if (moved.ok) return redirect(ownPaths.application(id), said[to] ?? null)
  const errors = moved.error.map(({ kind }) => ({ field: '', message: applicationRefusals[locale][kind] }))
  return show(call, refusedForm(locale, call.form.values, errors), 409)
}

const one = (address: (id: string) => string): string => address(':id')

/** What somebody applies for themselves, or an office for its people. */
export const ownApplicationRoutes = (door: PublicDoor): RouteSpec[] => [
  memberRoute({ method: 'GET', path: ownPaths.list, who, reach, handle: list }),
  memberRoute({ method: 'GET', path: ownPaths.apply(':runId'), who, reach: 'runs that are open', handle: showStart }),
  memberRoute({
    method: 'POST',
    path: ownPaths.apply(':runId'),
    who,
    reach: 'runs that are open',
    handle: start(door),
  }),
  memberRoute({ method: 'GET', path: one(ownPaths.application), who, reach, handle: (call) => show(call) }),
  memberRoute({ method: 'GET', path: one(ownPaths.edit), who, reach, handle: showForm(ownPaths) }),
  memberRoute({ method: 'POST', path: one(ownPaths.edit), who, reach, handle: saveForm(ownPaths) }),
  memberRoute({ method: 'GET', path: one(ownPaths.print), who, reach, handle: print }),
  memberRoute({ method: 'GET', path: one(ownPaths.pdf), who, reach, handle: applicationPdf }),
  memberRoute({ method: 'GET', path: one(ownPaths.letter), who, reach, handle: letter }),
  memberRoute({ method: 'POST', path: one(ownPaths.status), who, reach, handle: answer }),
  memberRoute({
    method: 'POST',
    path: one(ownPaths.invite),
    who: ['host'],
    reach: 'whom their place has named',
    handle: inviteAgain(door),
  }),
]
