import type { z } from 'zod'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { cancelSession, moveSession, planSession, rewriteSession, type TimetableBlocker } from '../actions/timetable.ts'
import { findRun, type Run } from '../data/runs.ts'
import { findSession, type Session, sessionsOf } from '../data/sessions.ts'
import { busyText } from './busy-text.ts'
import { versionOf } from './form-values.ts'
import { runPaths } from './paths.ts'
import { newSessionSchema, sessionContentSchema, sessionLabels, sessionTimeSchema, typedSession } from './run-form.ts'
import { runWords } from './run-words.ts'
import { CancelSessionPage, EditSessionPage, MoveSessionPage, NewSessionPage } from './timetable-page.tsx'

const who = ['coordinator'] as const
const reach = 'the programme'

const wrong = (call: Call, error: z.ZodError): FormState => {
  const { locale } = call.reader
  return refusedForm(locale, call.form.values, formErrors(error, sessionLabels(locale), locale))
}

const refused = (call: Call, blockers: readonly TimetableBlocker[]): FormState => {
  const { locale } = call.reader
  const errors = blockers.map(({ kind }) => ({
    field: kind === 'reason_missing' ? 'reason' : '',
    message: runWords[locale].refusal[kind],
  }))
  return refusedForm(locale, call.form.values, errors)
}

const newPage = (call: Call, run: Run, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = runWords[locale]
  const shown = { locale, zone: call.zone, run, form, token: call.formToken() }
  return page(t.addSession, NewSessionPage(shown), { status })
}

const showNew = async (call: Call): Promise<Reply> => {
  const run = await findRun(call.tx, call.actor.programmeId, call.param('id'))
  if (!run) return notFound()
  const last = (await sessionsOf(call.tx, call.actor.programmeId, run.id)).at(-1)?.no ?? 0
  const values = { no: String(last + 1), mode: 'in_person', form: 'both', place: run.place }
  return newPage(call, run, blankForm(call.reader.locale, values))
}

const plan = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const run = await findRun(call.tx, call.actor.programmeId, call.param('id'))
  if (!run) return notFound()
  const parsed = newSessionSchema(locale, call.zone).safeParse(call.form.values)
  if (!parsed.success) return newPage(call, run, wrong(call, parsed.error), 422)
  const planned = await planSession(call, run.id, parsed.data)
  if (!planned) return notFound()
  if (!planned.ok) return newPage(call, run, refused(call, planned.error), 409)
  return redirect(runPaths.run(run.id), await busyText(call, runWords[locale].sessionPlanned, planned.value.busy))
}

interface Opened {
  run: Run
  session: Session
}

const open = async (call: Call): Promise<Opened | null> => {
  const { programmeId } = call.actor
  const run = await findRun(call.tx, programmeId, call.param('id'))
  const session = run && (await findSession(call.tx, programmeId, call.param('sessionId')))
  return run && session?.runId === run.id ? { run, session } : null
}

const pages = {
  editSession: EditSessionPage,
  moveSession: MoveSessionPage,
  cancelSession: CancelSessionPage,
} as const

type Kind = keyof typeof pages

const sessionPage = (
  call: Call,
  kind: Kind,
  { run, session }: Opened,
  shown: { form: FormState; status?: number; theirs?: FormState['values'] },
): Reply => {
  const { locale } = call.reader
  const { form, theirs = null, status = 200 } = shown
  const props = { locale, zone: call.zone, run, session, form, theirs, token: call.formToken() }
  return page(runWords[locale][kind], pages[kind](props), { status })
}

const show =
  (kind: Kind) =>
  async (call: Call): Promise<Reply> => {
    const opened = await open(call)
    if (!opened) return notFound()
    const values = kind === 'cancelSession' ? {} : typedSession(opened.session, call.zone)
    return sessionPage(call, kind, opened, { form: blankForm(call.reader.locale, values) })
  }

const edit = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await open(call)
  if (!opened) return notFound()
  const parsed = sessionContentSchema(locale).safeParse(call.form.values)
  if (!parsed.success) return sessionPage(call, 'editSession', opened, { form: wrong(call, parsed.error), status: 422 })
  const saved = await rewriteSession(call, { id: opened.session.id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(runPaths.run(opened.run.id), runWords[locale].saved)
  const { day: _day, from: _from, to: _to, no: _no, track: _track, ...theirs } = typedSession(saved.error, call.zone)
  const form = blankForm(locale, call.form.values)
  return sessionPage(call, 'editSession', { ...opened, session: saved.error }, { form, status: 409, theirs })
}

const move = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await open(call)
  if (!opened) return notFound()
  const parsed = sessionTimeSchema(locale, call.zone).safeParse(call.form.values)
  if (!parsed.success) return sessionPage(call, 'moveSession', opened, { form: wrong(call, parsed.error), status: 422 })
  const moved = await moveSession(call, opened.session.id, parsed.data)
  if (!moved) return notFound()
  if (!moved.ok) return sessionPage(call, 'moveSession', opened, { form: refused(call, moved.error), status: 409 })
  return redirect(runPaths.run(opened.run.id), await busyText(call, runWords[locale].sessionMoved, moved.value.busy))
}

const cancel = async (call: Call): Promise<Reply> => {
  const opened = await open(call)
  if (!opened) return notFound()
  const cancelled = await cancelSession(call, opened.session.id, call.form.text('reason').slice(0, 400))
  if (!cancelled) return notFound()
  if (!cancelled.ok)
    return sessionPage(call, 'cancelSession', opened, { form: refused(call, cancelled.error), status: 409 })
  return redirect(runPaths.run(opened.run.id), runWords[call.reader.locale].sessionCancelled)
}

const one = (path: (id: string, sessionId: string) => string): string => path(':id', ':sessionId')

/** The timetable of a run. */
export const timetableRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: runPaths.newSession(':id'), who, reach, handle: showNew }),
  memberRoute({ method: 'POST', path: runPaths.newSession(':id'), who, reach, handle: plan }),
  memberRoute({ method: 'GET', path: one(runPaths.editSession), who, reach, handle: show('editSession') }),
  memberRoute({ method: 'POST', path: one(runPaths.editSession), who, reach, handle: edit }),
  memberRoute({ method: 'GET', path: one(runPaths.moveSession), who, reach, handle: show('moveSession') }),
  memberRoute({ method: 'POST', path: one(runPaths.moveSession), who, reach, handle: move }),
  memberRoute({ method: 'GET', path: one(runPaths.cancelSession), who, reach, handle: show('cancelSession') }),
  memberRoute({ method: 'POST', path: one(runPaths.cancelSession), who, reach, handle: cancel }),
]
