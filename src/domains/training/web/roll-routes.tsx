import { noteTaken } from '#platform/audit/taken.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isTableType, tableFile } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, refusedForm } from '#ui/index.ts'
import { stepEnrolment } from '../actions/end-enrolment.ts'
import { type Roll, showRoll } from '../actions/show-roll.ts'
import { runStaffRoles } from '../data/reached.ts'
import { enrolmentWords } from './enrolment-words.ts'
import { CompletionPage, RollPage } from './roll-page.tsx'
import { rollRows } from './roll-table.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

const who = runStaffRoles
const reach = 'coordinator: the programme; others: runs they are named for'

const show = async (call: Call): Promise<Reply> => {
  const roll = await showRoll(call, call.param('id'))
  if (!roll) return notFound()
  const { locale } = call.reader
  const mayComplete = call.actor.role === 'coordinator'
  return page(
    enrolmentWords[locale].rollTitle,
    <RollPage locale={locale} zone={call.zone} roll={roll} mayComplete={mayComplete} />,
    { wide: true },
  )
}

const download = async (call: Call): Promise<Reply> => {
  const type = call.param('type')
  const roll = await showRoll(call, call.param('id'))
  if (!roll || !isTableType(type)) return notFound()
  const { locale } = call.reader
  const rows = rollRows(roll, locale, call.zone)
  noteTaken(
    call.audit,
    { kind: 'training.run', id: roll.run.id },
    roll.people.map(({ enrolment }) => enrolment.personId),
  )
  const name = `${enrolmentWords[locale].rollTitle}_${roll.run.name}`
  return tableFile(type, name, rows)
}

const completionPage = (call: Call, roll: Roll, refusal = '', status = 200): Reply => {
  const { locale } = call.reader
  const form = refusal
    ? refusedForm(locale, call.form.values, [{ field: 'complete', message: refusal }])
    : blankForm(locale)
  return page(
    enrolmentWords[locale].completionTitle,
    <CompletionPage locale={locale} roll={roll} form={form} token={call.formToken()} />,
    { status },
  )
}

const showCompletion = async (call: Call): Promise<Reply> => {
  const roll = await showRoll(call, call.param('id'))
  return roll ? completionPage(call, roll) : notFound()
}

const complete = async (call: Call): Promise<Reply> => {
  const roll = await showRoll(call, call.param('id'))
  if (!roll) return notFound()
  const t = enrolmentWords[call.reader.locale]
  const chosen = roll.people.filter(({ enrolment }) => call.form.list('complete').includes(enrolment.id))
  if (chosen.length === 0) return completionPage(call, roll, t.completionNobody, 422)
  for (const { enrolment } of chosen) {
    const done = await stepEnrolment(call, enrolment.id, { to: 'completed', reason: '' })
    if (!done?.ok) return completionPage(call, roll, t.blockers[done?.error[0]?.kind ?? 'not_from_here'], 409)
  }
  return redirect(paths.completion(roll.run.id), t.completionSaved(chosen.length))
}

export const rollRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.roll(':id'), who, reach, handle: show }),
  memberRoute({ method: 'GET', path: paths.rollFile(':id', ':type'), who, reach, handle: download }),
  memberRoute({
    method: 'GET',
    path: paths.completion(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: showCompletion,
  }),
  memberRoute({
    method: 'POST',
    path: paths.completion(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: complete,
  }),
]
